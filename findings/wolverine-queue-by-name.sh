#!/usr/bin/env bash
# WolverineFx 6.62.0 stores a message for a durable local queue in the transaction of the sender.
#
# Guess       bus.EndpointFor("a-queue").SendAsync(message) stores what PublishAsync to the same queue stores: a message that a server takes
#             up again after a crash.
# Behaviour   PublishAsync stores it as Incoming, owned by this server. EndpointFor stores it in the same table as Outgoing, owned by nobody.
#             It is handled as long as the server lives. After a crash no server takes it up: recovery asks for Incoming alone, and the row
#             stays for ever.
# Why here    Reminders go to one queue for each channel, by its name. After a crash they waited for the ledger to order them again after half
#             an hour. The queues now set both in CustomizeOutgoing, migrate releases what was left, and WaitingWorkTests starts a server on
#             such a database.
source "$(dirname "${BASH_SOURCE[0]}")/lib/finding.sh"
cat >try.cs <<'CS'
#:package WolverineFx@6.62.0
#:package WolverineFx.RuntimeCompilation@6.62.0
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wolverine;
using Wolverine.Persistence.Durability;
using Wolverine.Runtime;

var builder = Host.CreateApplicationBuilder();
builder.Logging.ClearProviders();
builder.UseWolverine(bus => bus.PublishMessage<Order>().ToLocalQueue("orders").UseDurableInbox());
using var host = builder.Build();
await host.StartAsync();
var context = new MessageContext(host.Services.GetRequiredService<IWolverineRuntime>());
await context.EnlistInOutboxAsync(new Stored());
await context.PublishAsync(new Order("PublishAsync"));
await context.EndpointFor("orders").SendAsync(new Order("EndpointFor"));

public sealed record Order(string By);

public static class OrderHandler
{
    public static void Handle(Order order)
    {
    }
}

// The sender's transaction: what it is asked to store.
public sealed class Stored : IEnvelopeTransaction
{
    public Task PersistOutgoingAsync(Envelope envelope) => throw new NotSupportedException();

    public Task PersistOutgoingAsync(Envelope[] envelopes) => throw new NotSupportedException();

    public Task PersistIncomingAsync(Envelope envelope)
    {
        Console.WriteLine($"{((Order)envelope.Message!).By}: {envelope.Status}, {(envelope.OwnerId == 0 ? "owned by nobody" : "owned by this server")}");
        return Task.CompletedTask;
    }

    public ValueTask RollbackAsync() => default;

    public Task<bool> TryMakeEagerIdempotencyCheckAsync(Envelope envelope, DurabilitySettings settings, CancellationToken cancellation) => Task.FromResult(true);
}
CS
as_written "$(dotnet run try.cs)" <<'SEEN'
PublishAsync: Incoming, owned by this server
EndpointFor: Outgoing, owned by nobody
SEEN
