using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Npgsql;

namespace FollowUp.AppTests.Recalls;

/// <summary>The indexes that keep a tick and a page of the worklist independent of how many men there are and are due.</summary>
public sealed class ListIndexTests(AppFixture app)
{
    private const string Clinic = "nobody's";

    [Theory]
    [InlineData("(tenant_id, protocol, alert_from, work_from, id)")]
    [InlineData("(tenant_id, protocol, remind_from, id)")]
    public async Task Lists_find_men_by_an_index_of_the_clinic_the_protocol_and_the_dates_in_their_order(string columns)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand("select count(*) from pg_indexes where tablename = 'mt_doc_coursedocument' and indexdef like '%' || $1");
        command.Parameters.AddWithValue(columns);

        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(1L);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task A_page_of_the_worklist_is_read_in_the_order_of_the_index_and_nothing_is_sorted(bool withAlert, bool after)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(
            """
            insert into followup.mt_doc_coursedocument (tenant_id, id, data, work_from, remind_from, alert_from, protocol)
            select $1, gen_random_uuid(), '{}', date '2026-01-01' + n % 300, date '2026-01-01' + n % 300, case when n % 5 = 0 then date '2026-02-01' end, 'standard-1'
            from generate_series(1, 20000) n
            """, Clinic);
        await ExecuteAsync("analyze followup.mt_doc_coursedocument");

        await using var explain = new NpgsqlCommand($"explain (analyze, costs off, timing off, summary off) {DueDatesSql.ToSee(withAlert, after, among: false, 50)}", connection);
        explain.Parameters.AddWithValue(Clinic);
        explain.Parameters.AddWithValue("standard-1");
        explain.Parameters.AddWithValue(new DateOnly(2026, 11, 23));
        if (after)
        {
            explain.Parameters.AddWithValue(Guid.Empty);
            explain.Parameters.AddWithValue(new DateOnly(2026, 1, 5));
        }

        List<string> plan = [];
        await using (var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                plan.Add(reader.GetString(0));
            }
        }

        plan.ShouldContain(line => line.Contains("Index", StringComparison.Ordinal) && line.Contains("rows=", StringComparison.Ordinal), string.Join('\n', plan));
        plan.ShouldNotContain(line => line.Contains("Sort", StringComparison.Ordinal), string.Join('\n', plan));

        async Task ExecuteAsync(string sql, params object[] values)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            foreach (var value in values)
            {
                command.Parameters.AddWithValue(value);
            }

            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }
}
