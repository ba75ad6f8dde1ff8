using System.Globalization;
using System.Reflection;
using FollowUp.Access;
using FollowUp.Reports.Tables;
using NodaTime.Text;

namespace FollowUp.Reports.Making;

/// <summary>The lines above a report's tables: everything needed to judge it and to ask for it again.</summary>
public static class ReportHeader
{
    /// <summary>The program and its version.</summary>
    public static readonly string Program =
        $"FollowUp {typeof(ReportHeader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}";

    /// <summary>The lines.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="basis">The instant, date, rule set and protocol.</param>
    /// <param name="by">What the report is divided by; empty for its usual division.</param>
    /// <param name="men">The men in it.</param>
    /// <param name="leftOut">The men left out.</param>
    /// <param name="synthetic">What to say when all its men are of one synthetic cohort; null when they are not.</param>
    public static IReadOnlyList<HeaderLine> Of(Clinic clinic, ReportBasis basis, IReadOnlyList<Stratum> by, int men, int leftOut, string? synthetic) =>
    [
        new("clinic", "Clinic", clinic.Name),
        .. clinic.Synthetic
            ? (HeaderLine[])
            [
                new("data", "Data", synthetic ?? "synthetic men: none of them is a patient"),
            ]
            : [],
        new("asOf", "As recorded at", InstantPattern.ExtendedIso.Format(basis.AsOf)),
        new("upToEvent", "Complete up to event", basis.UpToEvent.ToString(CultureInfo.InvariantCulture)),
        .. basis.Provisional
            ? (HeaderLine[])[new("provisional", "Provisional", "the instant is very recent, and a fact that is being recorded may be missing; ask again a little later with this instant as asOf")]
            : [],
        new("on", "Asked for", LocalDatePattern.Iso.Format(basis.On)),
        .. by.Count == 0 ? (HeaderLine[])[] : [new("by", "Divided by", Stratum.Combined(by).Name)],
        new("ruleSet", "Rule set", basis.RuleSet),
        new("protocol", "Protocol", basis.Protocol),
        new("software", "Software", Program),
        new("men", "Men", basis.ForResearch
            ? $"{Guarded(men)}, and {Guarded(leftOut)} left out who have not agreed to research use"
            : Number(men)),
        new("smallCells", "Small cells", basis.ForResearch
            ? $"\"{SmallCells.WithheldText}\" rests on a count below {SmallCells.Threshold}, or would reveal one"
            : $"what rests on a count below {SmallCells.Threshold} is marked (*): it could identify a man and is not for publication"),
    ];

    /// <summary>A count of men as researchers see it.</summary>
    public static string Guarded(int count) => SmallCells.IsSmall(count) ? SmallCells.Few : Number(count);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
