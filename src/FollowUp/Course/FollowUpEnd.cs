using FollowUp.Contacts.Facts;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Course;

/// <summary>What ended a man's follow-up, or the clock of one of his operations.</summary>
/// <param name="Kind">What it was.</param>
/// <param name="FactId">The entry that says so.</param>
/// <param name="On">The day; of a partly known date the latest possible one, so that what he is known to have done still counts.</param>
public sealed record FollowUpEnd(FollowUpEndKind Kind, Guid FactId, LocalDate On)
{
    /// <summary>A man's death, or his withdrawal unless follow-up was resumed that day or later; the earlier of the two (R67).</summary>
    public static FollowUpEnd? Of(PatientCourse course) => DeathsIn(course).Concat(WithdrawalsIn(course)).MinBy(end => end.On);

    /// <summary>As <see cref="Of"/>, without a death that is dated before one of his operations: that is a mistake to be corrected, and ends no clock (R36).</summary>
    public static FollowUpEnd? OfClocks(PatientCourse course) =>
        DeathsIn(course).Where(died => EndsClocks(died.On, course)).Concat(WithdrawalsIn(course)).MinBy(end => end.On);

    /// <summary>Whether a death on a day, or at the latest then, is not before any of his operations (R36).</summary>
    public static bool EndsClocks(LocalDate diedBy, PatientCourse course) =>
        !Operation.AllIn(course).Any(operation => operation.IsDated && diedBy < operation.On);

    /// <summary>His being declared lost, unless he was reached on a later day or follow-up was resumed that day or later.</summary>
    public static FollowUpEnd? LossIn(PatientCourse course)
    {
        var resumed = LastResumption(course);
        var reached = course.Of<ContactMade>().Select(contact => (LocalDate?)contact.Occurred.Earliest).Max();
        return course.Of<PatientLostToFollowUp>()
            .Where(lost => !(resumed >= lost.Fact.DeclaredOn) && !(reached > lost.Fact.DeclaredOn))
            .Select(lost => new FollowUpEnd(FollowUpEndKind.Lost, lost.Id, lost.Fact.DeclaredOn))
            .MinBy(end => end.On);
    }

    /// <summary>Why a man is not followed: his death, else his withdrawal, else his being declared lost; null while he is followed.</summary>
    public static FollowUpEnd? Standing(PatientCourse course) =>
        DeathsIn(course).FirstOrDefault() ?? Of(course) ?? LossIn(course);

    /// <summary>The next operation, which takes over from an earlier one (R67).</summary>
    public static FollowUpEnd? By(Operation? next) => next is null ? null : new(FollowUpEndKind.NewOperation, next.Id, next.Occurred.Latest);

    private static IEnumerable<FollowUpEnd> DeathsIn(PatientCourse course) =>
        course.Of<PatientDied>().Select(died => new FollowUpEnd(FollowUpEndKind.Died, died.Id, died.Occurred.Latest));

    private static IEnumerable<FollowUpEnd> WithdrawalsIn(PatientCourse course)
    {
        var resumed = LastResumption(course);
        return course.Of<PatientWithdrew>()
            .Where(withdrew => !(resumed >= withdrew.Fact.WithdrewOn))
            .Select(withdrew => new FollowUpEnd(FollowUpEndKind.Withdrew, withdrew.Id, withdrew.Fact.WithdrewOn));
    }

    private static LocalDate? LastResumption(PatientCourse course) =>
        course.Of<FollowUpResumed>().Select(resumption => (LocalDate?)resumption.Fact.ResumedOn).Max();
}

/// <summary>What ended follow-up.</summary>
public enum FollowUpEndKind
{
    /// <summary>He died.</summary>
    Died,

    /// <summary>He withdrew.</summary>
    Withdrew,

    /// <summary>He was declared lost.</summary>
    Lost,

    /// <summary>Another operation began a clock of its own.</summary>
    NewOperation,
}
