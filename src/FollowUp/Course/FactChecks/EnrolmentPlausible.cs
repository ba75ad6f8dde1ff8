using FollowUp.Patients.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>The age and the duration of infertility are possible, and the karyotype agrees with its ISCN text (R69).</summary>
public sealed class EnrolmentPlausible : ICheck<PatientEnrolled>
{
    /// <summary>Age in years; the clinic follows adults.</summary>
    public static readonly PlausibleRange Age = new("Age", "a", 0, 120, "setting, version 1") { UnusualBelow = 18, UnusualFrom = 80 };

    /// <summary>Duration of infertility in months; the paper's range is 22 to 247.</summary>
    public static readonly PlausibleRange Infertility = new("Infertility", "mo", 0, 600, "setting, version 1") { UnusualFrom = 361 };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(PatientEnrolled fact, PatientCourse course, DecisionContext context)
    {
        var findings = new List<Finding>();
        if (fact.AgeYears is { } age)
        {
            findings.AddRange(Age.Judge("ageYears", age));
        }

        if (fact.InfertilityMonths is { } months)
        {
            findings.AddRange(Infertility.Judge("infertilityMonths", months));
        }

        if (fact.KaryotypeIscn is { } iscn && !Agrees(fact.Karyotype, Genetics.Read(iscn)))
        {
            findings.Add(Finding.Refusal("KaryotypeContradicts", "karyotype", fact.Karyotype, $"The ISCN text {iscn} means {Genetics.Read(iscn)}. Correct the karyotype or the text."));
        }

        return findings;
    }

    // A variant such as 46,XY,inv(9) may be recorded as normal or as other. 47,XXY decides the group in reports and must agree.
    private static bool Agrees(Karyotype stated, Karyotype read) =>
        stated == read || (stated is Karyotype.Other && read is Karyotype.Normal46XY);
}
