namespace FollowUp.Reports.Statistics;

/// <summary>What a test gave, by its name; all tests are two-sided.</summary>
/// <param name="Method">The test, and how its p was reached.</param>
/// <param name="Statistic">Its statistic; null where it has none.</param>
/// <param name="DegreesOfFreedom">Of the statistic's distribution; null where it has none.</param>
/// <param name="P">The p, 0 to 1; null when the data give none.</param>
/// <param name="WhyNone">Why there is no p; null when there is one.</param>
public sealed record StatisticalTest(string Method, double? Statistic, double? DegreesOfFreedom, double? P, string? WhyNone = null)
{
    /// <summary>The alternative of every test here: a difference in either direction.</summary>
    public const string Sides = "two-sided";

    /// <summary>The difference that was tested, in the data's unit; null for a test that estimates none.</summary>
    public double? Difference { get; init; }

    /// <summary>Its 95 % interval.</summary>
    public Interval? Limits { get; init; }

    /// <summary>Why this test and not another; null when it was not chosen by rule.</summary>
    public string? Choice { get; init; }

    /// <summary>The method, the sides and why it was chosen, or why there is no result: what a table says beside a p.</summary>
    public string Words => P is null ? $"none: {WhyNone}" : Choice is null ? $"{Method}, {Sides}" : $"{Method}, {Sides}: {Choice}";

    /// <summary>A test that the data do not allow.</summary>
    public static StatisticalTest None(string method, string why) => new(method, null, null, null, why);
}

/// <summary>A 95 % interval, two-sided.</summary>
/// <param name="Lower">Its lower limit.</param>
/// <param name="Upper">Its upper limit.</param>
/// <param name="Method">How it was reached.</param>
public readonly record struct Interval(double Lower, double Upper, string Method)
{
    /// <summary>The share of the normal distribution below the upper limit of a two-sided 95 % interval.</summary>
    public const double UpperShare = 0.975;

    /// <summary>The 97.5th percentile of the standard normal distribution, 1.95996.</summary>
    public static readonly double Z = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, UpperShare);

    /// <summary>
    /// The interval of a probability by way of log(-log), which keeps it between 0 and 1; null where the probability is 0 or 1 (R75).
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
