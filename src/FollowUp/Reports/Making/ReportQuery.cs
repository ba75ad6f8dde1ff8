using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Http;
using FollowUp.Recording;
using FollowUp.Reports.Tables;
using FollowUp.Reports.Writers;

namespace FollowUp.Reports.Making;

/// <summary>What a request for a report says, read and checked.</summary>
/// <param name="Report">The report.</param>
/// <param name="By">What it is divided by.</param>
/// <param name="View">The instant, date and rule set.</param>
/// <param name="UpToEvent">The number of the last event to include; null for the last one recorded by then.</param>
public sealed record ReportQuery(IReport Report, IReadOnlyList<Stratum> By, PointOfView View, long? UpToEvent)
{
    /// <summary>The reports by name.</summary>
    public static readonly IReadOnlyDictionary<string, IReport> Reports = Scan.For<IReport>().ToDictionary(report => report.Name);

    /// <summary>The formats by name.</summary>
    public static readonly IReadOnlyDictionary<string, IReportWriter> Writers = Scan.For<IReportWriter>().ToDictionary(writer => writer.Format);

    /// <summary>Reads a request. If it cannot be answered, the problem says what can be asked for.</summary>
    /// <param name="name">The report's name.</param>
    /// <param name="by">The strata, separated by commas.</param>
    /// <param name="view">The instant, date and rule set.</param>
    /// <param name="upToEvent">The number of the last event to include.</param>
    /// <param name="user">The user.</param>
    public static (ReportQuery? Query, IResult? Problem) Read(string name, string? by, PointOfView view, long? upToEvent, SignedIn user)
    {
        if (!Reports.TryGetValue(name, out var report))
        {
            return (null, Problems.Of(404, "unknown-report", "There is no such report.", [Unknown("name", name, Reports.Keys)]));
        }

        if (!user.Roles.Overlaps(Policies.All[report.Policy]))
        {
            return (null, Problems.Of(403, "not-for-this-role", $"This report is for {string.Join(" and ", Policies.All[report.Policy])}."));
        }

        if (upToEvent < 0)
        {
            return (null, Problems.Unreadable(Finding.Refusal("Unreadable", "upToEvent", upToEvent, "Send the number of an event, from 0.")));
        }

        var strata = report.Strata.ToDictionary(stratum => stratum.Key);
        List<Stratum> read = [];
        foreach (var key in by?.Split(',') ?? [])
        {
            if (!strata.TryGetValue(key, out var stratum) || read.Contains(stratum))
            {
                return (null, Problems.Unreadable(strata.Count == 0
                    ? Finding.Refusal("Unknown", "by", by, "This report cannot be divided. Leave out by.")
                    : Finding.Refusal("Unknown", "by", key, $"Send one or more of {string.Join(", ", strata.Keys)}, separated by commas, each once.")));
            }

            read.Add(stratum);
        }

        return (new(report, read, view, upToEvent), null);
    }

    /// <summary>The refusal of an unknown name.</summary>
    public static Finding Unknown(string field, string? value, IEnumerable<string> known) =>
        Finding.Refusal("Unknown", field, value, $"Send one of {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
}
