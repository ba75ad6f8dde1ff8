using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Surgery.Facts;

/// <summary>The histology of one procedure and side. It belongs to that tissue, not to the man as a whole.</summary>
[StoredAs("histology_reported", "histologies")]
public sealed record HistologyReported : Fact
{
    /// <summary>The procedure, here or elsewhere, in which the tissue was taken.</summary>
    [EntryOf(typeof(ProcedurePerformed), typeof(EarlierProcedureReported))]
    public required Guid ProcedureId { get; init; }

    /// <summary>The side it was taken from.</summary>
    public required Side Side { get; init; }

    /// <summary>The pattern.</summary>
    public required Histology Pattern { get; init; }

    /// <summary>The patterns of a mixed report.</summary>
    public IReadOnlyList<Histology>? Components { get; init; }

    /// <summary>At which stage a maturation arrest stops the cells.</summary>
    public ArrestStage Arrest { get; init; } = ArrestStage.NotStated;

    /// <summary>The day of the report, as far as it is known.</summary>
    public PartialDate? ReportedOn { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ReportedOn);
}

/// <summary>A histological pattern of the testis (V6).</summary>
public enum Histology
{
    /// <summary>Sertoli cell-only: tubules contain no germ cells.</summary>
    SCOS,

    /// <summary>Maturation arrest, early or late: germ cells stop at one stage.</summary>
    MA,

    /// <summary>Hypospermatogenesis: all stages are present, but too few cells.</summary>
    HS,

    /// <summary>Normal spermatogenesis.</summary>
    NORMAL,

    /// <summary>Tubular hyalinisation or sclerosis.</summary>
    HYALINE,

    /// <summary>More than one pattern; see the components.</summary>
    MIXED,

    /// <summary>No report.</summary>
    UNKNOWN,
}

/// <summary>The stage of a maturation arrest (V6).</summary>
public enum ArrestStage
{
    /// <summary>Early.</summary>
    Early,

    /// <summary>Late.</summary>
    Late,

    /// <summary>Not stated, or no maturation arrest.</summary>
    NotStated,
}
