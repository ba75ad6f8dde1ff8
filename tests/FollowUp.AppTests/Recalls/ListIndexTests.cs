using Npgsql;

namespace FollowUp.AppTests.Recalls;

/// <summary>The indexes that keep a tick and the first page of the worklist independent of how many men there are.</summary>
public sealed class ListIndexTests(AppFixture app)
{
    [Theory]
    [InlineData("(tenant_id, remind_from, id)")]
    [InlineData("(tenant_id, work_from)")]
    [InlineData("(tenant_id, protocol)")]
    public async Task Lists_find_men_by_an_index_of_the_clinic_and_the_date(string columns)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand("select count(*) from pg_indexes where tablename = 'mt_doc_coursedocument' and indexdef like '%' || $1");
        command.Parameters.AddWithValue(columns);

        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(1L);
    }
}
