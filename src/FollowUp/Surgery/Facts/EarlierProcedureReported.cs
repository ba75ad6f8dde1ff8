using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Surgery.Facts;

/// <summary>A sperm retrieval done elsewhere, as the man or a letter reports it. The date may be partial or missing.</summary>
[StoredAs("earlier_procedure_reported", "earlier-procedures")]
public sealed record EarlierProcedureReported : Fact
{
    /// <summary>What was done.</summary>
    public required ProcedureType Type { get; init; }

    /// <summary>When, as far as it is known; null when nothing is known.</summary>
    public PartialDate? PerformedOn { get; init; }

    /// <summary>On which side.</summary>
    public Side Side { get; init; } = Side.Unknown;

    /// <summary>Whether sperm was found.</summary>
    public RetrievalOutcome Outcome { get; init; } = RetrievalOutcome.Unknown;

    /// <summary>Where the report comes from.</summary>
    public ReportSource Source { get; init; } = ReportSource.Patient;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(PerformedOn);
}

/// <summary>Where a report about the past comes from.</summary>
public enum ReportSource
{
    /// <summary>The man's own account.</summary>
    Patient,

    /// <summary>A letter or an operation note.</summary>
    Letter,

    /// <summary>Another system.</summary>
    Record,
}
