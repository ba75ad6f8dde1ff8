using System.Collections.Frozen;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>How much of each ingredient a man may take in 24 hours, as one version states it.</summary>
/// <remarks>An answer names the version it was judged by; a new version is a new value, and this one stays computable.</remarks>
public sealed record AnalgesicLimits
{
    /// <summary>
    /// Paracetamol: NHS Telford and Wrekin 2018 (V67) and the product information (V66). The others are the usual adult limits (domain 5).
    /// The shares of a limit and the cautions are the clinic's (domain 5).
    /// </summary>
    public static readonly AnalgesicLimits Version2018 = new();

    private static readonly FrozenDictionary<Ingredient, decimal> Daily = new Dictionary<Ingredient, decimal>
    {
        [Ingredient.Ibuprofen] = 2400,
        [Ingredient.Diclofenac] = 150,
        [Ingredient.Naproxen] = 1250,
        [Ingredient.Dexketoprofen] = 75,
        [Ingredient.Tramadol] = 400,
    }.ToFrozenDictionary();

    private AnalgesicLimits()
    {
    }

    /// <summary>The version's id.</summary>
    public string Id { get; } = "analgesics-2018.1";

    /// <summary>Where it is from.</summary>
    public string Source { get; } = "Paracetamol: NHS Telford and Wrekin 2018 (V67), product information (V66); other drugs: domain 5";

    /// <summary>The rolling window, in elapsed hours: after t - 24 h, up to and including t (R56).</summary>
    public Duration Window { get; } = Duration.FromHours(24);

    /// <summary>The least time between two doses of an ingredient: exactly 4 h is fine (R56).</summary>
    public Duration LeastInterval { get; } = Duration.FromHours(4);

    /// <summary>The largest single dose of paracetamol, in milligrams: exactly 1 g is fine (R56).</summary>
    public decimal ParacetamolAtOnce { get; } = 1000;

    /// <summary>From this share of a limit on it warns (R56).</summary>
    public decimal WarnFromShare { get; } = 0.75m;

    /// <summary>Ibuprofen above this warns, in milligrams: the limit over the counter, where 2,400 mg is that on prescription (domain 5).</summary>
    public decimal IbuprofenOverTheCounter { get; } = 1200;

    /// <summary>Any use on a local day more than so many days after the operation is long use (domain 5).</summary>
    public int LongUseAfterDays { get; } = 14;

    /// <summary>
    /// The limit of 24 hours in milligrams; null where the version has none. Paracetamol goes by body weight in kilograms: up to 40 kg
    /// 2 g, below 50 kg 3 g, else and if unknown 4 g (R58).
    /// </summary>
    public static decimal? Milligrams(Ingredient ingredient, decimal? kilograms) => ingredient == Ingredient.Paracetamol
        ? kilograms switch
        {
            <= 40 => 2000,
            < 50 => 3000,
            _ => 4000,
        }
        : Daily.TryGetValue(ingredient, out var limit) ? limit : null;

    /// <summary>A full single dose of paracetamol in milligrams: 1 g, and 500 mg up to 40 kg (V67).</summary>
    public static decimal FullDoseOfParacetamol(decimal? kilograms) => kilograms <= 40 ? 500 : 1000;

    /// <summary>From which sum on it warns, in milligrams; for ibuprofen above it.</summary>
    public decimal WarnFrom(Ingredient ingredient, decimal limit) =>
        ingredient == Ingredient.Ibuprofen ? IbuprofenOverTheCounter : WarnFromShare * limit;

    /// <summary>What a sum means: at or above three quarters of the limit a warning, above the limit an alarm (R56).</summary>
    public AlertLevel Judge(Ingredient ingredient, decimal milligrams, decimal? limit) => limit switch
    {
        null => AlertLevel.None,
        { } most when milligrams > most => AlertLevel.Alarm,
        { } most when ingredient == Ingredient.Ibuprofen => milligrams > WarnFrom(ingredient, most) ? AlertLevel.Warning : AlertLevel.None,
        { } most => milligrams >= WarnFrom(ingredient, most) ? AlertLevel.Warning : AlertLevel.None,
    };
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
