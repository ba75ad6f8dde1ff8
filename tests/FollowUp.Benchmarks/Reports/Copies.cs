using System.Globalization;
using Npgsql;

namespace FollowUp.Benchmarks.Reports;

/// <summary>Makes very many men of those that were recorded, in the database alone: a copy has ids of its own and is otherwise the same man.</summary>
internal sealed class Copies(Environs environs)
{
    private const string Rows = "mt_doc_cohortrow";

    private const string Documents = "mt_doc_coursedocument";

    /// <summary>Fills up the rows to so many men at least; their streams stay those of the men recorded. Returns how many there are.</summary>
    public async Task<long> RowsAsync(int men)
    {
        await ExecuteAsync($"create table if not exists public.{Rows} as select * from followup.{Rows}");
        await FillAsync(men, (Rows, [("id", Id("id")), ("data", $"data || jsonb_build_object('id', {Id("id")})")]));
        return await environs.AskAsync<long>($"select count(*) from followup.{Rows}");
    }

    /// <summary>Takes the copied rows away again.</summary>
    public Task OnlyRecordedRowsAsync() => ExecuteAsync($"truncate followup.{Rows}", $"insert into followup.{Rows} select * from public.{Rows}", $"vacuum analyze followup.{Rows}");

    /// <summary>Fills up streams, events and documents to so many men at least, without rows. No server may run meanwhile. Returns how many there are.</summary>
    public async Task<long> MenAsync(int men)
    {
        await ExecuteAsync(
            $"create table public.{Documents} as select * from followup.{Documents}",
            $"create table public.mt_streams as select * from followup.mt_streams where id in (select id from public.{Documents})",
            $"create table public.mt_events as select * from followup.mt_events where stream_id in (select id from public.{Documents}) order by seq_id");
        await FillAsync(
            men,
            (Documents, [("id", Id("id")), ("data", $"data || jsonb_build_object('id', {Id("id")})")]),
            ("mt_streams", [("id", Id("id"))]),
            ("mt_events", [("seq_id", "nextval('followup.mt_events_sequence')"), ("id", "gen_random_uuid()"), ("stream_id", Id("stream_id"))]));
        return await environs.AskAsync<long>($"select count(*) from followup.{Documents}");
    }

    private static string Id(string column) => $"md5({column}::text || '@copy')::uuid";

    // The models stand in the schema "public", under the same names.
    private async Task FillAsync(int men, params (string Table, (string Column, string Value)[] Changes)[] tables)
    {
        var (there, models) = (await environs.AskAsync<long>($"select count(*) from followup.{tables[0].Table}"), await environs.AskAsync<long>($"select count(*) from public.{tables[0].Table}"));
        List<(string Table, string Sql)> copying = [];
        foreach (var (table, changes) in tables)
        {
            var columns = await environs.AskAsync<string[]>(
                $"select array_agg(column_name::text order by ordinal_position) from information_schema.columns where table_schema = 'followup' and table_name = '{table}'");
            copying.Add((table, $"insert into followup.{table} ({string.Join(", ", columns)}) select {string.Join(", ", columns.Select(Value))} from public.{table}"));

            string Value(string column) => changes.FirstOrDefault(change => change.Column == column).Value ?? column;
        }

        for (var copy = there / models; copy * models < men; copy++)
        {
            await ExecuteAsync([.. copying.Select(each => each.Sql.Replace("@copy", copy.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))]);
        }

        await ExecuteAsync([.. copying.Select(each => $"vacuum analyze followup.{each.Table}")]);
    }

    private async Task ExecuteAsync(params string[] statements)
    {
        await using var source = NpgsqlDataSource.Create(environs.Connection);
        foreach (var sql in statements)
        {
            await using var command = source.CreateCommand(sql);
            command.CommandTimeout = 600;
            await command.ExecuteNonQueryAsync();
        }
    }
}
