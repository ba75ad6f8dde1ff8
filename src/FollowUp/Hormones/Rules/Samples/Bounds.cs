namespace FollowUp.Hormones.Rules.Samples;

/// <summary>What is known about a value: one number, or an interval when the laboratory printed only a limit.</summary>
/// <param name="Low">The lower end, 0 when nothing is known.</param>
/// <param name="LowIncluded">Whether the value can equal the lower end.</param>
/// <param name="High">The upper end; null when there is none.</param>
/// <param name="HighIncluded">Whether the value can equal the upper end.</param>
public readonly record struct Bounds(decimal Low, bool LowIncluded, decimal? High, bool HighIncluded)
{
    /// <summary>The number, when the value is known exactly.</summary>
    public decimal? Exact => LowIncluded && HighIncluded && Low == High ? Low : null;

    /// <summary>The lower end, when one is known.</summary>
    public decimal? AtLeast => Low > 0 ? Low : null;

    /// <summary>A value that is known exactly.</summary>
    public static Bounds Of(decimal number) => new(number, true, number, true);

    /// <summary>A number with its printed comparison sign. No value is below 0.</summary>
    public static Bounds Of(Comparison comparison, decimal number) => comparison switch
    {
        Comparison.LessThan => new(0, true, number, false),
        Comparison.AtMost => new(0, true, number, true),
        Comparison.GreaterThan => new(number, false, null, false),
        Comparison.AtLeast => new(number, true, null, false),
        _ => Of(number),
    };

    /// <summary>The mean of several values; an interval when one of them is an interval (R29).</summary>
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

    /// <summary>The value in another unit: multiplied by one factor and divided by another.</summary>
    public Bounds Convert(decimal factor, decimal divisor) => new(Low * factor / divisor, LowIncluded, High * factor / divisor, HighIncluded);

    /// <summary>The smallest and the largest possible difference of this value and another; null where there is no limit.</summary>
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

    /// <summary>Whether the value is certainly below a limit (R16).</summary>
    public bool SurelyBelow(decimal limit) => High < limit || (High == limit && !HighIncluded);

    /// <summary>Whether the value is certainly at or below a limit.</summary>
    public bool SurelyAtMost(decimal limit) => High <= limit;

    /// <summary>Whether the value is certainly at or above a limit (R16).</summary>
    public bool SurelyAtLeast(decimal limit) => Low >= limit;

    /// <summary>Whether the value is certainly above a limit.</summary>
    public bool SurelyAbove(decimal limit) => Low > limit || (Low == limit && !LowIncluded);
}
