using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Recording.Commands;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FollowUp.AppTests.Recording;

/// <summary>A database that a newer version wrote to.</summary>
public sealed class UnknownFactTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse, "made-up");

    [Fact]
    public async Task A_kind_of_fact_that_this_version_does_not_know_stops_that_mans_answers_by_name_and_no_other_mans()
    {
        var (man, another) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        await RecordUnknownAsync(Guid.Parse(man));
        try
        {
            foreach (var page in (string[])["chart", "timeline", "operations"])
            {
                var reply = await _nurse.Get($"/patients/{man}/{page}");
                reply.Status.ShouldBe(HttpStatusCode.NotImplemented);
                reply.Text("code").ShouldBe("unknown-fact-kind");
                reply.Text("errors.0.value")!.ShouldContain("MoodRecorded");
            }

            var next = await _nurse.Post($"/patients/{man}/contacts", """{"madeAt":"2026-11-02T10:00","kind":"Call"}""");
            next.Text("code").ShouldBe("unknown-fact-kind");
            (await _nurse.Get($"/patients/{another}/chart")).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await ExecuteAsync(Guid.Parse(man), "delete from followup.mt_events");
        }
    }

    [Fact]
    public async Task A_field_that_this_version_does_not_know_is_answered_as_a_kind_that_it_does_not_know()
    {
        var (man, another) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        await RecordUnknownAsync(Guid.Parse(man), """update followup.mt_events set data = data || '{"mood":"Good"}'""");
        try
        {
            foreach (var page in (string[])["chart", "timeline", "operations"])
            {
                var reply = await _nurse.Get($"/patients/{man}/{page}");
                reply.Status.ShouldBe(HttpStatusCode.NotImplemented);
                reply.Text("code").ShouldBe("unknown-fact-kind");
                (reply.Text("errors.0.code"), reply.Text("errors.0.value")).ShouldBe(("UnknownFactField", "mood"));
            }

            (await _nurse.Post($"/patients/{man}/contacts", """{"madeAt":"2026-11-02T10:00","kind":"Call"}""")).Status.ShouldBe(HttpStatusCode.NotImplemented);
            (await _nurse.Get("/reports/complications")).Status.ShouldBe(HttpStatusCode.NotImplemented);
            (await _nurse.Get($"/patients/{another}/chart")).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await ExecuteAsync(Guid.Parse(man), "delete from followup.mt_events");
        }
    }

    [Fact]
    public async Task A_fact_stored_in_an_earlier_shape_is_read_in_todays_and_so_is_its_correction()
    {
        var man = await _nurse.EnrolAsync();
        await RecordUnknownAsync(Guid.Parse(man), """update followup.mt_events set data = data - 'kilograms' || '{"weightKg":71.5}'""");

        try
        {
            (await _nurse.Get($"/patients/{man}/timeline")).Text("lines.1.fact.kilograms").ShouldBe("71.5");
            var entry = (await _nurse.Get($"/patients/{man}/timeline")).Text("lines.1.id");
            var corrected = await _nurse.Post(
                $"/patients/{man}/entries/{entry}/corrections", """{"changes":{"weightKg":72.5},"reason":"TypingError"}""", ("If-Match", "\"2\""));
            corrected.Status.ShouldBe(HttpStatusCode.Created, corrected.Body?.ToJsonString());
            (await _nurse.Get($"/patients/{man}/chart")).Text("facts.1.fact.kilograms").ShouldBe("72.5");
        }
        finally
        {
            // A process that runs a command does not know this test's earlier shape.
            await ExecuteAsync(Guid.Parse(man), "update followup.mt_events set data = replace(data::text, 'weightKg', 'kilograms')::jsonb", andLater: true);
        }
    }

    // A worked example of an earlier shape: the field had another name.
    private sealed class WeightOnceInWeightKg : IUpcast
    {
        public string Kind => "weight_measured";

        public JsonObject ToToday(JsonObject stored)
        {
            if (stored.Remove("weightKg", out var kilograms))
            {
                stored["kilograms"] = kilograms;
            }

            return stored;
        }
    }

    private async Task RecordUnknownAsync(
        Guid man, string change = "update followup.mt_events set type = 'mood_recorded', mt_dotnet_type = 'FollowUp.MoodRecorded, FollowUp'")
    {
        await using (var session = app.App.Services.GetRequiredService<IDocumentStore>().LightweightSession("made-up"))
        {
            session.Events.Append(man, new WeightMeasured { MeasuredOn = new(2026, 1, 5), Kilograms = 70 });
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await ExecuteAsync(man, change);
    }

    private async Task ExecuteAsync(Guid man, string sql, bool andLater = false)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand($"{sql} where stream_id = $1 and version {(andLater ? ">=" : "=")} 2");
        command.Parameters.AddWithValue(man);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
