using FollowUp.Platform.Figures;
using FollowUp.Reports.Statistics;
using ScottPlot;

namespace FollowUp.Reports.Figures;

/// <summary>Groups of values as boxes: quartiles and median, whiskers to the farthest value within one and a half box lengths, others as points.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Title">Its title.</param>
/// <param name="Series">The names of the boxes at each place, in order.</param>
/// <param name="Groups">The boxes: place, series, values.</param>
/// <param name="YLabel">What the values are.</param>
/// <param name="Notes">What a reader must know to understand it.</param>
public sealed record BoxPlots(
    string Key, string Title, IReadOnlyList<string> Series, IReadOnlyList<(string Place, int Series, IReadOnlyList<decimal> Values)> Groups,
    string YLabel, IReadOnlyList<string> Notes) : Figure(Key, Title, Notes)
{
    private const double WhiskerLengths = 1.5;

    /// <inheritdoc/>
    public override bool IsEmpty => Groups.All(group => group.Values.Count == 0);

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        string[] places = [.. Groups.Select(group => group.Place).Distinct()];
        var step = 0.8 / Series.Count;
        for (var series = 0; series < Series.Count; series++)
        {
            List<Box> boxes = [];
            foreach (var group in Groups.Where(group => group.Series == series && group.Values.Count > 0))
            {
                var position = Array.IndexOf(places, group.Place) + ((series - ((Series.Count - 1) / 2.0)) * step);
                var (summary, values) = (Summary.Of(group.Values), group.Values.Order().Select(value => (double)value).ToList());
                var reach = WhiskerLengths * (summary.UpperQuartile!.Value - summary.LowerQuartile!.Value);
                bool IsWithin(double value) => value >= summary.LowerQuartile - reach && value <= summary.UpperQuartile + reach;
                boxes.Add(new()
                {
                    Position = position,
                    Width = step * 0.8,
                    BoxMin = summary.LowerQuartile.Value,
                    BoxMiddle = summary.Median!.Value,
                    BoxMax = summary.UpperQuartile.Value,
                    WhiskerMin = values.First(IsWithin),
                    WhiskerMax = values.Last(IsWithin),
                    LineColor = FigureColors.Ink,
                });
                foreach (var value in values.Where(value => !IsWithin(value)))
                {
                    plot.Add.Marker(position, value, MarkerShape.OpenCircle, 5, FigureColors.Of(series));
                }
            }

            if (boxes.Count > 0)
            {
                var drawn = plot.Add.Boxes(boxes);
                (drawn.LegendText, drawn.FillColor) = (Series[series], FigureColors.Of(series).WithAlpha(0.5));
            }
        }

        plot.Axes.Bottom.SetTicks([.. places.Select((_, at) => (double)at)], places);
        plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Axes.SetLimitsX(-0.6, places.Length - 0.4);
        plot.YLabel(YLabel);
        plot.ShowLegend(Edge.Bottom).Legend.Orientation = Orientation.Horizontal;
    }
}
