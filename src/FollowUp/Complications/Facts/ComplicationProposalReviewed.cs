using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Complications.Facts;

/// <summary>A clinician confirmed or declined a proposed complication. Without a review no proposal is counted.</summary>
[StoredAs("complication_proposal_reviewed", "complication-proposal-reviews", By = Recorder.Clinician)]
public sealed record ComplicationProposalReviewed : Fact
{
    /// <summary>The operation it is proposed for.</summary>
    [EntryOf(typeof(ProcedurePerformed))]
    public required Guid ProcedureId { get; init; }

    /// <summary>The kind of complication that is proposed.</summary>
    public required ComplicationType Type { get; init; }

    /// <summary>The side it is proposed for; None for a proposal without a side.</summary>
    public Side Side { get; init; } = Side.None;

    /// <summary>The day of the review; facts of a later day may propose it again.</summary>
    public required LocalDate ReviewedOn { get; init; }

    /// <summary>The decision.</summary>
    public required ProposalOutcome Outcome { get; init; }

    /// <summary>For a confirmed proposal, the complication recorded for it; that entry is graded and counted.</summary>
    [EntryOf(typeof(ComplicationReported))]
    public Guid? ComplicationId { get; init; }

    /// <summary>Who reviewed it, by the clinic's staff code; only needed when another person records it.</summary>
    [Code(CodeAttribute.Staff, "D-019")]
    public string? ReviewedBy { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ReviewedOn);
}

/// <summary>A clinician's decision about a proposed complication.</summary>
public enum ProposalOutcome
{
    /// <summary>He has that complication.</summary>
    Confirmed,

    /// <summary>He does not have it.</summary>
    Declined,
}
