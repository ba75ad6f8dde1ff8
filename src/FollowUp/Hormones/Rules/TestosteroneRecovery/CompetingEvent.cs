using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>The kinds of event after which results no longer count for an operation (R36).</summary>
public enum CompetingEventKind
{
    /// <summary>Testosterone was started.</summary>
    TestosteroneStarted,

    /// <summary>A stimulating drug was started.</summary>
    StimulationStarted,

    /// <summary>He was operated on again.</summary>
    NewOperation,

    /// <summary>A testis was removed.</summary>
    Orchiectomy,

    /// <summary>He died.</summary>
    Death,
}

/// <summary>An event after which testosterone no longer shows the recovery from the operation.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">The day; for a partial date the earliest possible day that is not before the operation.</param>
/// <param name="FactId">The fact.</param>
public sealed record CompetingEvent(CompetingEventKind Kind, LocalDate On, Guid FactId)
{
    /// <summary>The first competing event after an operation; null when there is none (R36).</summary>
    /// <remarks>
    /// No competing events: drugs that are only flagged, a therapy begun before the operation or at an unknown time, and a death dated before
    /// one of his operations.
    /// </remarks>
    public static CompetingEvent? FirstAfter(Operation operation, Operation? next, PatientCourse course, HormoneSamples samples)
    {
        var events = samples.Therapies
            .Where(therapy => therapy is { StartedOn: not null, Effect: not TherapyEffect.FlagOnly })
            .Select(therapy => (
                Kind: therapy.Effect == TherapyEffect.Testosterone ? CompetingEventKind.TestosteroneStarted : CompetingEventKind.StimulationStarted,
                On: Occurrence.On(therapy.StartedOn),
                therapy.Id))
            .Concat(course.Of<OrchiectomyPerformed>().Select(removal => (Kind: CompetingEventKind.Orchiectomy, On: removal.Occurred, removal.Id)))
            .Concat(course.Of<PatientDied>().Where(death => FollowUpEnd.EndsClocks(death.Occurred.Latest, course)).Select(death => (Kind: CompetingEventKind.Death, On: death.Occurred, death.Id)))
            .Where(each => each.On.Latest >= operation.On)
            .Select(each => new CompetingEvent(each.Kind, LocalDate.Max(each.On.Earliest, operation.On), each.Id));
        return (next is null ? events : events.Append(new(CompetingEventKind.NewOperation, next.On, next.Id)))
            .OrderBy(each => each.On)
            .ThenBy(each => each.Kind)
            .ThenBy(each => each.FactId)
            .FirstOrDefault();
    }
}
