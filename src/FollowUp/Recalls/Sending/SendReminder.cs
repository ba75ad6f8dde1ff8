using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Rules;
using NodaTime;
using Wolverine;

namespace FollowUp.Recalls.Sending;

/// <summary>Hands a message over to its channel, once it is decided.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="ClaimId">The claim.</param>
public sealed record SendReminder(Guid PatientId, Guid ClaimId)
{
    /// <summary>What is to be decided first; null when it is decided.</summary>
    public PlannedReminder? Planned { get; init; }

    /// <summary>The instant it is sent for, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }

    /// <summary>The order of a planned message.</summary>
    public static SendReminder Of(Guid patientId, PlannedReminder planned) => new(patientId, ReminderClaim.IdOf(patientId, planned)) { Planned = planned };
}

/// <summary>
/// Decides, begins, hands over, reports: a transaction each, with the channel between the last two, so that a process that dies in between
/// leaves a claim that says so.
/// </summary>
public static class SendReminderHandler
{
    /// <summary>Handles the order. Delivered again it hands over nothing that may have been handed over before.</summary>
    /// <exception cref="NotHandedOverException">The channel has certainly not taken it; the bus tries again.</exception>
    public static async Task Handle(
        SendReminder order, IMessageContext bus, IReadOnlyList<IReminderChannel> channels, CancellationToken cancellationToken)
    {
        var clinic = bus.TenantId ?? throw new InvalidOperationException("A reminder belongs to a clinic.");
        if (order.Planned is { } planned
            && await bus.InvokeForTenantAsync<SendReminder?>(clinic, new DecideReminder(order.PatientId, planned) { At = order.At }, cancellationToken) is null)
        {
            return;
        }

        var handOver = await bus.InvokeForTenantAsync<HandOver>(clinic, new BeginHandOver(order.PatientId, order.ClaimId) { At = order.At }, cancellationToken);
        if (handOver.Reminder is not { } reminder)
        {
            return;
        }

        if (reminder.PatientId != order.PatientId || reminder.ClaimId != order.ClaimId)
        {
            throw new InvalidOperationException($"A message rendered for another man was about to be sent for claim {order.ClaimId}.");
        }

        var result = channels.FirstOrDefault(channel => channel.Channel == handOver.Channel) is { } channel
            ? await channel.SendAsync(reminder, cancellationToken)
            : new SendResult(SendResultKind.Refused, Reason: "NoSuchChannel");

        // What has happened is recorded also when the server is stopping.
        await bus.InvokeForTenantAsync(clinic, new ReportReminder(order.PatientId, order.ClaimId, result) { At = order.At }, CancellationToken.None);
        if (result.Kind == SendResultKind.NotSent)
        {
            throw new NotHandedOverException(order.ClaimId, result.Reason);
        }
    }
}

/// <summary>A message that its channel has certainly not taken, and may take later.</summary>
/// <param name="claimId">The claim.</param>
/// <param name="reason">Why, as a code.</param>
public sealed class NotHandedOverException(Guid claimId, string? reason) : Exception($"Reminder {claimId} could not be handed over: {reason}.");
