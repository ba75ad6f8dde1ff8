using System.Collections.Frozen;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>How much of each ingredient a man may take in 24 hours: one version of the limits.</summary>
/// <remarks>An answer names its version. A new version is added beside this one, which can still be calculated.</remarks>
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

    /// <summary>Its sources.</summary>
    public string Source { get; } = "Paracetamol: NHS Telford and Wrekin 2018 (V67), product information (V66); other drugs: domain 5";

    /// <summary>The rolling window, in elapsed hours: after t - 24 h, up to and including t (R56).</summary>
    public Duration Window { get; } = Duration.FromHours(24);

    /// <summary>The shortest time between two doses of an ingredient: exactly 4 h is fine (R56).</summary>
    public Duration LeastInterval { get; } = Duration.FromHours(4);

    /// <summary>The largest single dose of paracetamol, in milligrams: exactly 1 g is fine (R56).</summary>
    public decimal ParacetamolAtOnce { get; } = 1000;

    /// <summary>The share of the limit from which there is a warning (R56).</summary>
    public decimal WarnFromShare { get; } = 0.75m;

    /// <summary>The sum of ibuprofen above which there is a warning, in milligrams: the limit without a prescription. With one it is 2,400 mg (domain 5).</summary>
    public decimal IbuprofenOverTheCounter { get; } = 1200;

    /// <summary>Use more than this many days after the operation is long use; local days of the clinic (domain 5).</summary>
    public int LongUseAfterDays { get; } = 14;

    /// <summary>
    /// The limit of 24 hours in milligrams; null where the version has none. For paracetamol it depends on the body weight in kilograms:
    /// 2 g up to 40 kg, 3 g below 50 kg, otherwise or if unknown 4 g (R58).
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

    /// <summary>The sum from which there is a warning, in milligrams; for ibuprofen, above which.</summary>
    public decimal WarnFrom(Ingredient ingredient, decimal limit) =>
        ingredient == Ingredient.Ibuprofen ? IbuprofenOverTheCounter : WarnFromShare * limit;

    /// <summary>The level of a sum: a warning from three quarters of the limit, an alarm above the limit (R56).</summary>
    public AlertLevel Judge(Ingredient ingredient, decimal milligrams, decimal? limit) => limit switch
    {
        null => AlertLevel.None,
        { } most when milligrams > most => AlertLevel.Alarm,
        { } most when ingredient == Ingredient.Ibuprofen => milligrams > WarnFrom(ingredient, most) ? AlertLevel.Warning : AlertLevel.None,
        { } most => milligrams >= WarnFrom(ingredient, most) ? AlertLevel.Warning : AlertLevel.None,
    };
}

/// <summary>How urgently somebody has to look at what he took.</summary>
public enum AlertLevel
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>Somebody should check it.</summary>
    Warning,

    /// <summary>A clinician calls the same day.</summary>
    Alarm,
}
