using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Course;

/// <summary>A fact as it was recorded: the unit of the log that a course is folded from.</summary>
/// <param name="Id">The fact's id, the sender's when they gave one; corrections and explanations name it.</param>
/// <param name="Version">Its place in the man's stream, from 1.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="RecordedBy">Who recorded it: a user's id, or the job's name.</param>
/// <param name="Fact">What was stated.</param>
public sealed record Entry(Guid Id, long Version, Instant RecordedAt, string RecordedBy, Fact Fact)
{
    /// <summary>Its place in the order of recording; of a copy that of the original, as if there had been one record all along.</summary>
    public (Instant At, long Version) FirstRecorded => (Fact.CopiedFrom?.RecordedAt ?? RecordedAt, Version);

    /// <summary>The entry it was first recorded as; of a copy the original, however often it was copied since.</summary>
    public Guid FirstId => Fact.CopiedFrom?.EntryId ?? Id;

    /// <summary>Who recorded it; of a copy, who recorded the original.</summary>
    public string FirstRecordedBy => Fact.CopiedFrom?.RecordedBy ?? RecordedBy;
}

/// <summary>An entry that stands: not retracted, with its corrections applied.</summary>
/// <typeparam name="TFact">What was stated.</typeparam>
/// <param name="Id">The entry's id.</param>
/// <param name="Fact">The fact as corrected.</param>
/// <param name="Occurred">When it happened, in the clinic's zone.</param>
/// <param name="Entry">As it was first recorded.</param>
/// <param name="CorrectedBy">The entries that correct it, in the order they were recorded.</param>
public sealed record Standing<TFact>(Guid Id, TFact Fact, Occurrence Occurred, Entry Entry, IReadOnlyList<Guid> CorrectedBy)
    where TFact : Fact;
