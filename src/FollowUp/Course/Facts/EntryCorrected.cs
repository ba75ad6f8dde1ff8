using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Course.Facts;

/// <summary>Fields of an earlier entry were wrong; the entry stays, and its corrected form stands (R01).</summary>
[StoredAs("entry_corrected", "corrections", By = Recorder.Command)]
public sealed record EntryCorrected : Fact
{
    /// <summary>The entry corrected; never itself a correction or a retraction.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>The changed fields with their right values, as a JSON merge patch (RFC 7396): null removes a field.</summary>
    public required System.Text.Json.Nodes.JsonObject Changes { get; init; }

    /// <summary>Why, by code; the note says it in words.</summary>
    public required CorrectionReason Reason { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => new(LocalDate.MinIsoValue, LocalDate.MaxIsoValue);
}

/// <summary>Why an entry was corrected or retracted.</summary>
public enum CorrectionReason
{
    /// <summary>It was mistyped.</summary>
    TypingError,

    /// <summary>It belongs to another man.</summary>
    WrongPatient,

    /// <summary>It was recorded twice.</summary>
    Duplicate,

    /// <summary>The source was wrong.</summary>
    SourceError,

    /// <summary>More is known now.</summary>
    NewInformation,

    /// <summary>Another reason; see the note.</summary>
    Other,
}
