using System.Globalization;
using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Patients.Pages.Chart;
using NodaTime;

namespace FollowUp.Hormones.Pages;

/// <summary>The layout of a man's testosterone curve: days to the right, nmol/L upwards.</summary>
/// <remarks>It has positions and words only. Colours are in the style sheet, so that the curve follows the theme and can be printed.</remarks>
public sealed class Curve
{
    /// <summary>The width of the drawing.</summary>
    public const int Width = 900;

    /// <summary>The height of the drawing.</summary>
    public const int Height = 300;

    private const int Left = 40, Right = 10, Top = 22, Bottom = 26;

    private readonly LocalDate _from;
    private readonly int _days;
    private readonly decimal _highest;

    private Curve(LocalDate from, LocalDate to, decimal highest) => (_from, _days, _highest) = (from, Math.Max(1, Period.DaysBetween(from, to)), highest);

    /// <summary>Every testosterone sample with a number, also those that do not count.</summary>
    public IReadOnlyList<HormoneSample> Samples { get; private init; } = [];

    /// <summary>His dated operations.</summary>
    public IReadOnlyList<Operation> Operations { get; private init; } = [];

    /// <summary>The follow-up windows of the latest operation.</summary>
    public IReadOnlyList<WindowDays> Windows { get; private init; } = [];

    /// <summary>The therapies, each until it no longer acts.</summary>
    public IReadOnlyList<TherapyPeriod> Therapies { get; private init; } = [];

    /// <summary>The baseline of the latest operation in nmol/L; null when there is no exact one.</summary>
    public decimal? Baseline { get; private init; }

    /// <summary>The low limit of the rule set in nmol/L.</summary>
    public decimal LowBelow { get; private init; }

    /// <summary>The day of the latest operation done here.</summary>
    public LocalDate? Index { get; private init; }

    /// <summary>The last day drawn.</summary>
    public LocalDate To => _from.PlusDays(_days);

    /// <summary>The curve of a man; null when no sample has a number.</summary>
    public static Curve? Of(Man man)
    {
        var all = HormoneSamples.Of(man.Course);
        var samples = all.All.Where(sample => sample is { Analyte: Analyte.Testosterone, Amount: not null }).OrderBy(sample => sample.DrawnOn).ThenBy(sample => sample.DrawnAt).ToList();
        if (samples.Count == 0)
        {
            return null;
        }

        var ruleSet = PublishedRuleSets.All[man.Asked.RuleSet];
        var recovery = OperationRecovery.AllIn(man.Course, man.View.On) is [.., var latest] ? latest : null;
        var operations = all.Operations.Where(operation => operation.IsDated).ToList();
        var first = LocalDate.Min(samples[0].DrawnOn, operations.LastOrDefault(operation => operation.Here)?.On.PlusMonths(-1) ?? samples[0].DrawnOn);
        var last = LocalDate.Max(samples[^1].DrawnOn, recovery is null ? man.View.On : LocalDate.Min(recovery.PerformedOn.PlusMonths(26), LocalDate.Max(man.View.On, recovery.PerformedOn.PlusMonths(10))));
        var low = ruleSet.LowBelow * ruleSet.Unit.Factor / HormoneUnits.Canonical(Analyte.Testosterone).Factor;
        var baseline = recovery?.PreIndex?.NmolPerLitre;
        return new Curve(first.PlusDays(-10), last.PlusDays(10), 1.1m * new[] { samples.Max(sample => sample.Amount!.Value), 1.32m * (baseline ?? 0), low }.Max())
        {
            Samples = samples,
            Operations = [.. operations.Where(operation => operation.On >= first.PlusDays(-10))],
            Windows = recovery is null ? [] : [.. WindowDays.Of(recovery.PerformedOn).Where(window => window.From <= last)],
            Therapies = [.. all.Therapies.Where(therapy => therapy.Effect != TherapyEffect.FlagOnly && therapy.StartedOn?.Earliest is var start && !(start > last) && !(therapy.LastActing < first))],
            Baseline = baseline,
            LowBelow = low,
            Index = recovery?.PerformedOn,
        };
    }

    /// <summary>The horizontal position of a day.</summary>
    public string X(LocalDate? day) => Text(Left + ((decimal)Math.Clamp(Period.DaysBetween(_from, day ?? _from), 0, _days) / _days * (Width - Left - Right)));

    /// <summary>The width of the days from one to another.</summary>
    public string Wide(LocalDate? from, LocalDate? to) => Text(decimal.Parse(X(to ?? To), CultureInfo.InvariantCulture) - decimal.Parse(X(from), CultureInfo.InvariantCulture));

    /// <summary>The vertical position of a value.</summary>
    public string Y(decimal value) => Text(Height - Bottom - (value / _highest * (Height - Top - Bottom)));

    /// <summary>The height of the values from one to another.</summary>
    public string High(decimal from, decimal to) => Text((to - from) / _highest * (Height - Top - Bottom));

    /// <summary>The eligible samples as a line.</summary>
    public string Line() => string.Join(' ', Samples.Where(sample => sample.IsEligible).Select(sample => $"{X(sample.DrawnOn)},{Y(sample.Amount!.Value)}"));

    /// <summary>The values marked on the vertical axis.</summary>
    public IEnumerable<decimal> Marks()
    {
        var step = _highest switch { > 60 => 20m, > 30 => 10m, > 12 => 5m, _ => 2m };
        for (var mark = 0m; mark < _highest; mark += step)
        {
            yield return mark;
        }
    }

    /// <summary>The first days of months, quarters or years marked on the horizontal axis.</summary>
    public IEnumerable<LocalDate> Ticks()
    {
        var months = _days switch { > 1500 => 12, > 700 => 6, > 250 => 3, _ => 1 };
        for (var month = new LocalDate(_from.Year, 1, 1); month <= To; month = month.PlusMonths(months))
        {
            if (month >= _from)
            {
                yield return month;
            }
        }
    }

    private static string Text(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
