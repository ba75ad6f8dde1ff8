using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Recalls.Sending;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace FollowUp.AppTests.Recalls;

/// <summary>However many wait, a tick looks at a bounded number of men, and all get their turn.</summary>
public sealed class TickPlaceTests(AppFixture app)
{
    private const int Waiting = 3_500;

    // Nobody's clinic but this test's: its men are rows without a stream.
    private readonly Clinic _clinic = app.App.Services.GetRequiredService<ClinicRegistry>()["izmir"] with { Id = "nobody's turn" };

    [Fact]
    public async Task A_tick_looks_at_the_first_thousand_and_a_thousand_behind_them_and_the_next_one_goes_on_there()
    {
        var places = ActivatorUtilities.CreateInstance<TickPlaces>(app.App.Services);
        var today = new LocalDate(2026, 11, 23);
        await ExecuteAsync(
            $$"""
            insert into followup.mt_doc_coursedocument (tenant_id, id, data, remind_from, protocol)
            select $1, ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, '{}', date '2026-01-01', $2 from generate_series(1, {{Waiting}}) n
            """, _clinic.Id, _clinic.InForce(GuidelineKind.Protocol));
        try
        {
            (await LookedAtAsync("a")).ShouldBe([.. Men(1, 1_000), .. Men(1_001, 2_000)]);
            (await LookedAtAsync("a")).ShouldBe([.. Men(1, 1_000), .. Men(2_001, 3_000)]);
            (await LookedAtAsync("b")).ShouldBe([.. Men(1, 1_000), .. Men(1_001, 2_000)], "another job has its own place");
            (await LookedAtAsync("a")).ShouldBe([.. Men(1, 1_000), .. Men(3_001, Waiting)]);
            (await LookedAtAsync("a")).ShouldBe([.. Men(1, 1_000), .. Men(1_001, 2_000)], "it begins again");
            (await LookedAtAsync(null)).Count.ShouldBe(Waiting);
        }
        finally
        {
            await ExecuteAsync("delete from followup.mt_doc_coursedocument where tenant_id = $1", _clinic.Id);
        }

        async Task<List<int>> LookedAtAsync(string? turn)
        {
            var looked = new List<int>();
            await foreach (var some in places.InTurnAsync(_clinic, today, turn, TestContext.Current.CancellationToken))
            {
                looked.AddRange(some.Select(man => Convert.ToInt32($"{man:N}"[20..], 16)));
            }

            return looked;
        }
    }

    private static IEnumerable<int> Men(int from, int to) => Enumerable.Range(from, to - from + 1);

    private async Task ExecuteAsync(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.AddWithValue(value);
        }

        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
