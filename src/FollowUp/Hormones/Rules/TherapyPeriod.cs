using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules;

/// <summary>A hormone therapy with its start and end, wherever the end was recorded.</summary>
/// <param name="Id">The therapy's entry.</param>
/// <param name="WashOut">The drug and how long it acts.</param>
/// <param name="StartedOn">When it began; null when that is not known, and then it has always been going on (R25).</param>
/// <param name="LastDay">The last day on which it can have been taken; null when it is going on or the end is not known (R25).</param>
public sealed record TherapyPeriod(Guid Id, WashOut WashOut, PartialDate? StartedOn, LocalDate? LastDay)
{
    /// <summary>The last day on which it still acts; null when it is going on or the end is not known (R25).</summary>
    public LocalDate? LastActing { get; } = LastDay is { } last ? last + WashOut.After : null;

    /// <summary>How it acts.</summary>
    public TherapyEffect Effect => WashOut.Effect;

    /// <summary>Whether it was being taken on a day, both ends inclusive.</summary>
    public bool IsTakenOn(LocalDate day) => !(day < StartedOn?.Earliest) && !(day > LastDay);

    /// <summary>Whether it was being taken or still acted on a day, both ends inclusive (R25).</summary>
    public bool ActsOn(LocalDate day) => !(day < StartedOn?.Earliest) && !(day > LastActing);

    /// <summary>All therapies of a man. If several ends were recorded for one, the one recorded last counts.</summary>
    public static IReadOnlyList<TherapyPeriod> AllIn(PatientCourse course)
    {
        var stops = course.Of<HormoneTherapyStopped>().ToLookup(stop => stop.Fact.TherapyId);
        return [.. course.Of<HormoneTherapyRecorded>().Select(therapy => new TherapyPeriod(
            therapy.Id,
            WashOut.Of(therapy.Fact.Drug),
            therapy.Fact.StartedOn,
            (stops[therapy.Id].MaxBy(stop => stop.Entry.FirstRecorded)?.Fact.StoppedOn ?? therapy.Fact.StoppedOn)?.Latest))];
    }
}

/// <summary>The therapies that matter on one day.</summary>
/// <param name="Therapies">Those that were being taken or still acted, in clinical order.</param>
/// <param name="LastEnded">The last day on which an earlier therapy acted, without drugs that are only flagged; null when none had ended.</param>
internal sealed record ActingTherapies(IReadOnlyList<TherapyPeriod> Therapies, LocalDate? LastEnded)
{
    /// <summary>The therapies of each day, found in one pass through the days; a therapy that has ended is not looked at again.</summary>
    public static Dictionary<LocalDate, ActingTherapies> ByDay(IEnumerable<LocalDate> days, IEnumerable<TherapyPeriod> therapies)
    {
        var notBegun = new Queue<TherapyPeriod>(therapies.OrderBy(therapy => therapy.StartedOn?.Earliest ?? LocalDate.MinIsoValue));
        var begun = new List<TherapyPeriod>();
        LocalDate? ended = null;
        var byDay = new Dictionary<LocalDate, ActingTherapies>();
        foreach (var day in days.Distinct().Order())
        {
            while (notBegun.TryPeek(out var next) && !(day < next.StartedOn?.Earliest))
            {
                begun.Add(notBegun.Dequeue());
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
