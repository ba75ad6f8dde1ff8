using System.Net;
using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;
using Npgsql;

namespace FollowUp.AppTests.Recording;

public sealed class FreeTextTests(AppFixture app)
{
    private const string Contact = """{"madeAt":"2026-11-23T10:00","kind":"Call","note":"çok özel not"}""";

    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Fact]
    public async Task A_note_is_read_back_and_is_nowhere_in_the_database_in_plain()
    {
        var man = await _nurse.EnrolAsync();

        await _nurse.Post($"/patients/{man}/contacts", Contact);

        (await _nurse.Get($"/patients/{man}/timeline")).Text("lines.1.fact.note").ShouldBe("çok özel not");
        (await _nurse.Get($"/patients/{man}/chart")).Text("facts.1.fact.note").ShouldBe("çok özel not");
        foreach (var table in (string[])["mt_events", "mt_doc_coursedocument", "mt_doc_patient_directory", "mt_doc_requestrecord"])
        {
            var rows = await Dump(table);
            Men.Secrets.ShouldAllBe(secret => !rows.Contains(secret, StringComparison.OrdinalIgnoreCase), table);
        }
    }

    [Fact]
    public async Task A_notes_correction_is_sealed_too_and_stands()
    {
        var man = await _nurse.EnrolAsync();
        var contact = (await _nurse.Post($"/patients/{man}/contacts", Contact)).Text("id");

        var reply = await _nurse.Post(
            $"/patients/{man}/entries/{contact}/corrections", """{"changes":{"note":"çok özel not, besser"},"reason":"TypingError"}""", ("If-Match", "\"2\""));

        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        (await _nurse.Get($"/patients/{man}/chart")).Text("facts.1.fact.note").ShouldBe("çok özel not, besser");
        (await Dump("mt_events")).ShouldNotContain("çok özel not");
    }

    [Fact]
    public async Task The_same_noted_command_with_the_same_id_is_stored_once()
    {
        var man = await _nurse.EnrolAsync();
        var command = Contact.Replace("{\"madeAt", $"{{\"id\":\"{Guid.NewGuid()}\",\"madeAt", StringComparison.Ordinal);

        await _nurse.Post($"/patients/{man}/contacts", command);
        var again = await _nurse.Post($"/patients/{man}/contacts", command);
        var other = await _nurse.Post($"/patients/{man}/contacts", command.Replace("özel", "geheim", StringComparison.Ordinal));

        again.Status.ShouldBe(HttpStatusCode.Created);
        other.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        other.Text("errors.0.code").ShouldBe("IdInUse");
        (await _nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(2);
    }

    private async Task<string> Dump(string table)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand($"select coalesce(string_agg(t::text, '\n'), '') from followup.{table} t");
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
