using FollowUp.Course.Dates;
using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Course;

/// <summary>A clinical question asked of every course for the chart. Found by scanning; pure.</summary>
public interface IQuestion
{
    /// <summary>The answer's name in the chart, camelCase.</summary>
    string Name { get; }

    /// <summary>The answer as known from the course.</summary>
    /// <param name="course">The facts that stand.</param>
    /// <param name="asked">The date it is asked for, and the clinic's choice of guideline and protocol.</param>
    object Ask(PatientCourse course, Asked asked);

    /// <summary>Why each derived answer in it is what it is.</summary>
    /// <param name="course">The course that was asked.</param>
    /// <param name="asked">As it was asked.</param>
    /// <returns>An explanation for each derived answer, for an empty course too.</returns>
    IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked);
}

/// <summary>For which day, and under which guideline and protocol, a question is asked.</summary>
/// <param name="On">The date the question is asked for (R03).</param>
/// <param name="RuleSet">The id of the hypogonadism rule set.</param>
/// <param name="Protocol">The id of the recall protocol.</param>
public sealed record Asked(LocalDate On, string RuleSet, string Protocol)
{
    /// <summary>The clinic's public holidays.</summary>
    public HolidayCalendar Holidays { get; init; } = HolidayCalendar.None;

    /// <summary>The first clock time at which the clinic lets messages out; null for the protocol's.</summary>
    public LocalTime? SendingFrom { get; init; }

    /// <summary>The clock time from which it lets none out; null for the protocol's.</summary>
    public LocalTime? SendingUntil { get; init; }
}

/// <summary>A question whose answer depends on guidelines; any other has the same answer under each.</summary>
public interface IGuidelineQuestion : IQuestion
{
    /// <summary>The kinds it depends on.</summary>
    IReadOnlyList<GuidelineKind> DependsOn { get; }
}

/// <summary>A question with due dates that the store indexes, so that a list does not have to fold every course.</summary>
public interface IDatedQuestion : IQuestion
{
    /// <summary>
    /// The dates of a course. They do not depend on the day of asking, the rule set or the holidays, which may change while the dates are
    /// stored: they are early enough under any.
    /// </summary>
    WorkDates Dates(PatientCourse course, string protocol);
}

/// <summary>From which days on the lists show a man.</summary>
/// <param name="WorkFrom">The first day on which something open is due for him; null when nothing is open.</param>
/// <param name="RemindFrom">The first day on which a reminder not yet decided is to go out; null when there is none.</param>
public sealed record WorkDates(LocalDate? WorkFrom, LocalDate? RemindFrom)
{
    /// <summary>The day of the oldest alert that nobody has acknowledged; null when there is none. It comes first in a list.</summary>
    public LocalDate? AlertFrom { get; init; }
}

/// <summary>Whether something was the case, was asked, and was answered: four different things.</summary>
public enum Answer
{
    /// <summary>Asked, and it is so.</summary>
    Yes,

    /// <summary>Asked, and it is not so.</summary>
    No,

    /// <summary>Asked, and the man or the source does not know.</summary>
    Unknown,

    /// <summary>Not asked.</summary>
    NotAsked,

    /// <summary>Asked, and he would not answer.</summary>
    Refused,
}

/// <summary>What follows from recording a fact, shown at once to the person who recorded it. Found by scanning; pure.</summary>
public interface IConsequence
{
    /// <summary>The consequence's name in the answer, camelCase.</summary>
    string Name { get; }

    /// <summary>The consequence of one fact.</summary>
    /// <param name="before">The course before it.</param>
    /// <param name="after">The course with it.</param>
    /// <param name="factId">The fact.</param>
    /// <param name="asked">The date it was recorded on, and the clinic's choices.</param>
    object Of(PatientCourse before, PatientCourse after, Guid factId, Asked asked);
}
