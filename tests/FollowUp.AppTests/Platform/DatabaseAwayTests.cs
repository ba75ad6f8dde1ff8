using System.Net;
using FollowUp.Access;
using Npgsql;

namespace FollowUp.AppTests.Platform;

/// <summary>With a server and a database of their own: they cut every connection.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private readonly AppFixture _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Connections_cut_in_the_middle_of_writes_cost_no_fact_and_double_none()
    {
        using var nurse = _app.As(Roles.Nurse);
        string[] men = [await nurse.EnrolAsync(), await nurse.EnrolAsync(), await nurse.EnrolAsync(), await nurse.EnrolAsync(), await nurse.EnrolAsync()];
        var cuts = 0;

        async Task Write(int minute)
        {
            var man = men[minute % men.Length];
            var body = $$"""{"attemptedAt":"2026-11-23T09:{{minute:00}}","channel":"Phone","outcome":"Busy"}""";
            var key = ("Idempotency-Key", $"cut-{minute}");
            var reply = await nurse.Post($"/patients/{man}/contact-attempts", body, key);
            if (minute % 10 == 0)
            {
                await CutAsync();
                Interlocked.Increment(ref cuts);
            }

            while (reply.Status == HttpStatusCode.ServiceUnavailable)
            {
                reply.Text("code").ShouldBe("database-away");
                reply = await nurse.Post($"/patients/{man}/contact-attempts", body, key);
            }

            reply.Status.ShouldBe(HttpStatusCode.Created, _app.Log.Lines.LastOrDefault(line => line.StartsWith("Error Microsoft.AspNetCore", StringComparison.Ordinal)));
        }

        await Task.WhenAll(Enumerable.Range(0, 50).Select(Write));

        cuts.ShouldBe(5);
        foreach (var man in men)
        {
            (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(11);
        }
    }

    private async Task CutAsync()
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_app.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var cut = new NpgsqlCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'followup'", connection);
        await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
