namespace FollowUp.Hormones.Rules.Samples;

/// <summary>Where a value lies: one number, or an interval when a laboratory reported only a limit.</summary>
/// <param name="Low">The lower end, 0 when nothing is known.</param>
/// <param name="LowIncluded">Whether the value can be the lower end.</param>
/// <param name="High">The upper end; null when there is none.</param>
/// <param name="HighIncluded">Whether the value can be the upper end.</param>
public readonly record struct Bounds(decimal Low, bool LowIncluded, decimal? High, bool HighIncluded)
{
    /// <summary>The one number, when the value is known exactly.</summary>
    public decimal? Exact => LowIncluded && HighIncluded && Low == High ? Low : null;

    /// <summary>The lower end when something is known of it.</summary>
    public decimal? AtLeast => Low > 0 ? Low : null;

    /// <summary>A number known exactly.</summary>
    public static Bounds Of(decimal number) => new(number, true, number, true);

    /// <summary>A number as printed with its comparison sign; nothing measured lies below 0.</summary>
    public static Bounds Of(Comparison comparison, decimal number) => comparison switch
    {
        Comparison.LessThan => new(0, true, number, false),
        Comparison.AtMost => new(0, true, number, true),
        Comparison.GreaterThan => new(number, false, null, false),
        Comparison.AtLeast => new(number, true, null, false),
        _ => Of(number),
    };

    /// <summary>The mean of several values; an interval when one of them is (R29).</summary>
    public static Bounds Mean(IReadOnlyCollection<Bounds> values) => new(
        values.Sum(value => value.Low) / values.Count,
        values.All(value => value.LowIncluded),
        values.All(value => value.High is not null) ? values.Sum(value => value.High) / values.Count : null,
        values.All(value => value.HighIncluded));

    /// <summary>The smaller of two values, as far as it is known.</summary>
    public static Bounds Min(Bounds one, Bounds other)
    {
        var low = one.Low < other.Low || (one.Low == other.Low && one.LowIncluded) ? one : other;
        var high = other.High is null || one.High < other.High || (one.High == other.High && !one.HighIncluded) ? one : other;
        return new(low.Low, low.LowIncluded, high.High, high.HighIncluded);
    }

    /// <summary>The value in another unit: times one factor, over another.</summary>
    public Bounds Convert(decimal factor, decimal divisor) => new(Low * factor / divisor, LowIncluded, High * factor / divisor, HighIncluded);

    /// <summary>The least and the most that this value can be above another; null where there is no end.</summary>
    public (decimal? AtLeast, decimal? AtMost) Minus(Bounds other) => (Low - other.High, High - other.Low);

    /// <summary>This value as a percentage of another.</summary>
    public Bounds PercentOf(Bounds whole)
    {
        var high = whole.Low > 0 ? 100 * High / whole.Low : null;
        return new(
            whole.High is > 0 and { } most ? 100 * Low / most : 0,
            LowIncluded && whole.HighIncluded,
            high,
            high is not null && HighIncluded && whole.LowIncluded);
    }

    /// <summary>Whether it must lie below a limit (R16).</summary>
    public bool SurelyBelow(decimal limit) => High < limit || (High == limit && !HighIncluded);

    /// <summary>Whether it must lie at or below a limit.</summary>
    public bool SurelyAtMost(decimal limit) => High <= limit;

    /// <summary>Whether it must lie at or above a limit (R16).</summary>
    public bool SurelyAtLeast(decimal limit) => Low >= limit;

    /// <summary>Whether it must lie above a limit.</summary>
    public bool SurelyAbove(decimal limit) => Low > limit || (Low == limit && !LowIncluded);
}
