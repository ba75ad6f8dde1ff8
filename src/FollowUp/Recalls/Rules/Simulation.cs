using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Recalls.Rules;

/// <summary>The expected workload of a week.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Due">How many items of the present men fall due in it, by step: the plan as it stands.</param>
/// <param name="AssumedDue">How many items of men assumed to be operated on from now on fall due in it, by step.</param>
/// <param name="FewestCalls">The nurse's calls if everybody is reached at once: one for each contact.</param>
/// <param name="MostCalls">The nurse's calls if nobody is reached by message or call: for each item, one on every day that the protocol asks for.</param>
/// <param name="Messages">The messages sent if nobody is reached by them.</param>
public sealed record SimulatedWeek(
    LocalDate From, IReadOnlyDictionary<string, int> Due, IReadOnlyDictionary<string, int> AssumedDue, int FewestCalls, int MostCalls, int Messages);

/// <summary>Counts the items that fall due and the calls they take, week by week, of the present men and of men assumed to be operated on.</summary>
/// <remarks>
/// The present men's items are those of the plan on the first day, so its first weeks are the plan's. Items that only a later fact calls for,
/// such as the 12-month check after an abnormal value, are not included; assumed men have the items that every man gets.
/// </remarks>
/// <param name="terms">The clinic's protocol, rule set and hours.</param>
/// <param name="from">The first day.</param>
/// <param name="weeks">How many weeks.</param>
public sealed class Simulation(RecallTerms terms, LocalDate from, int weeks)
{
    private readonly Dictionary<string, int>[] _due = Weekly(weeks);
    private readonly Dictionary<string, int>[] _assumed = Weekly(weeks);
    private readonly int[] _fewest = new int[weeks];
    private readonly int[] _most = new int[weeks];
    private readonly int[] _messages = new int[weeks];

    /// <summary>Open items that were due before the first day; their calls are in the weeks to come.</summary>
    public int Backlog { get; private set; }

    /// <summary>The weeks.</summary>
    public IReadOnlyList<SimulatedWeek> Weeks =>
        [.. Enumerable.Range(0, weeks).Select(i => new SimulatedWeek(from.PlusWeeks(i), _due[i], _assumed[i], _fewest[i], _most[i], _messages[i]))];

    /// <summary>Counts a present man's items, as they are on the first day.</summary>
    public void Add(IReadOnlyList<DueItem> items)
    {
        foreach (var item in items.Where(item => item.IsOpen))
        {
            Backlog += item.Due < from ? 1 : 0;
            Count(item, _due);
        }
    }

    /// <summary>Counts men assumed to be operated on from the first day on, spread evenly, who agree to be reminded.</summary>
    /// <param name="operationsPerWeek">How many operations a week.</param>
    /// <param name="zone">The clinic's zone.</param>
    /// <returns>The number of assumed operations.</returns>
    public int Assume(decimal operationsPerWeek, DateTimeZone zone)
    {
        var operations = (int)decimal.Floor(operationsPerWeek * weeks);
        for (var i = 0; i < operations; i++)
        {
            var day = from.PlusDays((int)decimal.Floor(i * 7m / operationsPerWeek));
            foreach (var item in DueItems.In(Operated(day, zone), terms, day))
            {
                Count(item, _assumed);
            }
        }

        return operations;
    }

    private void Count(DueItem item, Dictionary<string, int>[] due)
    {
        if (WeekOf(item.Due) is { } week)
        {
            due[week][item.Recall] = due[week].GetValueOrDefault(item.Recall) + 1;
        }

        if (item.Kind == RecallKind.Contact && WeekOf(LocalDate.Max(item.Due, from)) is { } call)
        {
            _fewest[call]++;
        }

        foreach (var day in Messages(item))
        {
            if (WeekOf(day) is { } week1)
            {
                _messages[week1]++;
            }
        }

        foreach (var day in Calls(item))
        {
            if (WeekOf(day) is { } week2)
            {
                _most[week2]++;
            }
        }
    }

    private IEnumerable<LocalDate> Messages(DueItem item) => item.Next is { Rung: Rung.Message } next
        ? Enumerable.Range(0, next.Of - next.Done).Select(message => terms.SendingHours.NextOpenDay(LocalDate.Max(next.From.PlusDays(message * terms.Protocol.DaysBetweenReminders), from)))
        : [];

    // Each call on another open day, after the messages that are still to come.
    private IEnumerable<LocalDate> Calls(DueItem item)
    {
        if (item.Next is not { Rung: Rung.Message or Rung.NurseCall } next)
        {
            yield break;
        }

        var protocol = terms.Protocol;
        var first = next.Rung == Rung.NurseCall ? next.From
            : next.From.PlusDays(((next.Of - next.Done - 1) * protocol.DaysBetweenReminders) + protocol.DaysBeforeCalls);
        var day = LocalDate.Max(first, from);
        for (var call = item.Tried.Days; call < protocol.Unreachable.Days; call++)
        {
            day = terms.SendingHours.NextOpenDay(day);
            yield return day;
            day = day.PlusDays(1);
        }
    }

    private int? WeekOf(LocalDate day) => day >= from && Period.DaysBetween(from, day) / 7 is var week && week < weeks ? week : null;

    private static Dictionary<string, int>[] Weekly(int weeks) =>
        [.. Enumerable.Range(0, weeks).Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    private static PatientCourse Operated(LocalDate on, DateTimeZone zone)
    {
        var at = on.AtStartOfDayInZone(zone).ToInstant();
        return PatientCourse.Of(Guid.Empty, zone,
        [
            new(Guid.AllBitsSet, 1, at, "", new ProcedurePerformed { Type = ProcedureType.MTESE, PerformedOn = on, Side = Side.Both }),
            new(Guid.Empty, 2, at, "", new ReminderConsentRecorded { StatedOn = on, Consents = true, Form = ConsentForm.Written }),
        ]);
    }
}
