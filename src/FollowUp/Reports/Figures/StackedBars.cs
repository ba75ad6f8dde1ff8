using FollowUp.Platform.Figures;
using ScottPlot;

namespace FollowUp.Reports.Figures;

/// <summary>Rows of a table of counts as horizontal bars, with a segment for each column; counts withheld in the table are not drawn.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Title">Its title.</param>
/// <param name="Bars">The bars from top to bottom.</param>
/// <param name="XLabel">What the segments count.</param>
/// <param name="Notes">What a reader must know to understand it.</param>
public sealed record StackedBars(string Key, string Title, IReadOnlyList<StackedBar> Bars, string XLabel, IReadOnlyList<string> Notes) : Figure(Key, Title, Notes)
{
    /// <summary>The segments for what is not known or not yet due; they are grey.</summary>
    public IReadOnlyList<string> Quiet { get; init; } = [];

    /// <inheritdoc/>
    public override int Height => 110 + (34 * Bars.Count);

    /// <inheritdoc/>
    public override bool IsEmpty => Bars.All(bar => bar.Segments.All(segment => segment.Count is null or 0));

    /// <summary>The bars of some rows of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Which rows, and what each bar is called.</param>
    /// <param name="columns">Which columns.</param>
    public static IReadOnlyList<StackedBar> BarsOf(Table table, Func<Row, string?> rows, Func<Column, bool> columns) =>
    [
        .. from row in table.Rows
           let label = rows(row)
           where label is not null
           select new StackedBar(label, [.. table.Columns.Zip(row.Cells)
               .Where(at => at.First.Shape == Shape.Count && columns(at.First))
               .Select(at => (at.First.Heading, at.Second.Withheld ? null : at.Second.Values[0]))]),
    ];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        // A column that is empty in all bars is left out of the legend, but keeps its colour.
        string[] names = [.. Bars[0].Segments.Select(segment => segment.Name)];
        for (var column = 0; column < names.Length; column++)
        {
            if (Bars.All(bar => bar.Segments[column].Count is null or 0))
            {
                continue;
            }

            var bars = plot.Add.Bars(Bars.Select((bar, at) => new Bar
            {
                Position = -at,
                ValueBase = bar.Segments.Take(column).Sum(segment => segment.Count ?? 0),
                Value = bar.Segments.Take(column + 1).Sum(segment => segment.Count ?? 0),
                FillColor = Quiet.Contains(names[column]) ? FigureColors.Faint : FigureColors.Of(column),
                LineColor = Colors.White,
                LineWidth = 1,
                Size = 0.7,
            }).ToArray());
            bars.Horizontal = true;
            bars.LegendText = names[column];
        }

        plot.Axes.Left.SetTicks([.. Bars.Select((_, at) => (double)-at)], [.. Bars.Select(bar => bar.Label)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Margins(left: 0, right: 0.04);
        plot.Axes.SetLimitsY(-Bars.Count + 0.4, 0.6);
        plot.XLabel(XLabel);
        plot.ShowLegend(Edge.Bottom).Legend.Orientation = Orientation.Horizontal;
    }
}

/// <summary>A bar.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Segments">Its segments; a count that the reader may not see is null.</param>
public sealed record StackedBar(string Label, IReadOnlyList<(string Name, double? Count)> Segments);
