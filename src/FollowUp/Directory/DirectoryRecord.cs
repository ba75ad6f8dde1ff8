using FollowUp.Course;
using NodaTime;

namespace FollowUp.Directory;

/// <summary>What the directory holds of a man: his key and who he is.</summary>
public sealed class DirectoryRecord
{
    internal DirectoryRecord(Guid patientId, int version, byte[]? dataKey, IReadOnlyList<IdentityVersion> history)
    {
        PatientId = patientId;
        Version = version;
        DataKey = dataKey;
        Key = dataKey is null ? null : new PatientKey(patientId, dataKey);
        History = history;
    }

    /// <summary>His id.</summary>
    public Guid PatientId { get; }

    /// <summary>The version of his identity, from 1; a change names the one that was seen.</summary>
    public int Version { get; }

    /// <summary>His key; null once he is erased.</summary>
    public PatientKey? Key { get; }

    /// <summary>Who he is; null once he is erased.</summary>
    public PatientIdentity? Identity => History.Count == 0 ? null : History[^1].Identity;

    /// <summary>Every version of his identity, the earliest first, with who entered it, when and why; empty once he is erased.</summary>
    public IReadOnlyList<IdentityVersion> History { get; }

    /// <summary>Whether this is, or ever was, exactly his identity.</summary>
    public bool Holds(PatientIdentity identity) => History.Any(version => PatientDirectory.Json(version.Identity).AsSpan().SequenceEqual(PatientDirectory.Json(identity)));

    internal byte[]? DataKey { get; }
}

/// <summary>Who entered or changed an identity.</summary>
/// <param name="By">The user's id.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why it was changed; null for the first.</param>
public sealed record IdentityChange(string By, Instant At, string? Reason = null)
{
    /// <summary>Shows no reason, which may name the man.</summary>
    public override string ToString() => $"a change by {By}";
}

/// <summary>An identity as it was entered or changed.</summary>
/// <param name="Identity">His identity then.</param>
/// <param name="Change">By whom, when and why.</param>
public sealed record IdentityVersion(PatientIdentity Identity, IdentityChange Change);

/// <summary>A man found by a search.</summary>
/// <param name="PatientId">His id.</param>
/// <param name="Identity">Who he is, for those who may see it.</param>
/// <param name="FoundBy">The fields that match.</param>
public sealed record DirectoryHit(Guid PatientId, PatientIdentity Identity, IReadOnlyList<IdentityField> FoundBy)
{
    /// <summary>The record that this one is merged into, where his facts stand; null while it is none.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The warning to be confirmed when a man who may already be enrolled is enrolled; it names no one.</summary>
    public Finding AsPossibleDuplicate() => Finding.Warning(
        "PossibleDuplicate",
        "identity",
        PatientId,
        $"A man with the same {string.Join(" and ", FoundBy)} is already enrolled: "
        + "open him and compare, or confirm with a reason that they are two men.");
}

/// <summary>What a search found.</summary>
/// <param name="Hits">The men.</param>
/// <param name="More">Whether there are more than were asked for: the search should be narrower.</param>
/// <param name="Refusal">Why there was nothing to search for; null when the search was made.</param>
public sealed record DirectorySearch(IReadOnlyList<DirectoryHit> Hits, bool More, Finding? Refusal);
