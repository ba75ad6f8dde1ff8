using FollowUp.Patients.Facts;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace FollowUp.Recalls.Sending;

/// <summary>Hands a message over to its channel, once it is decided.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="ClaimId">The claim.</param>
public sealed record SendReminder(Guid PatientId, Guid ClaimId)
{
    /// <summary>What is to be decided first, in an order of 0.1.0; null when it is decided.</summary>
    public PlannedReminder? Planned { get; init; }

    /// <summary>The instant it is sent for, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }

    /// <summary>The queue of a channel: one that is slow or away holds up no other.</summary>
    public static string QueueOf(Channel channel) => $"reminders-{channel.ToString().ToLowerInvariant()}";
}

/// <summary>
/// Decides, begins, hands over, reports: a transaction each, with the channel between the last two, so that a process that dies in between
/// leaves a claim that says so.
/// </summary>
public static class SendReminderHandler
{
    /// <summary>An order that fails by something nobody foresaw is tried again, then dropped: the ledger's row stays, and the ticks count how often.</summary>
    public static void Configure(HandlerChain chain) => chain.OnAnyException()
        .RetryWithCooldown(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)).Then.Discard();

    /// <summary>Handles the order. Delivered again it hands over nothing that may have been handed over before.</summary>
    public static async Task Handle(
        SendReminder order, IMessageContext bus, IReadOnlyList<IMessageTransport> transports, ChannelHolds holds, HandOverFences fences, CancellationToken cancellationToken)
    {
        var clinic = bus.TenantId ?? throw new InvalidOperationException("A reminder belongs to a clinic.");

        // Orders of 0.1.0 were given before the message was decided.
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

        var result = transports.FirstOrDefault(transport => transport.Channel == handOver.Channel) is { } transport
            ? await transport.SendAsync(reminder with { Fence = fences.Of(clinic, order.ClaimId, handOver.Attempt) }, cancellationToken)
            : new SendResult(SendResultKind.Refused, Reason: "NoSuchChannel");

        // What has happened is recorded also when the server is stopping.
        await bus.InvokeForTenantAsync(
            clinic, new ReportReminder(order.PatientId, order.ClaimId, result) { At = order.At, Attempt = handOver.Attempt }, CancellationToken.None);
        if (result.ChannelFails || result.Kind is SendResultKind.Accepted or SendResultKind.Refused)
        {
            await holds.NoteAsync(handOver.Channel, result.ChannelFails ? result.Reason : null, CancellationToken.None);
        }
    }
}
