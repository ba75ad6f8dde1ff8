using System.Text.Json.Serialization;
using FollowUp.Course.Dates;
using FollowUp.Course.Json;
using NodaTime;

namespace FollowUp.Course;

/// <summary>One thing that happened to a man or was found out about him, as the clinic states it.</summary>
/// <remarks>
/// Appended to his stream and never edited. A new kind of fact is one sealed record in the folder <c>Facts</c>, with a
/// <see cref="StoredAsAttribute"/>: its stored name, its address, its serialization and its place in the interface follow from it.
/// A fact holds no direct identifier; those live in the patient directory.
/// </remarks>
public abstract record Fact
{
    /// <summary>When it happened, which is its place in the clinical order.</summary>
    /// <param name="zone">The clinic's time zone (R05).</param>
    public abstract Occurrence Occurred(DateTimeZone zone);

    /// <summary>Free text, encrypted with the man's own key before it is stored.</summary>
    public SealedText? Note { get; init; }

    /// <summary>The warnings this fact was stored despite, each with the reason given; null when there were none.</summary>
    public IReadOnlyList<ConfirmedWarning>? Warnings { get; init; }

    /// <summary>When the source system recorded it, where it was imported. The store's own recorded time is never set from it.</summary>
    public Instant? SourceRecordedAt { get; init; }

    /// <summary>For a copy that a merge of two records made, what it is a copy of.</summary>
    public CopiedFrom? CopiedFrom { get; init; }
}

/// <summary>A fact with a measured value that answers one of its own questions, whatever was said (R83).</summary>
public interface IMeasured
{
    /// <summary>Each answer that a value gives and the fact does not state, by the field as sent (<c>script.Fever</c>).</summary>
    IEnumerable<(string Field, Answer Answer)> AnswersByValue();
}

/// <summary>The entry of another record of the same man that a fact is a copy of.</summary>
/// <param name="MergeId">The merge that made the copy.</param>
/// <param name="EntryId">The entry as it was first recorded.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="RecordedBy">Who recorded it.</param>
public sealed record CopiedFrom(Guid MergeId, Guid EntryId, Instant RecordedAt, string RecordedBy);

/// <summary>A soft warning that a person confirmed, or that an import left for a person to look at.</summary>
/// <param name="Code">The warning's code, as the decision named it.</param>
/// <param name="Reason">Why it was stored despite the warning, encrypted; null when nobody has confirmed it yet.</param>
public sealed record ConfirmedWarning(string Code, SealedText? Reason = null);

/// <summary>Who may record a fact, and so who may correct and retract it.</summary>
public enum Recorder
{
    /// <summary>Nurses and clinicians.</summary>
    Nurse,

    /// <summary>Clinicians only: grades, death, loss to follow-up.</summary>
    Clinician,

    /// <summary>The program itself, for instance when a reminder is sent.</summary>
    System,

    /// <summary>A command of its own rather than an entry: enrolment, correction and retraction.</summary>
    Command,
}

/// <summary>Names a fact where it is stored and where it is sent.</summary>
/// <param name="name">The stored name, snake_case, frozen for ever.</param>
/// <param name="path">The last part of its address, <c>/patients/{patientId}/{path}</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAsAttribute(string name, string path) : Attribute
{
    /// <summary>The stored name, snake_case, frozen for ever.</summary>
    public string Name { get; } = name;

    /// <summary>The last part of its address, <c>/patients/{patientId}/{path}</c>.</summary>
    public string Path { get; } = path;

    /// <summary>Who may record it.</summary>
    public Recorder By { get; init; } = Recorder.Nurse;
}

/// <summary>Free text encrypted with the man's own key. It never holds plain text.</summary>
/// <remarks>Only the patient directory makes and opens it.</remarks>
[JsonConverter(typeof(SealedTextConverter))]
public sealed record SealedText
{
    /// <summary>How every stored cipher text begins.</summary>
    public const string Prefix = "sealed:1:";

    /// <summary>Takes a cipher text as it is stored.</summary>
    /// <exception cref="FormatException">It does not begin with <see cref="Prefix"/>: it would be plain text.</exception>
    public SealedText(string cipherText) =>
        CipherText = cipherText.StartsWith(Prefix, StringComparison.Ordinal)
            ? cipherText
            : throw new FormatException("Plain text cannot be stored in a fact.");

    /// <summary>The prefix and the base64url of nonce, cipher text and tag.</summary>
    public string CipherText { get; }
}
