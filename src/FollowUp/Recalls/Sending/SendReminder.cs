using FollowUp.Patients.Facts;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;

namespace FollowUp.Recalls.Sending;

/// <summary>The order to send a decided message through its channel.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="ClaimId">The ledger entry.</param>
public sealed record SendReminder(Guid PatientId, Guid ClaimId)
{
    /// <summary>The message to decide first, in an order of version 0.1.0; null when it is decided.</summary>
    public PlannedReminder? Planned { get; init; }

    /// <summary>The instant it is sent for, in a synthetic clinic only; null for now.</summary>
    public Instant? At { get; init; }

    /// <summary>The queue of a channel: a slow or unavailable channel delays no other.</summary>
    public static string QueueOf(Channel channel) => $"reminders-{channel.ToString().ToLowerInvariant()}";
}

/// <summary>
/// Decides, begins, sends and reports, each in a transaction of its own with the channel between the last two. If the process dies in between,
/// the ledger entry shows it.
/// </summary>
public static class SendReminderHandler
{
    /// <summary>An order that fails unexpectedly is retried, then discarded. Its ledger entry remains, and the ticks count how often that happens.</summary>
    public static void Configure(HandlerChain chain) => chain.OnAnyException()
        .RetryWithCooldown(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5)).Then.Discard();

    /// <summary>Handles the order. When it is delivered again, a message that may have been sent is not sent again.</summary>
    public static async Task Handle(
        SendReminder order, IMessageContext bus, IReadOnlyList<IMessageTransport> transports, ChannelHolds holds, HandOverFences fences, CancellationToken cancellationToken)
    {
        var clinic = bus.TenantId ?? throw new InvalidOperationException("A reminder belongs to a clinic.");

        // Version 0.1.0 ordered messages before they were decided.
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

        // The result is recorded even while the server is stopping.
        await bus.InvokeForTenantAsync(
            clinic, new ReportReminder(order.PatientId, order.ClaimId, result) { At = order.At, Attempt = handOver.Attempt }, CancellationToken.None);
        if (result.ChannelFails || result.Kind is SendResultKind.Accepted or SendResultKind.Refused)
        {
            await holds.NoteAsync(handOver.Channel, result.ChannelFails ? result.Reason : null, CancellationToken.None);
        }
    }
}
