using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Recording;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Contacts.Pages;

/// <summary>An open item of the follow-up plan, read from the chart's answer <c>dueItems</c>.</summary>
/// <param name="Recall">The key of the recall in the protocol.</param>
/// <param name="IsUpcoming">Whether its window has not opened yet.</param>
/// <param name="Due">The day it is due.</param>
/// <param name="Latest">The last day of its window.</param>
public sealed record PlannedItem(string Recall, bool IsUpcoming, LocalDate Due, LocalDate Latest)
{
    private static readonly string[] Open = ["Upcoming", "Due", "Overdue", "Unreachable"];

    /// <summary>What to do next: all items whose window is open, otherwise the first upcoming one.</summary>
    public static IReadOnlyList<PlannedItem> Next(PatientCourse course, Asked asked)
    {
        var open = Of(course, asked).ToList();
        return open.Exists(item => !item.IsUpcoming) ? [.. open.Where(item => !item.IsUpcoming)] : [.. open.Take(1)];
    }

    /// <summary>The due day of the first upcoming item; null when there is none.</summary>
    public static LocalDate? NextUpcoming(PatientCourse course, Asked asked) => Of(course, asked).FirstOrDefault(item => item.IsUpcoming)?.Due;

    private static IEnumerable<PlannedItem> Of(PatientCourse course, Asked asked) =>
        JsonSerializer.SerializeToNode(Questions.Sent(course, asked)["dueItems"], FactJson.Options)?["items"] is not JsonArray items ? [] :
            from item in items
            let state = item["state"]!.ToString()
            where Open.Contains(state)
            let due = LocalDatePattern.Iso.Parse(item["due"]!.ToString()).Value
            orderby due
            select new PlannedItem(item["recall"]!.ToString(), state == "Upcoming", due, LocalDatePattern.Iso.Parse(item["latest"]!.ToString()).Value);
}
