using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>How much paracetamol a man may take in 24 hours, as one published version states it.</summary>
/// <remarks>An answer names the version it was judged by; a new version is a new value, and this one stays computable.</remarks>
public sealed record ParacetamolLimits
{
    /// <summary>NHS Telford and Wrekin 2018 (V67) and the product information (V66); the shares of the limit are the clinic's (domain 5).</summary>
    public static readonly ParacetamolLimits Version2018 = new();

    private ParacetamolLimits()
    {
    }

    /// <summary>The version's id.</summary>
    public string Id { get; } = "paracetamol-2018.1";

    /// <summary>The rolling window, in elapsed hours: after t - 24 h, up to and including t (R56).</summary>
    public Duration Window { get; } = Duration.FromHours(24);

    /// <summary>The least time between two doses: exactly 4 h is fine (R56).</summary>
    public Duration LeastInterval { get; } = Duration.FromHours(4);

    /// <summary>The largest single dose, in milligrams: exactly 1 g is fine (R56).</summary>
    public decimal SingleDoseMilligrams { get; } = 1000;

    /// <summary>The limit of 24 hours in milligrams, by body weight in kilograms: up to 40 kg 2 g, below 50 kg 3 g, else and if unknown 4 g (R58).</summary>
    public decimal Milligrams(decimal? kilograms) => kilograms switch
    {
        <= 40 => 2000,
        < 50 => 3000,
        _ => 4000,
    };

    /// <summary>What a sum means: at or above 75 % of the limit a warning, above the limit an alarm (R56).</summary>
    public static AlertLevel Judge(decimal milligrams, decimal limit) =>
        milligrams > limit ? AlertLevel.Alarm : milligrams >= 0.75m * limit ? AlertLevel.Warning : AlertLevel.None;
}

/// <summary>How far an intake asks for attention.</summary>
public enum AlertLevel
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Look at it.</summary>
    Warning,

    /// <summary>A clinician calls the same day.</summary>
    Alarm,
}
