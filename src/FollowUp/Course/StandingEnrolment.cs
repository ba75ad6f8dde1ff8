using FollowUp.Patients.Facts;

namespace FollowUp.Course;

/// <summary>A man's enrolment; of two records that were merged, both of theirs together.</summary>
/// <remarks>
/// Follow-up began with the earlier one, whose day, age and months count. A genetic finding lasts: of the record's own and the copied
/// one that counts which was tested and is known, its own first.
/// </remarks>
/// <param name="First">The earlier enrolment.</param>
/// <param name="Karyotype">The karyotype that counts.</param>
/// <param name="YMicrodeletion">The Y microdeletion that counts.</param>
/// <param name="Entries">The entries it rests on.</param>
public sealed record StandingEnrolment(PatientEnrolled First, Karyotype Karyotype, YMicrodeletion YMicrodeletion, IReadOnlyList<Guid> Entries)
{
    /// <summary>The enrolment of a course; null without one.</summary>
    public static StandingEnrolment? Of(PatientCourse course)
    {
        var all = course.Of<PatientEnrolled>().ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var own = all.OrderBy(enrolled => enrolled.Fact.CopiedFrom is not null).Select(enrolled => enrolled.Fact).ToList();
        return new(
            all[0].Fact,
            own.Select(enrolled => enrolled.Karyotype).MinBy(found => found switch { Karyotype.NotTested => 2, Karyotype.Unknown => 1, _ => 0 }),
            own.Select(enrolled => enrolled.YMicrodeletion).MinBy(found => found switch { YMicrodeletion.NotTested => 2, YMicrodeletion.Unknown => 1, _ => 0 }),
            [.. all.Select(enrolled => enrolled.Id)]);
    }
}
