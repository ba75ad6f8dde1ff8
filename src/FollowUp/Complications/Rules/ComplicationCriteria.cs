namespace FollowUp.Complications.Rules;

/// <summary>When recorded facts propose a complication to a clinician: one version of the clinic's definitions (domain 4.3).</summary>
/// <remarks>A proposal that the clinic signs off. A complication names the version it was judged by; a change is a new version.</remarks>
public sealed record ComplicationCriteria
{
    /// <summary>The first version.</summary>
    public static readonly ComplicationCriteria Version2026 = new();

    private ComplicationCriteria()
    {
    }

    /// <summary>The version's id, which a complication's <c>definitionVersion</c> names.</summary>
    public string Id { get; } = "complications/2026-1";

    /// <summary>Its source.</summary>
    public string Source { get; } = "domain 4.3: chronic post-surgical pain of three months (IASP, ICD-11), loss of testicular volume; the clinic's settings";

    /// <summary>Scrotal pain more than this many days after surgery is chronic; local days of the clinic.</summary>
    public int ChronicPainAfterDays { get; } = 90;

    /// <summary>The smallest loss of volume that counts, in percent of the volume before surgery.</summary>
    public decimal VolumeLossFromPercent { get; } = 20;

    /// <summary>The first day after surgery on which a volume counts; swelling is over by then.</summary>
    public int VolumeFromDays { get; } = 90;
}
