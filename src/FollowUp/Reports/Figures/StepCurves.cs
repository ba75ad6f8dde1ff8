using System.Globalization;
using FollowUp.Platform.Figures;
using ScottPlot;

namespace FollowUp.Reports.Figures;

/// <summary>Shares that change on certain days, as steps, with their limits as bands.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Title">Its title.</param>
/// <param name="Curves">The curves.</param>
/// <param name="YLabel">What the shares are of, in percent.</param>
/// <param name="Notes">What a reader must know to understand it.</param>
public sealed record StepCurves(string Key, string Title, IReadOnlyList<StepCurve> Curves, string YLabel, IReadOnlyList<string> Notes)
    : Figure(Key, Title, Notes)
{
    /// <summary>How many were still followed on some days, printed below the days; null where the reader may not see it.</summary>
    public IReadOnlyList<(int Day, int? Count)> AtRisk { get; init; } = [];

    /// <inheritdoc/>
    public override bool IsEmpty => Curves.All(curve => curve.Steps.Count == 0);

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        foreach (var (curve, at) in Curves.Select((curve, at) => (curve, at)).Where(each => each.curve.Steps.Count > 0))
        {
            List<CurveStep> steps = [new(0, 0, null, null), .. curve.Steps, curve.Steps[^1] with { Day = Math.Max(curve.Until, curve.Steps[^1].Day) }];
            Band(plot, steps, at);
            var line = plot.Add.Scatter(steps.Select(step => (double)step.Day).ToArray(), steps.Select(step => step.Percent).ToArray());
            (line.Color, line.LineWidth, line.MarkerSize, line.ConnectStyle, line.LegendText) =
                (FigureColors.Of(at), Math.Max(1.5f, 4 - (1.25f * at)), 0, ConnectStyle.StepHorizontal, curve.Name);
        }

        plot.Axes.SetLimits(0, Curves.Max(curve => Math.Max(curve.Until, 1)) * 1.02, 0, 100);
        if (AtRisk.Count > 0)
        {
            plot.Axes.Bottom.SetTicks(
                [.. AtRisk.Select(at => (double)at.Day)],
                [.. AtRisk.Select(at => string.Create(CultureInfo.InvariantCulture, $"{at.Day}\n{(at.Count is { } count ? $"{count}" : "-")}"))]);
        }

        plot.XLabel(AtRisk.Count > 0 ? "Days after the operation, and how many were still followed" : "Days after the operation");
        plot.YLabel(YLabel);
        plot.ShowLegend(Alignment.UpperLeft);
    }

    private static void Band(Plot plot, List<CurveStep> steps, int at)
    {
        var limited = steps.Zip(steps.Skip(1)).Where(pair => pair.First is { Lower: not null, Upper: not null } && pair.Second.Day > pair.First.Day).ToList();
        if (limited.Count == 0)
        {
            return;
        }

        double[] days = [.. limited.SelectMany(pair => new[] { (double)pair.First.Day, pair.Second.Day })];
        double[] lower = [.. limited.SelectMany(pair => new[] { pair.First.Lower!.Value, pair.First.Lower.Value })];
        double[] upper = [.. limited.SelectMany(pair => new[] { pair.First.Upper!.Value, pair.First.Upper.Value })];
        var band = plot.Add.FillY(days, lower, upper);
        (band.FillColor, band.LineWidth, band.MarkerSize) = (FigureColors.Of(at).WithAlpha(0.15), 0, 0);
    }
}

/// <summary>A curve.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Steps">Its steps, in order; before the first one the share is 0.</param>
/// <param name="Until">The last day of follow-up.</param>
public sealed record StepCurve(string Name, IReadOnlyList<CurveStep> Steps, int Until);

/// <summary>A share from a day on, in percent, with its limits where there are any.</summary>
/// <param name="Day">The day.</param>
/// <param name="Percent">The share.</param>
/// <param name="Lower">The lower limit (95 %).</param>
/// <param name="Upper">The upper limit.</param>
public sealed record CurveStep(int Day, double Percent, double? Lower, double? Upper);
