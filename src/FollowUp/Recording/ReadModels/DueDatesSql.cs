using FollowUp.Platform.Store;

namespace FollowUp.Recording.ReadModels;

/// <summary>The statements of our own on the due dates of men and on their streams; see <see cref="StoreSql"/>.</summary>
/// <remarks>The first parameter is the clinic; in those on dates the second is the protocol in force.</remarks>
public static class DueDatesSql
{
    private const string Table = $"{StoreSql.Document}{DueDates.Alias}";

    // Beside the men's streams stand a clinic's own, and one without a type in which Marten marks the number of a failed append.
    private const string OfAMan = "type = 'course_document'";

    /// <summary>
    /// Whether every man's dates were calculated under the protocol in force. It reads the ends of the index and nothing between: Marten's
    /// <c>Any</c> with an inequality would read every man to find none.
    /// </summary>
    public const string AreAllCurrent = $"""
        select not exists (select 1 from {Table} where tenant_id = $1 and protocol is null) and coalesce(min(protocol) = $2 and max(protocol) = $2, true)
        from {Table} where tenant_id = $1
        """;

    /// <summary>How many men's dates are current, and how many men there are: both counted at one moment, where Marten takes two queries.</summary>
    public const string CountCurrent = $"select count(*) filter (where protocol = $2), count(*) from {Table} where tenant_id = $1";

    /// <summary>
    /// Men whose dates were calculated under another protocol, at most $3. It takes three ranges of the index, for an inequality finds no index; Marten
    /// writes no union.
    /// </summary>
    public const string Outdated = $"""
        select id from (
            (select id from {Table} where tenant_id = $1 and protocol < $2 order by protocol, alert_from, work_from, id limit $3)
            union all
            (select id from {Table} where tenant_id = $1 and protocol > $2 order by protocol, alert_from, work_from, id limit $3)
            union all
            (select id from {Table} where tenant_id = $1 and protocol is null order by protocol, alert_from, work_from, id limit $3)
        ) outdated limit $3
        """;

    /// <summary>How many men there are to whom a message that is not yet decided is to go out by a day ($3); as <see cref="ToRemind"/>.</summary>
    public const string CountToRemind = $"select count(*) from {Table} where tenant_id = $1 and protocol = $2 and remind_from <= $3";

    /// <summary>How many men the clinics ($1) have. Marten counts the streams of one clinic, and not by their type.</summary>
    public const string CountMen = $"select count(*) from {StoreSql.Streams} where tenant_id = any($1) and {OfAMan}";

    /// <summary>
    /// The next men after an id ($2), by their ids, at most $3, of those who have a stream or a document. Marten does not list streams.
    /// </summary>
    public const string NextMen = $"""
        select id from {StoreSql.Streams} where tenant_id = $1 and id > $2 and {OfAMan}
        union select id from {Table} where tenant_id = $1 and id > $2
        order by id limit $3
        """;

    /// <summary>
    /// Locks men's streams ($2), so that none is appended to until the transaction ends. Marten locks one stream at a time, and only for appending.
    /// </summary>
    public const string LockStreams = $"select 1 from {StoreSql.Streams} where tenant_id = $1 and id = any($2) order by id for update";

    /// <summary>A man's document ($2) as it is stored. Marten reads it into today's type, and what that leaves out would not be compared.</summary>
    public const string Stored = $"select data::text from {Table} where tenant_id = $1 and id = $2";

    /// <summary>Deletes a man's document ($2) when his stream has none. It goes with the statement before in one transaction, without a session.</summary>
    public const string Delete = $"delete from {Table} where tenant_id = $1 and id = $2";

    /// <summary>
    /// Replaces the dates of several men, calculated under the protocol $7. Marten's <c>Store</c> would raise the documents' versions, which are those of
    /// the streams.
    /// </summary>
    public const string Replace = $"""
        update {Table} kept
        set data = found.data::jsonb, work_from = found.work, remind_from = found.remind, alert_from = found.alert, protocol = $7
        from unnest($2::uuid[], $3::text[], $4::date[], $5::date[], $6::date[]) found (id, data, work, remind, alert)
        where kept.tenant_id = $1 and kept.id = found.id
        """;

    /// <summary>Whether a clinic has more than $2 men: counting stops there, as Marten's <c>Count</c> does not.</summary>
    public const string HasMoreMenThan = $"select count(*) > $2 from (select 1 from {Table} where tenant_id = $1 limit $2 + 1) counted";

    /// <summary>
    /// A page of the worklist: men for whom something is due on a day ($3), in the order of the index. LINQ has no comparison of several columns at
    /// once, with which a page goes on after a place.
    /// </summary>
    /// <param name="withAlert">Whether the men with an open alert are listed, or those without one.</param>
    /// <param name="after">Whether the page goes on after a place: its man ($4), day ($5) and, with an alert, day of the alert ($6).</param>
    /// <param name="among">Whether only certain men are listed, whose ids are the last parameter.</param>
    /// <param name="limit">The most men.</param>
    public static string ToSee(bool withAlert, bool after, bool among, int limit)
    {
        var (having, behind, parameters) = withAlert
            ? ("alert_from is not null", "(alert_from, work_from, id) > ($6, $5, $4)", 6)
            : ("alert_from is null", "(work_from, id) > ($5, $4)", 5);
        return $"select alert_from, work_from, id from {Table} where tenant_id = $1 and protocol = $2 and work_from <= $3 and {having}"
            + (after ? $" and {behind}" : "")
            + (among ? FormattableString.Invariant($" and id = any(${(after ? parameters : 3) + 1})") : "")
            + FormattableString.Invariant($" order by alert_from, work_from, id limit {limit}");
    }

    /// <summary>Men to whom a message that is not yet decided is to go out by a day ($3), the longest due first; see <see cref="ToSee"/>.</summary>
    /// <param name="after">Whether the page goes on after a place: its day ($4) and man ($5).</param>
    /// <param name="limit">The most men.</param>
    public static string ToRemind(bool after, int limit) =>
        $"select remind_from, id from {Table} where tenant_id = $1 and protocol = $2 and remind_from <= $3"
        + (after ? " and (remind_from, id) > ($4, $5)" : "")
        + FormattableString.Invariant($" order by remind_from, id limit {limit}");
}
