using System.Net;
using FollowUp.Access;
using NodaTime;
using NodaTime.Text;
using Npgsql;

namespace FollowUp.AppTests.Recalls;

/// <summary>In a clinic of their own: pages, filters, claims, completeness and the coming weeks.</summary>
public sealed class WorklistPageTests(AppFixture app)
{
    private const string Clinic = "paged";

    private static readonly LocalDate Today = new(2026, 11, 23);

    private readonly HttpClient _nurse = app.As(Roles.Nurse, Clinic);

    private readonly HttpClient _colleague = app.As(Roles.Nurse, Clinic, user: "nurse-2");

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_or_a_man_twice_now_and_in_the_past()
    {
        for (var i = 0; i < 5; i++)
        {
            await OperatedAsync(45 + (i % 2));
        }

        var alarming = await OperatedAsync(2);
        var alarm = await _nurse.Post($"/patients/{alarming}/contacts", $$"""{"madeAt":"{{Day(0)}}","kind":"Call","script":{"Rigors":"Yes"} }""");
        alarm.Status.ShouldBe(HttpStatusCode.Created, alarm.Body?.ToJsonString());

        foreach (var view in new[] { "", $"&on={Day(-1)}", $"&on={Day(3)}" })
        {
            var all = Ids(await _nurse.Get($"/worklist?limit=5000{view}"));
            var paged = new List<string>();
            string? next = null;
            do
            {
                var page = await _nurse.Get($"/worklist?limit=2{view}{(next is null ? "" : $"&after={next}")}");
                page.Status.ShouldBe(HttpStatusCode.OK, page.Body?.ToJsonString());
                paged.AddRange(Ids(page));
                next = page.Text("next");
                page.Text("more").ShouldBe(next is null ? "false" : "true");
            }
            while (next is not null);

            paged.ShouldBe(all, view);
            paged.Distinct().Count().ShouldBe(paged.Count);
        }

        (await _nurse.Get("/worklist?state=Alert"))["rows"]!.AsArray().ShouldHaveSingleItem()!["states"]!.AsArray().Select(state => state!.ToString()).ShouldBe(["Alert"]);
    }

