using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Patients.Pages.Chart;

namespace FollowUp.Patients.Pages.Forms;

/// <summary>The form of one fact, new or to be corrected.</summary>
/// <param name="Man">The man.</param>
/// <param name="Kind">The kind of fact.</param>
/// <param name="Key">The id of the entry that is stored; a form sent twice has the same id and is stored once.</param>
/// <param name="Values">The values of the fields.</param>
public sealed record FactForm(Man Man, Type Kind, Guid Key, FormValues Values)
{
    /// <summary>The entry to be corrected or retracted; null for a new one.</summary>
    public Standing<Fact>? Target { get; init; }

    /// <summary>Whether it is to be retracted.</summary>
    public bool Retracts { get; init; }

    /// <summary>Why the fact was not stored.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>What has to be confirmed with a reason.</summary>
    public IReadOnlyList<Finding> Warnings { get; init; } = [];

    /// <summary>The answers that were set from a measured value.</summary>
    public IReadOnlyList<(string Field, Answer Answer)> AnswersByValue { get; init; } = [];

    /// <summary>The answers that would change; null before the preview.</summary>
    public IReadOnlyList<(string? Before, string? After)>? Ripple { get; init; }

    /// <summary>The entry as somebody else has changed it meanwhile.</summary>
    public Standing<Fact>? Stale { get; init; }

    /// <summary>The contacts that others recorded while this form was open.</summary>
    public IReadOnlyList<Standing<Fact>> Meanwhile { get; init; } = [];

    /// <summary>The address of the form.</summary>
    public string Address => Target is { } target ? $"/men/{Man.Id}/entries/{target.Id}" : $"/men/{Man.Id}/record/{FactJson.Describe(Kind).Path}";
}
