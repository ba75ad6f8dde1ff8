using System.Globalization;
using System.Reflection;
using FollowUp.Access;
using FollowUp.Patients.Rules;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Reports;

/// <summary>The lines above a report's tables: all that is needed to judge it and to ask for it again.</summary>
public static class ReportHeader
{
    /// <summary>The program and its version.</summary>
    public static readonly string Program =
        $"FollowUp {typeof(ReportHeader).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}";

    /// <summary>The lines.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="asked">The date, rule set and protocol.</param>
    /// <param name="asOf">As recorded at this instant.</param>
    /// <param name="provisional">Whether the instant is the present one, so that a fact on its way may still be missing.</param>
    /// <param name="cohort">The men, after all were seen.</param>
    /// <param name="forResearch">Whether small cells are withheld and men without agreement left out.</param>
    public static IReadOnlyList<HeaderLine> Of(Clinic clinic, Asked asked, Instant asOf, bool provisional, Cohort cohort, bool forResearch) =>
    [
        new("clinic", "Clinic", clinic.Name),
        .. clinic.Synthetic
            ? (HeaderLine[])
            [
                new("data", "Data", "synthetic men with the paper's totals; how these combine is ours: "
                    + "147 of 310 is 27 of the 73 salvage men and 120 of the other 237"),
            ]
            : [],
        new("asOf", "As recorded at", InstantPattern.ExtendedIso.Format(asOf)),
        .. provisional
            ? (HeaderLine[])[new("provisional", "Provisional", "a fact on its way may be missing; to see the same again, ask with that instant as asOf")]
            : [],
        new("on", "Asked for", LocalDatePattern.Iso.Format(asked.On)),
        new("ruleSet", "Rule set", asked.RuleSet),
        new("protocol", "Protocol", asked.Protocol),
        new("software", "Software", Program),
        new("men", "Men", forResearch
            ? $"{Guarded(cohort.Men)}, and {Guarded(cohort.LeftOut)} left out who do not agree to research use"
            : Number(cohort.Men)),
        new("smallCells", "Small cells", forResearch
            ? $"{SmallCells.Instead} rests on a count below {SmallCells.Least}; \"{SmallCells.InsteadOfCompany}\" would give such a count away"
            : $"what rests on a count below {SmallCells.Least} is marked (*): it could point at a man and is not for publication"),
    ];

    private static string Guarded(int count) => SmallCells.IsSmall(count) ? SmallCells.Instead : Number(count);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
