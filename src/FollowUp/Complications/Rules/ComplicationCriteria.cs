namespace FollowUp.Complications.Rules;

/// <summary>From when on the facts propose a complication to a clinician: one version of the clinic's definitions (domain 4.3).</summary>
/// <remarks>A design proposal for the clinic to sign off. A complication names the version it was judged by; a change is a new value.</remarks>
public sealed record ComplicationCriteria
{
    /// <summary>The first version.</summary>
    public static readonly ComplicationCriteria Version2026 = new();

    private ComplicationCriteria()
    {
    }

    /// <summary>The version's id, which a complication's <c>definitionVersion</c> names.</summary>
    public string Id { get; } = "complications/2026-1";

    /// <summary>Where it is from.</summary>
    public string Source { get; } = "domain 4.3: chronic post-surgical pain of three months (IASP, ICD-11), loss of testicular volume; the clinic's settings";

    /// <summary>Scrotal pain is chronic on a local day more than so many days after surgery.</summary>
    public int ChronicPainAfterDays { get; } = 90;

    /// <summary>A loss of volume of this share of the volume before surgery and more, in percent.</summary>
    public decimal VolumeLossFromPercent { get; } = 20;

    /// <summary>A volume counts from so many days after surgery on: swelling is over by then.</summary>
    public int VolumeFromDays { get; } = 90;
}
