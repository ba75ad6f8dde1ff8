using System.Globalization;
using System.Text.Json.Serialization;
using FollowUp.Platform;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Messages;
using JasperFx;
using Marten.Schema;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>
/// The ledger's row of a message that was decided: one for each man, operation, recall, occurrence and channel, unique in the
/// database, written in the transaction that records the decision. Every change of it is made together with the fact that says so.
/// </summary>
public sealed record LedgerEntry : IRevisioned
{
    /// <summary>The name of its table, which databases have had since 0.1.0.</summary>
    public const string Alias = "reminderclaim";

    /// <summary>Made from what the message is, see <see cref="IdOf"/>; also the id of the decision's entry.</summary>
    public Guid Id { get; init; }

    /// <summary>The man.</summary>
    public required Guid PatientId { get; init; }

    /// <summary>The message.</summary>
    public required PlannedReminder Reminder { get; init; }

    /// <summary>Its state.</summary>
    public LedgerState State { get; init; } = LedgerState.Claimed;

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>When the row last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When a node last began to send it; null when none has, or the message was certainly not sent.</summary>
    public DateTimeOffset? HandedOverAt { get; init; }

    /// <summary>The provider's id of it.</summary>
    public string? ProviderMessageId { get; init; }

    /// <summary>The reason for its state, or for the last failed attempt, as a code.</summary>
    public string? Reason { get; init; }

    /// <summary>The number of attempts that certainly failed.</summary>
    public int Failures { get; init; }

    /// <summary>Which sending of it this is, from 1: a person who has an uncertain one sent again starts the next.</summary>
    public int Sending { get; init; } = 1;

    /// <summary>The number of the present attempt, from 1. Reports of other attempts are ignored. Entries of version 0.1.0 have none.</summary>
    public int Attempt { get; init; }

    /// <summary>When this attempt passed the fence, just before the channel was called, by the database's clock; null when it has not.</summary>
    public DateTimeOffset? CalledAt { get; init; }

    /// <summary>Since when its order has been in a queue; null when none is known to be.</summary>
    public DateTimeOffset? OrderedAt { get; init; }

    /// <summary>When to order it again; null when not known.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The number of consecutive orders without a result.</summary>
    public int Lost { get; init; }

    /// <summary>The row's revision, by which two nodes do not both begin.</summary>
    public int Version { get; set; }

    /// <summary>Keeps the channel in the database column that version 0.1.0 created. Called by Marten.</summary>
    public static void ConfigureMarten(DocumentMapping mapping)
    {
        // The name that the store would choose is another one since it knows how members are spelled: filling a new column with what stands in
        // a ledger's rows fails, and with it the upgrade.
        mapping.DuplicateField(
            [typeof(LedgerEntry).GetProperty(nameof(Reminder))!, typeof(PlannedReminder).GetProperty(nameof(PlannedReminder.Channel))!], columnName: "reminder_channel");
        mapping.AddIndex("reminder_channel");
    }

    /// <summary>Whether it is still to be sent, or being sent.</summary>
    [JsonIgnore]
    public bool Open => State is LedgerState.Claimed or LedgerState.HandedOver;

    /// <summary>Whether it has to be ordered again: it was postponed until now, its order was lost, or the node that began to send it is gone.</summary>
    public bool Waits(Instant now, SendingSettings settings)
    {
        var (at, lost, dead) = (now.ToDateTimeOffset(), (now - settings.LostAfter).ToDateTimeOffset(), (now - settings.Lease).ToDateTimeOffset());
        return State switch
        {
            LedgerState.Claimed => Reminder.Channel != ChannelRules.Letter && (OrderedAt is { } ordered ? ordered < lost : NotBefore is { } due ? due <= at : ChangedAt < lost),
            LedgerState.HandedOver => ChangedAt < dead,
            _ => false,
        };
    }

    /// <summary>The entry when nothing was sent and it is to be ordered again at an instant.</summary>
    public LedgerEntry PutOff(Instant until) => this with { OrderedAt = null, NotBefore = until.ToDateTimeOffset(), Lost = 0 };

    /// <summary>The id of a message's claim.</summary>
    public static Guid IdOf(Guid patientId, PlannedReminder reminder) => Ids.Of(string.Create(
        CultureInfo.InvariantCulture,
        $"reminder/{patientId:N}/{reminder.ProcedureId:N}/{reminder.Recall}/{reminder.Occurrence}/{reminder.Channel}"));

    /// <summary>The id of the fact that reports an outcome of this sending; reported twice, it is one fact.</summary>
    public Guid ReportIdOf(ReminderOutcome outcome) => Ids.Of(Sending == 1
        ? $"{Id:N}/{outcome}"
        : string.Create(CultureInfo.InvariantCulture, $"{Id:N}/{outcome}/{Sending}"));

    /// <summary>A row of a message just decided.</summary>
    public static LedgerEntry Of(Guid id, Guid patientId, PlannedReminder reminder, Instant at) => new()
    {
        Id = id, PatientId = patientId, Reminder = reminder, ClaimedAt = at.ToDateTimeOffset(), ChangedAt = at.ToDateTimeOffset(), 
        OrderedAt = reminder.Channel == ChannelRules.Letter ? null : at.ToDateTimeOffset(),
    };
}
