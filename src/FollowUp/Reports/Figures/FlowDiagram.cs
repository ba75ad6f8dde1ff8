using System.Globalization;
using FollowUp.Platform.Figures;
using FollowUp.Reports.Tables;
using ScottPlot;

namespace FollowUp.Reports.Figures;

/// <summary>A STROBE flow diagram: how many go on at each stage, and beside it how many do not, and why.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Title">Its title.</param>
/// <param name="Stages">The stages from top to bottom.</param>
/// <param name="Notes">What a reader must know to understand it.</param>
public sealed record FlowDiagram(string Key, string Title, IReadOnlyList<FlowStage> Stages, IReadOnlyList<string> Notes) : Figure(Key, Title, Notes)
{
    private const double LineHeight = 17;

    private const double Gap = 26;

    /// <inheritdoc/>
    public override int Height => (int)(Stages.Sum(HeightOf) + (Gap * Stages.Count) + 20);

    /// <inheritdoc/>
    public override bool IsEmpty => Stages.Count == 0;

    /// <summary>The stages of a table: each group is a stage; the row <paramref name="on"/> counts those who go on, the others those who do not.</summary>
    public static IReadOnlyList<FlowStage> StagesOf(Table table, string on) =>
    [
        .. table.Rows.GroupBy(row => row.Group).Select(stage => new FlowStage(
            Words(stage.Key, stage.Single(row => row.Label == on).Cells[0]),
            [.. stage.Where(row => row.Label != on && row.Cells[0] is { Withheld: true } or { Values: [> 0] }).Select(row => Words(row.Label, row.Cells[0]))])),
    ];

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        var top = 0.0;
        (double X, double Y)? from = null;
        foreach (var stage in Stages)
        {
            var height = HeightOf(stage);
            if (stage.Left.Count > 0)
            {
                var middle = top - (height / 2);
                Box(plot, 400, 740, top, height, stage.Left, bold: false);
                Arrow(plot, (190, middle), (398, middle));
            }

            var box = top - height - Gap + 6;
            if (from is { } above)
            {
                Arrow(plot, above, (190, box + 1));
            }

            Box(plot, 20, 360, box, 30, [stage.On], bold: true);
            from = (190, box - 30);
            top = box - 30 - 6;
        }

        plot.Axes.SetLimits(0, Width, top - 10, 10);
        plot.HideGrid();
        plot.Layout.Frameless();
    }

    private static double HeightOf(FlowStage stage) => (stage.Left.Count * LineHeight) + (stage.Left.Count > 0 ? 14 : 0) + 36 - 26;

    private static string Words(string label, Cell cell) => cell.Withheld
        ? $"{label}: {SmallCells.WithheldText}"
        : string.Create(CultureInfo.InvariantCulture, $"{label}: {cell.Values[0]}");

    private static void Box(Plot plot, double left, double right, double top, double height, IReadOnlyList<string> lines, bool bold)
    {
        var box = plot.Add.Rectangle(left, right, top - height, top);
        (box.FillColor, box.LineColor, box.LineWidth) = (Colors.White, FigureColors.Ink, 1);
        for (var line = 0; line < lines.Count; line++)
        {
            var text = plot.Add.Text(lines[line], left + 8, top - ((height - (lines.Count * LineHeight)) / 2) - (LineHeight * (line + 0.5)));
            (text.LabelFontSize, text.LabelBold, text.LabelFontColor, text.LabelAlignment) = (12, bold, FigureColors.Ink, Alignment.MiddleLeft);
        }
    }

    private static void Arrow(Plot plot, (double X, double Y) from, (double X, double Y) to)
    {
        var arrow = plot.Add.Arrow(from.X, from.Y, to.X, to.Y);
        (arrow.ArrowFillColor, arrow.ArrowLineWidth, arrow.ArrowWidth) = (FigureColors.Ink, 0, 1.2f);
        (arrow.ArrowheadWidth, arrow.ArrowheadLength, arrow.ArrowheadAxisLength) = (8, 8, 8);
    }
}

/// <summary>A stage of a flow.</summary>
/// <param name="On">How many go on, in words.</param>
/// <param name="Left">How many do not, and why, a line for each reason.</param>
public sealed record FlowStage(string On, IReadOnlyList<string> Left);
