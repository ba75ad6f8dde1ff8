using FollowUp.Course.Json;
using JasperFx;
using Marten.Exceptions;
using Wolverine;
using Wolverine.ErrorHandling;

namespace FollowUp.Platform;

/// <summary>How Wolverine is set up: the one way commands come in, and durable queues for what is sent out.</summary>
public static class Messaging
{
    /// <summary>Adds the bus.</summary>
    public static void AddMessaging(this IHostApplicationBuilder builder, IReadOnlyList<IActivity> activities, NodeRole role) =>
        builder.UseWolverine(bus =>
        {
            bus.ApplicationAssembly = typeof(Messaging).Assembly;
            bus.Durability.Mode = role switch
            {
                NodeRole.Solo => DurabilityMode.Solo,
                NodeRole.Balanced => DurabilityMode.Balanced,
                _ => DurabilityMode.MediatorOnly,
            };

            // What this version does not know is kept and shown, not marked as done. No message has a time limit (DeliverWithin): it would
            // be dropped silently. A message's type is never renamed, for it is its stored name.
            bus.UnknownMessageBehavior = UnknownMessageBehavior.DeadLetterQueue;
            bus.MultipleHandlerBehavior = MultipleHandlerBehavior.Separated;
            bus.Policies.AutoApplyTransactions();
            bus.UseSystemTextJsonForSerialization(json => FactJson.Configure(json));
            if (role != NodeRole.Command)
            {
                bus.Policies.UseDurableLocalQueues();
            }

            // Two writers of one man: the later one decides again on what the earlier one left (style D), so that
            // neither sees a conflict for two additions.
            bus.OnException<ConcurrencyException>()
                .Or<DocumentAlreadyExistsException>()
                .Or<JasperFx.Events.ExistingStreamIdCollisionException>()
                .Or<Marten.Exceptions.ExistingStreamIdCollisionException>()
                .RetryWithCooldown([.. Cooldowns(10, 20, 40, 80, 160, 320, 640, 1000, 1500, 2000)])
                .WithBoundedJitter(0.5);

            // A command names its fact's id, so repeating it after a lost connection or a deadlock stores it once, whatever
            // happened to the first.
            bus.OnException<Npgsql.NpgsqlException>(lost => lost.IsTransient)
                .Or<SessionTransactionUnusableException>()
                .RetryWithCooldown([.. Cooldowns(50, 250, 1000)]);

#if !DEBUG
            bus.CodeGeneration.TypeLoadMode = JasperFx.CodeGeneration.TypeLoadMode.Static;
#endif
            foreach (var activity in activities)
            {
                activity.Configure(bus);
            }
        });

    private static IEnumerable<TimeSpan> Cooldowns(params int[] milliseconds) => milliseconds.Select(pause => TimeSpan.FromMilliseconds(pause));
}

/// <summary>What a process is started for.</summary>
public enum NodeRole
{
    /// <summary>The only server of its database: it resumes its own queue at once after a crash.</summary>
    Solo,

    /// <summary>One of several servers of one database, which share the work.</summary>
    Balanced,

    /// <summary>A command run beside no server: no agents, no scheduler, no queue listeners.</summary>
    Command,
}
