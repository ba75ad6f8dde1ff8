using FollowUp.Platform.Store;
using FollowUp.Recalls.Sending;

namespace FollowUp.Recalls;

/// <summary>The statements of our own on what sending and the worklist store; see <see cref="StoreSql"/>.</summary>
public static class RecallSql
{
    /// <summary>
    /// Lets an attempt ($3) to hand over a message ($2) of a clinic ($1) pass, once, and only within its lease ($4) by the database's clock; answers what is
    /// left of the lease. Marten compares no document with the database's clock, and asks and marks in two steps, between which another node may come.
    /// </summary>
    public const string PassFence = $"""
        update {StoreSql.Document}{LedgerEntry.Alias}
        set data = data || jsonb_build_object('calledAt', clock_timestamp())
        where tenant_id = $1 and id = $2 and data ->> 'state' = 'HandedOver' and (data ->> 'attempt')::int = $3 and data ->> 'calledAt' is null
            and mt_last_modified > clock_timestamp() - $4::interval
        returning mt_last_modified + $4::interval - clock_timestamp()
        """;

    /// <summary>
    /// Whether sending is paused in a clinic ($1) or in the whole installation ($2). It is asked twice for each message; a session of Marten's would take
    /// two round trips, one for each of them.
    /// </summary>
    public const string IsPaused =
        $"select exists (select 1 from {StoreSql.Document}sendingpause where tenant_id in ($1, $2) and (data -> 'changes' -> -1 ->> 'paused')::boolean)";

    /// <summary>Locks a clinic's ($1) claim of a man ($2) until the transaction ends. Marten has no <c>for update</c>.</summary>
    public const string LockClaim = $"select 1 from {StoreSql.Document}worklistclaim where tenant_id = $1 and id = $2 for update";
}
