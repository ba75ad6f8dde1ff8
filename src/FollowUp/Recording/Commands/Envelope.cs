using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Directory;
using NodaTime;

namespace FollowUp.Recording.Commands;

/// <summary>What every command carries besides the fact.</summary>
public sealed record Envelope
{
    /// <summary>Free text about it, sealed before it is stored.</summary>
    public string? Note { get; init; }

    /// <summary>Why it is stored despite a warning, by the warning's code.</summary>
    public IReadOnlyDictionary<string, string> Confirm { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The version of the man that the sender saw: a correction or retraction needs it, and a contact that has it is not stored beside another
    /// that was recorded after it.
    /// </summary>
    public long? SeenVersion { get; init; }

    /// <summary>No person is there to ask: warnings are stored unconfirmed, and listed.</summary>
    public bool Unattended { get; init; }

    /// <summary>It came over the interface: what only a person can say is not asked for, but stored unconfirmed and listed (R81).</summary>
    public bool FromProgram { get; init; }

    /// <summary>It is only asked what would follow from it: nothing is stored.</summary>
    public bool DryRun { get; init; }

    /// <summary>The key that makes sending it twice storing it once.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>The recorded time, in a synthetic clinic only.</summary>
    public Instant? RecordedAt { get; init; }

    /// <summary>When the source recorded it, for an import.</summary>
    public Instant? SourceRecordedAt { get; init; }

    /// <summary>Whether anything in it, or in the fact, is free text, so that the man's key is needed.</summary>
    public bool HoldsText(Fact fact) => Note is not null || Confirm.Count > 0 || fact is EntryCorrected { Changes: var changes } && changes.ContainsKey("note");

    /// <summary>The codes confirmed; the reasons are sealed into the fact when it is stored.</summary>
    public Confirmations Confirmed => new([.. Confirm.Keys], Unattended) { FromProgram = FromProgram };

    /// <summary>The fact with its free text sealed with the man's key.</summary>
    /// <param name="fact">The fact as sent.</param>
    /// <param name="factId">The entry's id: the same text in two entries does not look the same.</param>
    /// <param name="key">The man's key; null only when nothing is free text.</param>
    public Fact Sealed(Fact fact, Guid factId, PatientKey? key)
    {
        var stored = fact with
        {
            Note = Note is null ? null : Seal(Note, "note", factId, key),
            SourceRecordedAt = SourceRecordedAt,
        };
        if (stored is not EntryCorrected correction || correction.Changes["note"] is not JsonValue changed)
        {
            return stored;
        }

        var changes = (JsonObject)correction.Changes.DeepClone();
        changes["note"] = Seal(changed.ToString(), "changes/note", factId, key).CipherText;
        return correction with { Changes = changes };
    }

    /// <summary>The fact with the reasons for storing it despite its warnings, sealed.</summary>
    public Fact WithReasons(Fact fact, Guid factId, PatientKey? key) => fact.Warnings is null ? fact : fact with
    {
        Warnings = [.. fact.Warnings.Select(warning => new ConfirmedWarning(
            warning.Code, Confirm.TryGetValue(warning.Code, out var reason) ? Seal(reason, warning.Code, factId, key) : null))],
    };

    internal static SealedText Seal(string text, string field, Guid factId, PatientKey? key) => key!.Seal(text, $"{factId:N}/{field}");

    /// <summary>What a log may show of it.</summary>
    public override string ToString() => nameof(Envelope);
}
