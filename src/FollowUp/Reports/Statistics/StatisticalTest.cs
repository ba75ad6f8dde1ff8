namespace FollowUp.Reports.Statistics;

/// <summary>The result of a statistical test. All tests are two-sided.</summary>
/// <param name="Method">The test, and how its p value was calculated.</param>
/// <param name="Statistic">Its statistic; null where it has none.</param>
/// <param name="DegreesOfFreedom">Of the statistic's distribution; null where it has none.</param>
/// <param name="P">The p value, 0 to 1; null when the data allow none.</param>
/// <param name="WhyNone">Why there is no p value; null when there is one.</param>
public sealed record StatisticalTest(string Method, double? Statistic, double? DegreesOfFreedom, double? P, string? WhyNone = null)
{
    /// <summary>The alternative of every test here: a difference in either direction.</summary>
    public const string Sides = "two-sided";

    /// <summary>The difference that was tested, in the unit of the data; null for a test that estimates none.</summary>
    public double? Difference { get; init; }

    /// <summary>Its 95 % interval.</summary>
    public Interval? Limits { get; init; }

    /// <summary>Why this test and not another; null when it was not chosen by rule.</summary>
    public string? Choice { get; init; }

    /// <summary>The method, its sides and why it was chosen, or why there is no result, as tables print it beside a p value.</summary>
    public string Words => P is null ? $"none: {WhyNone}" : Choice is null ? $"{Method}, {Sides}" : $"{Method}, {Sides}: {Choice}";

    /// <summary>A test that the data do not allow.</summary>
    public static StatisticalTest None(string method, string why) => new(method, null, null, null, why);
}

/// <summary>A 95 % interval, two-sided.</summary>
/// <param name="Lower">Its lower limit.</param>
/// <param name="Upper">Its upper limit.</param>
/// <param name="Method">How it was calculated.</param>
public readonly record struct Interval(double Lower, double Upper, string Method)
{
    /// <summary>The share of the normal distribution below the upper limit of a two-sided 95 % interval.</summary>
    public const double UpperShare = 0.975;

    /// <summary>The 97.5th percentile of the standard normal distribution, 1.95996.</summary>
    public static readonly double Z = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, UpperShare);

    /// <summary>
    /// The interval of a probability with the log(-log) transformation, which keeps it between 0 and 1; null where the probability is 0 or 1 (R75).
    /// </summary>
    /// <param name="probability">The estimate, 0 to 1.</param>
    /// <param name="standardError">Its standard error.</param>
    public static Interval? LogLog(double probability, double standardError)
    {
        if (probability is <= 0 or >= 1)
        {
            return null;
        }

        var log = Math.Log(probability);
        var half = Z * standardError / (probability * Math.Abs(log));
        return new(Math.Pow(probability, Math.Exp(half)), Math.Pow(probability, Math.Exp(-half)), "log-log");
    }
}
