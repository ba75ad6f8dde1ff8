using FollowUp.Course;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Patients.Pages.Forms;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Contacts.Pages;

/// <summary>What the page of a call shows.</summary>
/// <param name="Man">The man.</param>
/// <param name="Key">The key of the call.</param>
/// <param name="Seen">The man's version that the user has seen.</param>
/// <param name="Values">What was typed.</param>
/// <param name="Now">The clinic's date and time.</param>
/// <param name="Show">The list to go back to.</param>
public sealed record CallState(Man Man, string Key, long Seen, FormValues Values, LocalDateTime Now, string? Show)
{
    /// <summary>Why the call was not stored.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What has to be confirmed with a reason.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];

    /// <summary>The answers that were set from a measured value.</summary>
    public IReadOnlyList<(string Field, Answer Answer)> AnswersByValue { get; init; } = [];

    /// <summary>The contacts that others recorded since the page was opened.</summary>
    public IReadOnlyList<Standing<Fact>> Meanwhile { get; init; } = [];

    /// <summary>What this page has stored before, with other content.</summary>
    public Entry? Stored { get; init; }

    /// <summary>The day on which the plan has the next contact; empty when there is none.</summary>
    public string NextDue() => PlannedItem.NextUpcoming(Man.Course, Man.Asked) is { } due ? LocalDatePattern.Iso.Format(due) : "";
}
