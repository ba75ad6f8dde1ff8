using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>How a drug acts on the hormones.</summary>
public enum TherapyEffect
{
    /// <summary>Stimulation: gonadotrophins, oestrogen receptor modulators, aromatase inhibitors.</summary>
    Stimulation,

    /// <summary>Testosterone replacement.</summary>
    Testosterone,

    /// <summary>It alters testosterone or its assay; flagged only (domain 6).</summary>
    FlagOnly,
}

/// <summary>How long after its last dose a drug still acts (R24).</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Effect">How it acts.</param>
/// <param name="After">The upper end of the printed range: whole days, or calendar months.</param>
/// <remarks>Version washout/1; domain 6, a design proposal there, to be signed off by the clinic.</remarks>
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
