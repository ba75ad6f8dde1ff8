namespace FollowUp.Reports.Statistics;

/// <summary>A count out of a total. Every rate is kept this way, so that percentages are always calculated and never typed.</summary>
/// <param name="Count">How many have the property, 0 to <paramref name="Of"/>.</param>
/// <param name="Of">The total, 0 or more.</param>
public readonly record struct Proportion(int Count, int Of)
{
    /// <summary>How many do not have the property.</summary>
    public int Others => Of - Count;

    /// <summary>The percentage, unrounded; null for a total of 0.</summary>
    public double? Percent => Of == 0 ? null : 100.0 * Count / Of;

    /// <summary>The Wilson score interval (95 %), in percent; null for a total of 0.</summary>
    public Interval? Wilson()
    {
        if (Of == 0)
        {
            return null;
        }

        var (k, n, z2) = ((double)Count, (double)Of, Interval.Z * Interval.Z);
        var centre = (k + (z2 / 2)) / (n + z2);
        var half = Interval.Z / (n + z2) * Math.Sqrt((k * (n - k) / n) + (z2 / 4));

        // At the ends the formula gives exactly 0 or 1, apart from rounding.
        return new(Count == 0 ? 0 : 100 * (centre - half), Count == Of ? 100 : 100 * (centre + half), "Wilson score");
    }

    /// <summary>
    /// How many percentage points this rate is above another, with Newcombe's interval (95 %, hybrid score method 10,
    /// Stat Med 1998;17:873); null when one of the totals is 0.
    /// </summary>
    public Difference? Less(Proportion other)
    {
        if (Percent is not { } mine || other.Percent is not { } theirs)
        {
            return null;
        }

        var (inner, outer) = (Wilson()!.Value, other.Wilson()!.Value);
        return new(mine - theirs, new(
            mine - theirs - Math.Sqrt(Math.Pow(mine - inner.Lower, 2) + Math.Pow(outer.Upper - theirs, 2)),
            mine - theirs + Math.Sqrt(Math.Pow(inner.Upper - mine, 2) + Math.Pow(theirs - outer.Lower, 2)),
            "Newcombe hybrid score"));
    }
}

/// <summary>A difference of two rates, in percentage points.</summary>
/// <param name="Points">The difference.</param>
/// <param name="Limits">Its 95 % interval.</param>
public readonly record struct Difference(double Points, Interval Limits);
