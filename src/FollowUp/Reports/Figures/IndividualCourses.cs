using FollowUp.Platform.Figures;
using ScottPlot;

namespace FollowUp.Reports.Figures;

/// <summary>Every man's course as a thin line, and the median of the windows over them.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Title">Its title.</param>
/// <param name="Courses">One for each operation: the day and the value, in order.</param>
/// <param name="Medians">The target day of a window and the median of its values.</param>
/// <param name="Marks">The horizontal lines: their value and name.</param>
/// <param name="YLabel">What the values are.</param>
/// <param name="Notes">What a reader must know to understand it.</param>
public sealed record IndividualCourses(
    string Key, string Title, IReadOnlyList<IReadOnlyList<(int Day, double Value)>> Courses, IReadOnlyList<(int Day, double Value)> Medians,
    IReadOnlyList<(double Value, string Name)> Marks, string YLabel, IReadOnlyList<string> Notes) : Figure(Key, Title, Notes)
{
    /// <inheritdoc/>
    public override bool IsEmpty => Courses.Count == 0;

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        foreach (var course in Courses)
        {
            var line = plot.Add.Scatter(course.Select(at => (double)at.Day).ToArray(), course.Select(at => at.Value).ToArray());
            (line.Color, line.LineWidth, line.MarkerSize) = (FigureColors.Of(4).WithAlpha(0.55), 0.8f, 3);
        }

        if (Medians.Count > 0)
        {
            var median = plot.Add.Scatter(Medians.Select(at => (double)at.Day).ToArray(), Medians.Select(at => at.Value).ToArray());
            (median.Color, median.LineWidth, median.MarkerSize, median.LegendText) = (FigureColors.Of(5), 3, 8, "median of the windows");
        }

        foreach (var (value, name) in Marks)
        {
            var mark = plot.Add.HorizontalLine(value, 1, FigureColors.Ink, LinePattern.Dashed);
            (mark.LabelText, mark.LabelOppositeAxis, mark.LabelFontSize) = (name, true, 11);
            (mark.LabelBackgroundColor, mark.LabelFontColor, mark.LabelBold) = (Colors.Transparent, FigureColors.Ink, false);
        }

        plot.Axes.Right.MinimumSize = 60;
        plot.Axes.Margins(0.02, 0.05);
        plot.XLabel("Days after the operation");
        plot.YLabel(YLabel);
        plot.ShowLegend(Alignment.UpperRight);
    }
}
