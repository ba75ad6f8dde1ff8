namespace FollowUp.Platform.Store;

/// <summary>The statements of our own on the tables of the event store.</summary>
/// <remarks>
/// The tables are Marten's, and a new version of it may change them. So every statement on them stands in a class whose name ends in
/// <c>Sql</c>, with the reason why Marten's own interface does not serve, and <c>StoreSqlTests</c> holds statements and tables together.
/// </remarks>
public static class StoreSql
{
    /// <summary>The table of all events.</summary>
    public const string Events = $"{EventStore.Schema}.mt_events";

    /// <summary>The table of the streams.</summary>
    public const string Streams = $"{EventStore.Schema}.mt_streams";

    /// <summary>The table that says how far each projection is.</summary>
    public const string Progress = $"{EventStore.Schema}.mt_event_progression";

    /// <summary>How the name of a document's table begins; its alias follows.</summary>
    public const string Document = $"{EventStore.Schema}.mt_doc_";

    /// <summary>Whether the database was ever set up. Marten compares every table with what it expects; a start needs only this.</summary>
    public const string IsSetUp =
        $"select to_regclass('{Events}') is not null and exists (select 1 from pg_namespace where nspname = '{Scheduling.Schema}')";

    /// <summary>
    /// The number of a clinic's last event up to an instant; 0 where there is none. A new clinic has none, and
    /// LINQ's maximum of no events is an error.
    /// </summary>
    public const string LastEvent = $"select coalesce(max(seq_id), 0) from {Events} where tenant_id = $1 and timestamp <= $2";

    /// <summary>
    /// The version of one stream in each of several clinics, found by the key of the table. Marten asks for one clinic at a time, and every node
    /// asks every second.
    /// </summary>
    public const string StreamVersions = $"select tenant_id, version from {Streams} where tenant_id = any($1) and id = $2";

    /// <summary>
    /// Gives the servers back the orders of messages that a killed server of an earlier version left: it stored them as leaving this system, where
    /// no server looks for its work. Wolverine has no command for it.
    /// </summary>
    public const string ReleaseOrders =
        $"update {EventStore.Schema}.wolverine_incoming_envelopes set status = 'Incoming', owner_id = 0 where status = 'Outgoing'";
}
