using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using Npgsql;

namespace FollowUp.AppTests.Recording;

public sealed class ReplayTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    private readonly HttpClient _administrator = app.As(Roles.Administrator);

    [Fact]
    public async Task A_document_that_was_tampered_with_is_found_by_place_and_put_right()
    {
        var man = await _nurse.EnrolAsync();
        await ExecuteAsync(man, "update followup.mt_doc_coursedocument set data = jsonb_set(data, '{workFrom}', '\"2001-01-01\"')");

        (await DifferencesAsync(HttpMethod.Get, "/documents/differences", man)).ShouldBe(["workFrom"]);
        (await DifferencesAsync(HttpMethod.Post, "/documents/rebuild", man)).ShouldBe(["workFrom"]);

        (await DifferencesAsync(HttpMethod.Get, "/documents/differences", man)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lost_document_comes_back_and_takes_the_next_entry()
    {
        var man = await _nurse.EnrolAsync();
        await ExecuteAsync(man, "delete from followup.mt_doc_coursedocument");

        (await DifferencesAsync(HttpMethod.Post, "/documents/rebuild", man)).ShouldBe(["there is no document"]);

        var next = await _nurse.Post($"/patients/{man}/contacts", """{"madeAt":"2026-11-02T10:00","kind":"Call"}""");
        next.Status.ShouldBe(HttpStatusCode.Created, next.Body?.ToJsonString());
        (await DifferencesAsync(HttpMethod.Get, "/documents/differences", man)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Entries_made_while_documents_are_rebuilt_are_all_there()
    {
        var man = await _nurse.EnrolAsync();

        var rebuilding = DifferencesAsync(HttpMethod.Post, "/documents/rebuild", man);
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(minute =>
            _nurse.Post($"/patients/{man}/contacts", $$"""{"madeAt":"2026-11-02T10:{{minute:00}}","kind":"Call"}""")));
        await rebuilding;

        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created);
        (await _nurse.Get($"/patients/{man}/chart"))["facts"]!.AsArray().Count.ShouldBe(21);
        (await DifferencesAsync(HttpMethod.Get, "/documents/differences", man)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_tombstone_of_an_append_that_failed_is_no_man()
    {
        await _nurse.EnrolAsync();
        var stream = Guid.NewGuid();
        await ExecuteAsync($"""
            insert into followup.mt_streams (tenant_id, id, version) values ('izmir', '{stream}', 0);
            insert into followup.mt_events (seq_id, id, stream_id, version, data, type, tenant_id, mt_dotnet_type)
            values (nextval('followup.mt_events_sequence'), gen_random_uuid(), '{stream}', 1, jsonb_build_object(), 'tombstone', 'izmir', 'JasperFx.Events.Tombstone, JasperFx.Events')
            """);

        (await DifferencesAsync(HttpMethod.Get, "/documents/differences", stream.ToString())).ShouldBeEmpty();
        (await DifferencesAsync(HttpMethod.Post, "/documents/rebuild", stream.ToString())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_who_runs_the_installation_may_ask()
    {
        (await _nurse.Get("/documents/differences")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _nurse.Post("/documents/rebuild", "{}")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    // Other tests have men of their own in the same database.
    private async Task<string[]> DifferencesAsync(HttpMethod method, string address, string man)
    {
        using var request = new HttpRequestMessage(method, address);
        using var response = await _administrator.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var steps = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!).ToList();
        steps[^1]["done"]!.GetValue<long>().ShouldBe(steps[^1]["of"]!.GetValue<long>());
        return [.. steps.SelectMany(step => step["differences"]!.AsArray()).Where(difference => difference!["patientId"]!.ToString() == man).Select(difference => difference!["where"]!.ToString())];
    }

    private async Task ExecuteAsync(string man, string sql) => (await ExecuteAsync($"{sql} where id = '{man}'")).ShouldBe(1);

    private async Task<int> ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
