using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using NodaTime;

namespace FollowUp.Hormones.Rules;

/// <summary>A hormone therapy with its end, wherever that was recorded.</summary>
/// <param name="Id">The therapy's entry.</param>
/// <param name="WashOut">The drug and how long it acts.</param>
/// <param name="StartedOn">When it began; an unknown start counts as always (R25).</param>
/// <param name="LastDay">The last day it can have been taken; null when it goes on or that is not known (R25).</param>
public sealed record TherapyCourse(Guid Id, WashOut WashOut, PartialDate? StartedOn, LocalDate? LastDay)
{
    /// <summary>The last day on which it still acts; null when it goes on or that is not known (R25).</summary>
    public LocalDate? LastActing { get; } = LastDay is { } last ? last + WashOut.After : null;

    /// <summary>How it acts.</summary>
    public TherapyEffect Effect => WashOut.Effect;

    /// <summary>Whether it was being taken on a day, both ends inclusive.</summary>
    public bool IsTakenOn(LocalDate day) => !(day < StartedOn?.Earliest) && !(day > LastDay);

    /// <summary>Whether it was being taken on a day or still acted, both ends inclusive (R25).</summary>
    public bool ActsOn(LocalDate day) => !(day < StartedOn?.Earliest) && !(day > LastActing);

    /// <summary>All therapies of a course; of several ends recorded for one, the latest recorded counts.</summary>
    public static IReadOnlyList<TherapyCourse> AllIn(PatientCourse course)
    {
        var stops = course.Of<HormoneTherapyStopped>().ToLookup(stop => stop.Fact.TherapyId);
        return [.. course.Of<HormoneTherapyRecorded>().Select(therapy => new TherapyCourse(
            therapy.Id,
            WashOut.Of(therapy.Fact.Drug),
            therapy.Fact.StartedOn,
            (stops[therapy.Id].MaxBy(stop => stop.Entry.FirstRecorded)?.Fact.StoppedOn ?? therapy.Fact.StoppedOn)?.Latest))];
    }
}

/// <summary>The therapies that bear on one day.</summary>
/// <param name="Therapies">Those that were taken or still acted, in clinical order.</param>
/// <param name="LastEnded">The last day of the one that acted last before it; null when none had ended, drugs that are only flagged aside.</param>
internal sealed record ActingTherapies(IReadOnlyList<TherapyCourse> Therapies, LocalDate? LastEnded)
{
    /// <summary>Those of each day, in one pass from the first day to the last: what has ended is not looked at again.</summary>
    public static Dictionary<LocalDate, ActingTherapies> ByDay(IEnumerable<LocalDate> days, IEnumerable<TherapyCourse> therapies)
    {
        var toBegin = new Queue<TherapyCourse>(therapies.OrderBy(therapy => therapy.StartedOn?.Earliest ?? LocalDate.MinIsoValue));
        var begun = new List<TherapyCourse>();
        LocalDate? ended = null;
        var byDay = new Dictionary<LocalDate, ActingTherapies>();
        foreach (var day in days.Distinct().Order())
        {
            while (toBegin.TryPeek(out var next) && !(day < next.StartedOn?.Earliest))
            {
                begun.Add(toBegin.Dequeue());
            }

            foreach (var over in begun.Where(therapy => !therapy.ActsOn(day) && therapy.Effect != TherapyEffect.FlagOnly))
            {
                ended = over.LastActing < ended ? ended : over.LastActing;
            }

            begun.RemoveAll(therapy => !therapy.ActsOn(day));
            byDay[day] = new([.. begun], ended);
        }

        return byDay;
    }
}
