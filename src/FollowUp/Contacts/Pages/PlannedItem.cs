using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Recording;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Contacts.Pages;

/// <summary>An item that the plan asks for, as the chart's answer <c>dueItems</c> sends it.</summary>
/// <param name="Recall">Its key in the protocol.</param>
/// <param name="IsUpcoming">Whether its time has not come yet.</param>
/// <param name="Due">The day it is due.</param>
/// <param name="Latest">The last day it is in time.</param>
public sealed record PlannedItem(string Recall, bool IsUpcoming, LocalDate Due, LocalDate Latest)
{
    private static readonly string[] Open = ["Upcoming", "Due", "Overdue", "Unreachable"];

    /// <summary>What is to be done next: everything whose time has come, else the first item to come.</summary>
    public static IReadOnlyList<PlannedItem> Next(PatientCourse course, Asked asked)
    {
        var open = Of(course, asked).ToList();
        return open.Exists(item => !item.IsUpcoming) ? [.. open.Where(item => !item.IsUpcoming)] : [.. open.Take(1)];
    }

    /// <summary>The day of the first item to come; null when there is none.</summary>
    public static LocalDate? FirstToCome(PatientCourse course, Asked asked) => Of(course, asked).FirstOrDefault(item => item.IsUpcoming)?.Due;

    private static IEnumerable<PlannedItem> Of(PatientCourse course, Asked asked) =>
        JsonSerializer.SerializeToNode(Questions.Sent(course, asked)["dueItems"], FactJson.Options)?["items"] is not JsonArray items ? [] :
            from item in items
            let state = item["state"]!.ToString()
            where Open.Contains(state)
            let due = LocalDatePattern.Iso.Parse(item["due"]!.ToString()).Value
            orderby due
            select new PlannedItem(item["recall"]!.ToString(), state == "Upcoming", due, LocalDatePattern.Iso.Parse(item["latest"]!.ToString()).Value);
}
