using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Patients.Facts;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>What ends an operation's hormone clock (R36).</summary>
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

/// <summary>An event after which testosterone no longer tells how it recovers from the operation.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">The day; of a partial date the earliest possible one not before the operation.</param>
/// <param name="FactId">The fact.</param>
public sealed record CompetingEvent(CompetingEventKind Kind, LocalDate On, Guid FactId)
{
    /// <summary>The first competing event after an operation; null when there is none (R36).</summary>
    /// <remarks>
    /// Drugs that are only flagged, a course begun before the operation or at an unknown time, and a death dated before one of his operations
    /// are none.
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
