using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Demo;

/// <summary>The demonstration cohort: 310 synthetic men with the paper's totals. The same date and seed give the same cohort.</summary>
/// <param name="On">The date up to which it has data; the latest operation is on the day before.</param>
/// <param name="Seed">The seed of its random numbers.</param>
public sealed record DemoCohort(LocalDate On, int Seed)
{
    /// <summary>The seed used unless another is given.</summary>
    public const int UsualSeed = 1;

    /// <summary>The days over which operations are spread: four and a half years, as in the paper.</summary>
    public const int Days = 1643;

    /// <summary>The zone of the clinic's days and clock times.</summary>
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];

    // 115 of 310 come to the test, 37 %: as poor as published follow-up after micro-TESE (104 of 281 men in one series).
    private static readonly (Fate Fate, int Men)[] Fates =
    [
        (Fate.Tested, 115), (Fate.TestedLate, 10), (Fate.Lost, 157), (Fate.LostEarly, 15), (Fate.Back, 2), (Fate.Withdrew, 9), (Fate.Died, 2),
    ];

    /// <summary>The id of the man enrolled first, the same for every date and seed: a clinic can have only one cohort.</summary>
    public static Guid FirstPatient => Story.IdOf(1, 0);

    /// <summary>The record number of a man, which contains the date and seed of his cohort.</summary>
    public string RecordNumber(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"SYN-{On.Year:0000}{On.Month:00}{On.Day:00}-{Seed}-{number:000}");

    /// <summary>The cohort of a record number; null when it is not from one.</summary>
    public static DemoCohort? Of(string? recordNumber) =>
        recordNumber?.Split('-') is ["SYN", var on, var seed, _]
            && LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd").Parse(on) is { Success: true } date
            && int.TryParse(seed, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? new(date.Value, read)
            : null;

    /// <summary>Everything recorded before the date, in the order of recording.</summary>
    public IReadOnlyList<DemoLine> Lines()
    {
        var before = On.AtStartOfDayInZone(Zone).ToInstant();
        return [.. Men().SelectMany(man => Story.Of(man, RecordNumber(man.Number)).Lines.Where(line => line.RecordedAt < before))
            .OrderBy(line => line.RecordedAt).ThenBy(line => line.Id)];
    }

    /// <summary>The men.</summary>
    public IReadOnlyList<DemoMan> Men()
    {
        var draw = new Draw((ulong)Seed);
        var days = OperationDays(draw.For(1));
        var cells = draw.For(2).Shuffled(JointDistribution.Cells.SelectMany(cell => Enumerable.Repeat(cell, cell.Men)));
        var fates = draw.For(3).Shuffled(Fates.SelectMany(fate => Enumerable.Repeat(fate.Fate, fate.Men)));
        var traits = Traits(cells, draw.For(4));
        var pain = Half(cells, draw.For(5));
        var chance = draw.For(6);
        var today = ReminderDays().ToHashSet();
        return
        [
            .. days.Select((day, i) => (Day: day, Enrolled: EnrolledOn(cells[i], day, chance), At: i))
                .OrderBy(man => man.Enrolled).ThenBy(man => man.At)
                .Select((man, i) => new DemoMan(
                    i + 1, cells[man.At], today.Contains(man.Day) ? Fate.Tested : fates[man.At], man.Day, man.Enrolled,
                    traits[man.At].Age, traits[man.At].Infertility, traits[man.At].Fsh, traits[man.At].Testosterone,
                    pain[man.At], today.Contains(man.Day) || chance.Chance(0.7), draw.For(1000 + i))),
        ];
    }

    /// <summary>The days of surgery whose men have a reminder due on the date itself: six weeks, and six months.</summary>
    private IEnumerable<LocalDate> ReminderDays() => [On.PlusDays(-42), On.PlusMonths(-6)];

    // About one man every five days, so that every seed gives about as many men in each window.
    private LocalDate[] OperationDays(Draw draw)
    {
        var count = JointDistribution.Cells.Sum(cell => cell.Men);
        var days = Enumerable.Range(0, count)
            .Select(i => On.PlusDays(-1 - Days + (int)((i + draw.Unit()) * Days / count)))
            .Select(day => day.DayOfWeek == IsoDayOfWeek.Sunday ? day.PlusDays(-1) : day)
            .ToArray();
        days[^1] = On.PlusDays(-1);
        foreach (var pinned in ReminderDays())
        {
            var nearest = Enumerable.Range(0, count - 1).MinBy(i => Math.Abs(Period.DaysBetween(days[i], pinned)));
            days[nearest] = pinned;
        }

        return days;
    }

    // Therapy takes months before surgery, and the baseline is drawn before it starts.
    private static LocalDate EnrolledOn(Cell cell, LocalDate operated, Draw draw)
    {
        var day = operated.PlusDays(-(cell.Therapy ? 176 : draw.Between(14, 90)));
        return day.DayOfWeek == IsoDayOfWeek.Sunday ? day.PlusDays(1) : day;
    }

    // "Half of the patients" had mild pain (discussion); which half is our choice.
    private static bool[] Half(Cell[] cells, Draw draw)
    {
        var pain = new bool[cells.Length];
        foreach (var group in cells.Select((cell, i) => (cell.IsSalvage, At: i)).GroupBy(man => man.IsSalvage, man => man.At))
        {
            foreach (var at in draw.Shuffled(group).Take(group.Count() / 2))
            {
                pain[at] = true;
            }
        }

        return pain;
    }

    // The printed means and standard deviations of table 1 by group, where they are possible. A duration of 247 months is not, and neither are the
    // printed testosterone values; plausible ones are used instead.
    private static Trait[] Traits(Cell[] cells, Draw draw)
    {
        var traits = new Trait[cells.Length];
        foreach (var group in cells.Select((cell, i) => (Cell: cell, At: i)).GroupBy(man => (man.Cell.IsSalvage, Found: man.Cell.IsSalvage && man.Cell.Found)))
        {
            var men = group.OrderBy(man => man.Cell.IsKlinefelter).Select(man => man.At).ToArray();
            var (age, infertility, fsh) = group.Key switch
            {
                (true, true) => ((36.71m, 8.1m), (59.45m, 21.4m), (18.01m, 5.4m)),
                (true, false) => ((36.50m, 5.57m), (61.4m, 23.5m), (20.01m, 9.07m)),
                _ => ((35.4m, 6.0m), (55.0m, 24.0m), (20.5m, 9.0m)),
            };
            var ages = draw.Around(men.Length, age.Item1, age.Item2, 25, 45, 0);
            var months = draw.Around(men.Length, infertility.Item1, infertility.Item2, 22, 140, 0);

            // FSH is highest in Klinefelter.
            var fshs = draw.Around(men.Length, fsh.Item1, fsh.Item2, 2.5m, 60, 1).Order().ToArray();
            var klinefelter = men.Count(at => cells[at].IsKlinefelter);
            decimal[] ordered = [.. draw.Shuffled(fshs.SkipLast(klinefelter)), .. fshs.TakeLast(klinefelter)];
            for (var i = 0; i < men.Length; i++)
            {
                var (mean, deviation) = cells[men[i]].IsKlinefelter ? (9.8, 2.0) : (14.6, 3.8);
                var testosterone = Math.Round((decimal)Math.Clamp(mean + (deviation * draw.Normal()), 5.5, 27), 1, MidpointRounding.AwayFromZero);
                traits[men[i]] = new((int)ages[i], (int)months[i], ordered[i], testosterone);
            }
        }

        return traits;
    }

    private readonly record struct Trait(int Age, int Infertility, decimal Fsh, decimal Testosterone);
}
