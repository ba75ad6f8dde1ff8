using FollowUp.Platform.Figures;
using FollowUp.Recalls.Rules;
using ScottPlot;

namespace FollowUp.Recalls.Pages;

/// <summary>The figure of the coming weeks: the fewest and the most calls, and the messages.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Weeks">The weeks.</param>
/// <param name="Words">The names of axes and lines, in the reader's language.</param>
internal sealed record WeeksToCome(string Title, IReadOnlyList<SimulatedWeek> Weeks, WeeksToCome.Names Words) : Figure("weeksToCome", Title, [])
{
    /// <inheritdoc/>
    public override int Width => 960;

    /// <inheritdoc/>
    public override int Height => 340;

    /// <inheritdoc/>
    public override bool IsEmpty => Weeks.Count == 0;

    /// <inheritdoc/>
    public override void Draw(Plot plot)
    {
        double[] weeks = [.. Enumerable.Range(0, Weeks.Count).Select(week => (double)week)];
        var between = plot.Add.FillY(weeks, Of(week => week.FewestCalls), Of(week => week.MostCalls));
        (between.FillColor, between.LineWidth, between.MarkerSize) = (FigureColors.Of(0).WithAlpha(0.15), 0, 0);
        Line(plot, weeks, Of(week => week.MostCalls), Words.Most, 0, LinePattern.Dashed);
        Line(plot, weeks, Of(week => week.FewestCalls), Words.Fewest, 0, LinePattern.Solid);
        Line(plot, weeks, Of(week => week.Messages), Words.Messages, 5, LinePattern.Dotted);

        // About ten dates on the axis, however many weeks there are.
        var step = Math.Max(1, Weeks.Count / 10);
        int[] named = [.. Enumerable.Range(0, Weeks.Count).Where(week => week % step == 0)];
        plot.Axes.Bottom.SetTicks([.. named.Select(week => (double)week)], [.. named.Select(week => Words.Day(Weeks[week].From))]);
        plot.Axes.SetLimits(0, Math.Max(1, Weeks.Count - 1), 0, Math.Max(1, Weeks.Max(week => Math.Max(week.MostCalls, week.Messages))) * 1.1);
        plot.YLabel(Words.AWeek);
        plot.ShowLegend(Edge.Bottom).Legend.Orientation = Orientation.Horizontal;
    }

    private static void Line(Plot plot, double[] weeks, double[] counts, string name, int colour, LinePattern pattern)
    {
        var line = plot.Add.Scatter(weeks, counts);
        (line.Color, line.LineWidth, line.MarkerSize, line.LinePattern, line.LegendText) = (FigureColors.Of(colour), 2, 0, pattern, name);
    }

    private double[] Of(Func<SimulatedWeek, int> count) => [.. Weeks.Select(week => (double)count(week))];

    /// <summary>The names of axes and lines.</summary>
    internal sealed record Names(string Fewest, string Most, string Messages, string AWeek, Func<NodaTime.LocalDate, string> Day);
}
