using System.Net;
using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Reports.Making;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace FollowUp.AppTests;

/// <summary>Two nodes of one database, their clocks 300 ms apart, on a database of their own.</summary>
public sealed class TwoNodesTests : IAsyncLifetime
{
    private const int Rounds = 12;

    private static readonly string[] Protocols = ["standard-2", "standard-1"];

    private readonly OwnDatabase _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Two_nodes_with_clocks_apart_adopting_recording_sending_and_merging_see_one_past_and_answer_alike()
    {
        var clock = new FakeTimeProvider(_app.Time.GetUtcNow().AddMilliseconds(-300));
        await using var other = await OtherNode.StartAsync(_app, clock, NodeRole.Balanced);
        HttpClient[] nurses = [_app.As(Roles.Nurse), _app.As(Roles.Nurse, url: other.Url)];
        HttpClient[] administrators = [_app.As(Roles.Administrator), _app.As(Roles.Administrator, url: other.Url)];
        string[] men = [await nurses[0].EnrolAsync(), await nurses[1].EnrolAsync(), await nurses[0].EnrolAsync()];
        foreach (var man in men)
        {
            await Stored(nurses[1].Post($"/patients/{man}/procedures", """{"type":"MTESE","performedOn":"2026-10-10","side":"Both"}"""));
            await Stored(nurses[0].Post($"/patients/{man}/reminder-consents", """{"statedOn":"2026-10-10","consents":true,"form":"Written"}"""));
        }

        for (var round = 0; round < Rounds; round++)
        {
            var (one, two) = (nurses[round % 2], nurses[(round + 1) % 2]);
            var writes = men.SelectMany(man => (Task<Reply>[])[
                one.Post($"/patients/{man}/contact-attempts", Attempt(round)), two.Post($"/patients/{man}/contact-attempts", Attempt(round + 20))]).ToList();
            var send = one.Post("/recalls/send", "{}");
            var protocol = Protocols[round % 2];
            var adopted = administrators[round % 2].Post("/guidelines/adoptions", $$"""{"protocol":"{{protocol}}"}""");
            foreach (var write in writes)
            {
                await Stored(write);
            }

            (await send).Status.ShouldBe(HttpStatusCode.Accepted);

            // A node may learn of the other's adoption only now, or find that protocol in force already.
            (await adopted).Status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity);
            if (round % 4 == 3)
            {
                var copied = await nurses[1].EnrolAsync();
                await Stored(two.Post($"/patients/{copied}/contact-attempts", Attempt(round)));
                var merge = await administrators[(round + 1) % 2].Post($"/patients/{men[0]}/merges", $$"""{"otherId":"{{copied}}","reason":"one man"}""");
                merge.Status.ShouldBe(HttpStatusCode.Created, merge.Body?.ToJsonString());
            }

            _app.Time.Advance(TimeSpan.FromMilliseconds(100));
            clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        (await CountAsync(
            """
            select count(*) from (select timestamp < lag(timestamp) over (partition by tenant_id, stream_id order by version) as fell from followup.mt_events) told
            where fell
            """)).ShouldBe(0, "recorded times never fall");
        await AlikeAsync(nurses, [.. men.SelectMany(man => (string[])[$"/patients/{man}/chart", $"/patients/{man}/timeline", $"/patients/{man}/due-items"]), "/flags"]);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/documents/differences");
        using var verified = await administrators[1].SendAsync(request, TestContext.Current.CancellationToken);
        verified.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await verified.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("\"where\"");
    }

    private static string Attempt(int minute) => $$"""{"attemptedAt":"2026-11-20T09:{{minute:00}}","channel":"Phone","outcome":"Busy"}""";

    private static async Task Stored(Task<Reply> reply)
    {
        var stored = await reply;
        stored.Status.ShouldBe(HttpStatusCode.Created, stored.Body?.ToJsonString());
    }

    // A node knows of the other's last adoption two seconds later: asked until then, and no longer than the test runs.
    private static async Task AlikeAsync(HttpClient[] nodes, IReadOnlyList<string> addresses)
    {
        foreach (var address in addresses)
        {
            string one, two;
            do
            {
                (one, two) = ((await nodes[0].Get(address)).Body!.ToJsonString(), (await nodes[1].Get(address)).Body!.ToJsonString());
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            }
            while (one != two);
        }
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_app.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private sealed class OwnDatabase : AppFixture;
}
