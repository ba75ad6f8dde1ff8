using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Patients.Rules;

/// <summary>A man's enrolment, with the genetic findings that reports and recalls depend on.</summary>
public sealed class EnrolmentQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "enrolment";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => EnrolmentExplanations.Of(course);

    /// <summary>The typed answer; without an enrolment the findings are NotTested.</summary>
    public static EnrolmentAnswer Answer(PatientCourse course)
    {
        var enrolled = StandingEnrolment.Of(course);
        var karyotype = enrolled?.Karyotype ?? Karyotype.NotTested;
        var deletion = enrolled?.YMicrodeletion ?? YMicrodeletion.NotTested;
        return new(
            enrolled?.First.EnrolledOn,
            enrolled?.First.AgeYears,
            enrolled?.First.InfertilityMonths,
            karyotype,
            Genetics.Klinefelter(karyotype),
            deletion,
            Genetics.RetrievalVirtuallyNil(deletion),
            enrolled?.Entries ?? []);
    }
}

/// <summary>A man's enrolment.</summary>
/// <param name="EnrolledOn">The day.</param>
/// <param name="AgeYears">His age in completed years that day.</param>
/// <param name="InfertilityMonths">How long the couple had been infertile, in months.</param>
/// <param name="Karyotype">The karyotype.</param>
/// <param name="Klinefelter">Whether the karyotype contains 47,XXY, mosaics included (R69).</param>
/// <param name="YMicrodeletion">The Y microdeletion.</param>
/// <param name="RetrievalVirtuallyNil">Whether sperm is almost never found with this deletion (V7).</param>
/// <param name="ExplainedBy">The entry of the enrolment; for merged records both.</param>
public sealed record EnrolmentAnswer(
    LocalDate? EnrolledOn,
    int? AgeYears,
    int? InfertilityMonths,
    Karyotype Karyotype,
    Answer Klinefelter,
    YMicrodeletion YMicrodeletion,
    bool RetrievalVirtuallyNil,
    IReadOnlyList<Guid> ExplainedBy);