    [Fact]
    public async Task A_nurse_claims_a_man_hands_him_over_and_nobody_takes_him_unseen()
    {
        var man = await OperatedAsync(45);
        var claim = $"/worklist/{man}/claim";

        (await PutAsync(_nurse, claim, "{}")).Status.ShouldBe(HttpStatusCode.OK);
        var taken = await PutAsync(_colleague, claim, "");
        taken.Status.ShouldBe(HttpStatusCode.Conflict);
        taken.Text("errors.0.value").ShouldBe("nurse-1");
        Ids(await _nurse.Get("/worklist?claimed=Me&limit=5000")).ShouldContain(man);
        Ids(await _colleague.Get("/worklist?claimed=Nobody&limit=5000")).ShouldNotContain(man);

        (await PutAsync(_nurse, claim, """{"to":"nurse-2"}""")).Text("userId").ShouldBe("nurse-2");
        Ids(await _colleague.Get("/worklist?claimed=Me&limit=5000")).ShouldBe([man]);
        (await PutAsync(_nurse, claim, """{"from":"nurse-3"}""")).Status.ShouldBe(HttpStatusCode.Conflict, "he was not with her");
        (await PutAsync(_nurse, claim, """{"from":"nurse-2"}""")).Status.ShouldBe(HttpStatusCode.OK);

        (await DeleteAsync(_colleague, claim)).ShouldBe(HttpStatusCode.Conflict);
        (await DeleteAsync(_nurse, claim)).ShouldBe(HttpStatusCode.NoContent);
        (await DeleteAsync(_nurse, claim)).ShouldBe(HttpStatusCode.NoContent);
        (await PutAsync(_nurse, $"/worklist/{Guid.NewGuid()}/claim", "{}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await PutAsync(_nurse, claim, """{"to":""}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_release_that_races_a_colleagues_take_over_leaves_him_with_the_colleague()
    {
        var man = await OperatedAsync(45);
        var claim = $"/worklist/{man}/claim";
        (await PutAsync(_nurse, claim, "{}")).Status.ShouldBe(HttpStatusCode.OK);

        // The colleague's take-over has begun and is not committed when the nurse lets him go.
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var take = new NpgsqlCommand("update followup.mt_doc_worklistclaim set data = jsonb_set(data, '{userId}', '\"nurse-2\"'), mt_version = mt_version + 1 where id = $1", connection, transaction))
        {
            take.Parameters.AddWithValue(Guid.Parse(man));
            (await take.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        var releasing = DeleteAsync(_nurse, claim);
        await using (var waits = new NpgsqlCommand("select count(*) from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))", connection, transaction))
        {
            while ((long)(await waits.ExecuteScalarAsync(TestContext.Current.CancellationToken))! == 0)
            {
                await Task.Yield();
            }
        }

        await transaction.CommitAsync(TestContext.Current.CancellationToken);

        (await releasing).ShouldBe(HttpStatusCode.Conflict);
        Ids(await _colleague.Get("/worklist?claimed=Me&limit=5000")).ShouldContain(man);

        // The clinic's other tests count what is with the colleague.
        (await DeleteAsync(_colleague, claim)).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_man_is_given_to_nobody_whom_the_clinic_does_not_know()
    {
        var man = await OperatedAsync(45);

        var given = await PutAsync(_nurse, $"/worklist/{man}/claim", """{"to":"nurse-of-another-house"}""");

        given.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        given.Text("errors.0.code").ShouldBe("UnknownColleague");
        Ids(await _nurse.Get("/worklist?claimed=Nobody&limit=5000")).ShouldContain(man);
    }

    [Fact]
    public async Task Completeness_counts_each_step_of_those_due_and_the_coming_weeks_hold_the_plans_items()
    {
        var man = await OperatedAsync(45);
        await OperatedAsync(30);
        (await _nurse.Post($"/patients/{man}/contacts", $$"""{"madeAt":"{{Day(-1)}}","kind":"Call","complications":"None"}""")).Status.ShouldBe(HttpStatusCode.Created);

        var steps = (await _nurse.Get("/worklist/completeness"))["steps"]!.AsArray();
        foreach (var step in steps)
        {
            int Of(string name) => step![name]!.GetValue<int>();
            Of("due").ShouldBe(Of("complete") + Of("late") + Of("open") + Of("lost"), step!.ToJsonString());
        }

        steps.Single(step => step!["recall"]!.ToString() == "CONTACT_6W")!["complete"]!.GetValue<int>().ShouldBe(1);
        var simulated = await _nurse.Get("/recalls/simulation?weeks=4&operationsPerWeek=1.5");
        simulated.Text("assumedOperations").ShouldBe("6");
        simulated["weeks"]!.AsArray().Sum(week => week!["due"]!["CONTACT_6W"]?.GetValue<int>() ?? 0).ShouldBe(
            await DueBetweenAsync("CONTACT_6W", Today, Today.PlusDays(28)), "the plan's items of these weeks");
        foreach (var bad in new[] { "weeks=0", "weeks=1000", "operationsPerWeek=-1", "operationsPerWeek=1,5", "operationsPerWeek=1e9" })
        {
            (await _nurse.Get($"/recalls/simulation?{bad}")).Status.ShouldBe(HttpStatusCode.BadRequest, bad);
        }
    }

    private async Task<int> DueBetweenAsync(string recall, LocalDate from, LocalDate before)
    {
        var men = (await _nurse.Get($"/worklist?limit=5000&on={LocalDatePattern.Iso.Format(before)}"))["rows"]!.AsArray();
        return men.SelectMany(row => row!["items"]!.AsArray()).Count(item =>
            item!["recall"]!.ToString() == recall && LocalDatePattern.Iso.Parse(item["due"]!.ToString()).Value is var due && due >= from && due < before);
    }

    private static string Day(int fromToday) => LocalDatePattern.Iso.Format(Today.PlusDays(fromToday));

    private static List<string> Ids(Reply reply) => [.. reply["rows"]!.AsArray().Select(row => row!["patientId"]!.ToString())];

    private async Task<string> OperatedAsync(int daysAgo)
    {
        var man = await _nurse.EnrolAsync();
        (await _nurse.Post($"/patients/{man}/procedures", $$"""{"type":"MTESE","performedOn":"{{Day(-daysAgo)}}","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        return man;
    }

    private static async Task<Reply> PutAsync(HttpClient client, string address, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PutAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }

    private static async Task<HttpStatusCode> DeleteAsync(HttpClient client, string address)
    {
        using var response = await client.DeleteAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
