using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Course.Facts;

/// <summary>His key was destroyed: nobody can say any more who he is, nor read what was written of him. The other facts stay.</summary>
/// <remarks>It has no note, for there is no key to seal one with. It is final.</remarks>
[StoredAs("identity_erased", "erasure", By = Recorder.Command)]
public sealed record IdentityErased : Fact
{
    /// <summary>Why.</summary>
    public required ErasureReason Reason { get; init; }

    /// <summary>The clinic's date of the erasure.</summary>
    public required LocalDate ErasedOn { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ErasedOn);
}

/// <summary>Why a man's identity is erased.</summary>
public enum ErasureReason
{
    /// <summary>He asked for it, and no duty to keep it stands against it (GDPR 17, Law 6698 art. 7).</summary>
    HisRequest,

    /// <summary>The time for which records are kept is over.</summary>
    RetentionEnded,

    /// <summary>He should not have been enrolled, for instance as another clinic's man.</summary>
    EnrolledByMistake,
}
