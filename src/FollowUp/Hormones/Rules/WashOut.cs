using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules;

/// <summary>The effect of a drug on the hormones.</summary>
public enum TherapyEffect
{
    /// <summary>Stimulation: gonadotrophins, oestrogen receptor modulators, aromatase inhibitors.</summary>
    Stimulation,

    /// <summary>Testosterone replacement.</summary>
    Testosterone,

    /// <summary>It may alter testosterone or its assay. It is flagged, but excludes no sample (domain 6).</summary>
    FlagOnly,
}

/// <summary>How long a drug still acts after its last dose (R24).</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Effect">Its effect.</param>
/// <param name="After">The time after the last dose, in whole days or calendar months: the upper end of the published range.</param>
/// <remarks>Version washout/1: a proposal that the clinic signs off (R24; clomifene: V73).</remarks>
public sealed record WashOut(HormoneDrug Drug, TherapyEffect Effect, Period After)
{
    /// <summary>Every drug.</summary>
    public static readonly IReadOnlyList<WashOut> All =
    [
        new(HormoneDrug.Hcg, TherapyEffect.Stimulation, Period.FromDays(28)),
        new(HormoneDrug.HcgWithFsh, TherapyEffect.Stimulation, Period.FromDays(42)),
        new(HormoneDrug.Clomifene, TherapyEffect.Stimulation, Period.FromDays(42)),
        new(HormoneDrug.Tamoxifen, TherapyEffect.Stimulation, Period.FromDays(56)),
        new(HormoneDrug.Anastrozole, TherapyEffect.Stimulation, Period.FromDays(21)),
        new(HormoneDrug.Letrozole, TherapyEffect.Stimulation, Period.FromDays(21)),
        new(HormoneDrug.TestosteroneGel, TherapyEffect.Testosterone, Period.FromDays(28)),
        new(HormoneDrug.TestosteroneEnanthate, TherapyEffect.Testosterone, Period.FromDays(84)),
        new(HormoneDrug.TestosteroneUndecanoate, TherapyEffect.Testosterone, Period.FromMonths(6)),
        new(HormoneDrug.TestosteroneUnknown, TherapyEffect.Testosterone, Period.FromMonths(6)),
        new(HormoneDrug.Cabergoline, TherapyEffect.FlagOnly, Period.Zero),
        new(HormoneDrug.Opioid, TherapyEffect.FlagOnly, Period.Zero),
        new(HormoneDrug.SystemicSteroid, TherapyEffect.FlagOnly, Period.Zero),
        new(HormoneDrug.Biotin, TherapyEffect.FlagOnly, Period.Zero),
    ];

    /// <summary>The wash-out of a drug.</summary>
    public static WashOut Of(HormoneDrug drug) => All.First(washOut => washOut.Drug == drug);
}
