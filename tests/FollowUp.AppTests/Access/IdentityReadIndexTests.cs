using Npgsql;

namespace FollowUp.AppTests.Access;

/// <summary>The record of who was shown whom grows with every request: a page of it is found by an index of the clinic and what is asked for.</summary>
public sealed class IdentityReadIndexTests(AppFixture app)
{
    private const string Clinic = "nobody's reads";

    [Theory]
    [InlineData("mt_doc_identityread", "(tenant_id, at, id)")]
    [InlineData("mt_doc_identityread", "(tenant_id, by, at, id)")]
    [InlineData("mt_doc_identityread", "(tenant_id, patient_id, at, id)")]
    [InlineData("mt_doc_cohortrow", "(tenant_id, kind)")]
    public async Task The_index_is_there(string table, string columns)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand("select count(*) from pg_indexes where tablename = $1 and indexdef like '%' || $2");
        command.Parameters.AddWithValue(table);
        command.Parameters.AddWithValue(columns);

        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(1L);
    }

    // As the store asks them.
    [Theory]
    [InlineData("select data from followup.mt_doc_identityread as d where d.tenant_id = $1 order by d.at desc, d.id limit 1000", "tenant_id_at_id")]
    [InlineData("select data from followup.mt_doc_identityread as d where d.tenant_id = $1 and d.by = 'nurse-7' order by d.at desc, d.id limit 1000", "tenant_id_by_at_id")]
    [InlineData("select data from followup.mt_doc_identityread as d where d.tenant_id = $1 and d.patient_id = '00000000-0000-4000-8000-000000000007' order by d.at desc, d.id limit 1000", "tenant_id_patient_id_at_id")]
    [InlineData("select exists (select 1 from followup.mt_doc_cohortrow where tenant_id = $1 and kind < '4') or exists (select 1 from followup.mt_doc_cohortrow where tenant_id = $1 and kind > '4')", "cohortrow_idx_tenant_id_kind")]
    public async Task A_page_is_found_by_it_among_many_of_other_clinics(string asked, string index)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        foreach (var sql in (string[])
        [
            """
            insert into followup.mt_doc_identityread (tenant_id, id, data, at, by, patient_id)
            select 'nobody''s ' || case when n % 20 = 0 then 'reads' else 'other' end, gen_random_uuid(), '{}', timestamptz '2026-01-01' + n * interval '1 second', 'nurse-' || n % 50,
                   ('00000000-0000-4000-8000-' || lpad((n % 500)::text, 12, '0'))::uuid
            from generate_series(1, 60000) n
            """,
            """
            insert into followup.mt_doc_cohortrow (tenant_id, id, data, kind)
            select 'nobody''s ' || case when n % 20 = 0 then 'reads' else 'other' end, gen_random_uuid(), '{}', '4' from generate_series(1, 20000) n
            """,
            "analyze followup.mt_doc_identityread",
            "analyze followup.mt_doc_cohortrow",
        ])
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var explain = new NpgsqlCommand($"explain (costs off) {asked}", connection, transaction);
        explain.Parameters.AddWithValue(Clinic);
        List<string> plan = [];
        await using (var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                plan.Add(reader.GetString(0));
            }
        }

        plan.ShouldContain(line => line.Contains(index, StringComparison.Ordinal), string.Join('\n', plan));
    }
}
