using FollowUp.Patients.Pages.Chart;

namespace FollowUp.Benchmarks;

/// <summary>How much is measured.</summary>
/// <param name="Men">How many men are enrolled beforehand.</param>
/// <param name="Window">How long a window of load lasts.</param>
/// <param name="Pairs">How many pairs of windows, product and reference, are measured at each number of connections.</param>
/// <param name="MostWarmUp">How many windows either may take to become steady.</param>
/// <param name="Starts">How many starts the start-up time is the median of.</param>
internal sealed record Extent(int Men, TimeSpan Window, int Pairs, int MostWarmUp, int Starts)
{
    /// <summary>What the README's numbers come from.</summary>
    public static readonly Extent Full = new(1_000, TimeSpan.FromSeconds(2), 4, 12, 5);

    /// <summary>To see whether a change helps; a minute.</summary>
    public static readonly Extent Quick = new(300, TimeSpan.FromSeconds(1.5), 3, 6, 2);
}
