using System.Globalization;
using FollowUp.Platform.Figures;
using ScottPlot;

namespace FollowUp.Reports.Figures;

/// <summary>The rates of a table with their intervals, one below the other; rates withheld in the table are not drawn.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Title">Its title.</param>
/// <param name="Rates">The rates from top to bottom.</param>
/// <param name="XLabel">What they are rates of.</param>
/// <param name="Notes">What a reader must know to understand it.</param>
public sealed record RateIntervals(string Key, string Title, IReadOnlyList<RateInterval> Rates, string XLabel, IReadOnlyList<string> Notes)
    : Figure(Key, Title, Notes)
{
    /// <inheritdoc/>
    public override int Height => 80 + (24 * Rates.Count);

    /// <inheritdoc/>
    public override bool IsEmpty => Rates.Count == 0;

    /// <summary>The rates in a column of a table.</summary>
    public static IReadOnlyList<RateInterval> RatesOf(Table table, string column)
    {
        var at = table.Columns.ToList().FindIndex(each => each.Key == column);
        return
        [
            .. from row in table.Rows
               let cell = row.Cells[at]
               where !cell.Withheld && cell.Values is [not null, _, not null, not null, not null]
               select new RateInterval(
                   string.Create(CultureInfo.InvariantCulture, $"{row.Group}: {row.Label}  {cell.Values[0]}/{cell.Values[1]}"),
                   cell.Values[2]!.Value, cell.Values[3]!.Value, cell.Values[4]!.Value),
        ];
    }

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        for (var at = 0; at < Rates.Count; at++)
        {
            var rate = Rates[at];
            var line = plot.Add.Line(rate.Lower, -at, rate.Upper, -at);
            (line.Color, line.LineWidth) = (FigureColors.Of(0), 1.5f);
            var marker = plot.Add.Marker(rate.Percent, -at, MarkerShape.FilledSquare, 8);
            marker.Color = FigureColors.Of(0);
        }

        plot.Axes.Left.SetTicks([.. Rates.Select((_, at) => (double)-at)], [.. Rates.Select(rate => rate.Label)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.SetLimits(0, 100, -Rates.Count + 0.4, 0.6);
        plot.XLabel(XLabel);
    }
}

/// <summary>A rate and its limits, in percent.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Percent">The rate.</param>
/// <param name="Lower">The lower limit (95 %).</param>
/// <param name="Upper">The upper limit.</param>
public sealed record RateInterval(string Label, double Percent, double Lower, double Upper);
