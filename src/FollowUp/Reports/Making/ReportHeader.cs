using System.Globalization;
using System.Reflection;
using FollowUp.Access;
using FollowUp.Reports.Tables;
using NodaTime.Text;

namespace FollowUp.Reports.Making;

/// <summary>The lines above a report's tables: all that is needed to judge it and to ask for it again.</summary>
public static class ReportHeader
{
    /// <summary>The program and its version.</summary>
    public static readonly string Program =
        $"FollowUp {typeof(ReportHeader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}";

    /// <summary>The lines.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="basis">The instant, date, rule set and protocol.</param>
    /// <param name="by">What the report is divided by, if that was asked.</param>
    /// <param name="men">The men in it.</param>
    /// <param name="leftOut">The men left out.</param>
    /// <param name="madeUp">What is said of the cohort whose men alone are in it; null when others are.</param>
    public static IReadOnlyList<HeaderLine> Of(Clinic clinic, ReportBasis basis, IReadOnlyList<Stratum> by, int men, int leftOut, string? madeUp) =>
    [
        new("clinic", "Clinic", clinic.Name),
        .. clinic.Synthetic
            ? (HeaderLine[])
            [
                new("data", "Data", madeUp ?? "synthetic men: none of them is a patient"),
            ]
            : [],
        new("asOf", "As recorded at", InstantPattern.ExtendedIso.Format(basis.AsOf)),
        new("upToEvent", "Complete up to event", basis.UpToEvent.ToString(CultureInfo.InvariantCulture)),
        .. basis.Provisional
            ? (HeaderLine[])[new("provisional", "Provisional", "a fact on its way may be missing, for that instant is younger than the store's high-water mark; ask again with it as asOf a little later")]
            : [],
        new("on", "Asked for", LocalDatePattern.Iso.Format(basis.On)),
        .. by.Count == 0 ? (HeaderLine[])[] : [new("by", "Divided by", Stratum.Combined(by).Name)],
        new("ruleSet", "Rule set", basis.RuleSet),
        new("protocol", "Protocol", basis.Protocol),
        new("software", "Software", Program),
        new("men", "Men", basis.ForResearch
            ? $"{Guarded(men)}, and {Guarded(leftOut)} left out who do not agree to research use"
            : Number(men)),
        new("smallCells", "Small cells", basis.ForResearch
            ? $"\"{SmallCells.Instead}\" rests on a count below {SmallCells.Least}, or would give one away"
            : $"what rests on a count below {SmallCells.Least} is marked (*): it could point at a man and is not for publication"),
    ];

    /// <summary>A count of men as those who do research see it.</summary>
    public static string Guarded(int count) => SmallCells.IsSmall(count) ? SmallCells.Few : Number(count);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
