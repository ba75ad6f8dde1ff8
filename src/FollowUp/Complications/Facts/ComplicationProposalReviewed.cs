using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Complications.Facts;

/// <summary>A clinician says whether what the facts propose is that complication. Nothing proposed counts without one.</summary>
[StoredAs("complication_proposal_reviewed", "complication-proposal-reviews", By = Recorder.Clinician)]
public sealed record ComplicationProposalReviewed : Fact
{
    /// <summary>The operation it is proposed for.</summary>
    [EntryOf(typeof(ProcedurePerformed))]
    public required Guid ProcedureId { get; init; }

    /// <summary>What is proposed.</summary>
    public required ComplicationType Type { get; init; }

    /// <summary>The side it is proposed for; None where the proposal has none.</summary>
    public Side Side { get; init; } = Side.None;

    /// <summary>The day of the review; facts of a later day may propose it anew.</summary>
    public required LocalDate ReviewedOn { get; init; }

    /// <summary>Whether it is so.</summary>
    public required ProposalOutcome Outcome { get; init; }

    /// <summary>The complication recorded for it, when it is confirmed: it is that entry which is graded and counted.</summary>
    [EntryOf(typeof(ComplicationReported))]
    public Guid? ComplicationId { get; init; }

    /// <summary>Who reviewed it, by the clinic's staff code, where another person records it.</summary>
    [Code(CodeAttribute.Staff, "D-019")]
    public string? ReviewedBy { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ReviewedOn);
}

/// <summary>What a clinician makes of a proposed complication.</summary>
public enum ProposalOutcome
{
    /// <summary>It is that complication.</summary>
    Confirmed,

    /// <summary>It is not.</summary>
    Declined,
}
