using FollowUp.Platform.Store;
using FollowUp.Reports.Jobs;
using FollowUp.Reports.Rows;

namespace FollowUp.Reports;

/// <summary>Our own SQL statements on the rows and jobs of reports; see <see cref="StoreSql"/>.</summary>
public static class ReportSql
{
    private const string Jobs = $"{StoreSql.Document}{nameof(ReportJob)}";

    private const string Rows = $"{StoreSql.Document}{nameof(CohortRow)}";

    /// <summary>
    /// The progress of the rows ($3: the projection's shard), and for a clinic ($1) its last event in them, the number of its events that are missing, and
    /// whether some rows are of another kind than the current one ($2). All are of one moment, while Marten would take several queries. The kind is
    /// compared by ranges, because an inequality uses no index.
    /// </summary>
    public const string RowsState = $"""
        select mark.last_seq_id,
               (select coalesce(max(seq_id), 0) from {StoreSql.Events} where tenant_id = $1 and seq_id <= mark.last_seq_id),
               (select count(*) from {StoreSql.Events} where tenant_id = $1 and seq_id > mark.last_seq_id),
               exists (select 1 from {Rows} where tenant_id = $1 and kind < $2) or exists (select 1 from {Rows} where tenant_id = $1 and kind > $2)
        from {StoreSql.Progress} mark where mark.name = $3
        """;

    /// <summary>The number of the last event in the rows ($1: the projection's shard), read in the transaction of the rows; Marten reads it in one of its own.</summary>
    public const string RowsMark = $"select last_seq_id from {StoreSql.Progress} where name = $1";

    /// <summary>All rows of a clinic, by the men's ids, as bytes that several cores read. Marten reads each row on the core that asks.</summary>
    public const string AllRows = $"select data from {Rows} where tenant_id = $1 order by id";

    /// <summary>Some men's ($2) rows as they are stored. Marten reads them into today's type, and what that leaves out would not be compared.</summary>
    public const string StoredRows = $"select id, data::text from {Rows} where tenant_id = $1 and id = any($2)";

    /// <summary>
    /// Replaces a man's ($2) row, unless the projection has stored one made from more entries meanwhile. Marten's <c>Store</c> has no such condition.
    /// </summary>
    public const string ReplaceRow = $"""
        insert into {Rows} as kept (tenant_id, id, data, mt_dotnet_type, kind) values ($1, $2, $3::jsonb, $4, $5)
        on conflict (tenant_id, id) do update set data = excluded.data, kind = excluded.kind
        where (kept.data ->> 'entries')::bigint <= (excluded.data ->> 'entries')::bigint
        """;

    /// <summary>
    /// Whether the rows have stopped ($1: how long they may; $2: the projection's shard): their progress, the last event, the time of the first event that
    /// is missing, and whether their last progress is longer ago. Marten's own progress does not say when it was written.
    /// </summary>
    public const string RowsHealth = $"""
        select mark.last_seq_id, last.seq_id, next.timestamp, coalesce(now() - mark.last_updated > $1, true)
        from (select max(seq_id) seq_id from {StoreSql.Events}) last
        left join {StoreSql.Progress} mark on mark.name = $2
        left join lateral (select timestamp from {StoreSql.Events} where seq_id > coalesce(mark.last_seq_id, 0) order by seq_id limit 1) next on true
        """;

    /// <summary>A user's ($2) jobs without their contents, the latest first, at most $3. Marten would read the contents too, megabytes each.</summary>
    public const string JobsOfUser =
        $"select (data - 'content')::text from {Jobs} where tenant_id = $1 and data ->> 'userId' = $2 order by data ->> 'askedAt' desc, id limit $3";

    /// <summary>Deletes the jobs of all clinics whose time ended before $1. A Marten session deletes for one clinic only.</summary>
    public const string DeleteOldJobs = $"delete from {Jobs} where (data ->> 'keptUntil')::timestamptz < $1";

    /// <summary>
    /// Changes fields ($4) of a job ($2), if it is still there and at this attempt ($3). Marten's patches neither ask for the attempt nor say whether there
    /// was a job.
    /// </summary>
    public const string ChangeJob = $"update {Jobs} set data = data || $4::jsonb where tenant_id = $1 and id = $2 and data ->> 'attempt' = $3";
}
