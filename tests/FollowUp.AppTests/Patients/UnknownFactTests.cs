using System.Net;
using FollowUp.Access;
using FollowUp.Patients.Rules.Facts;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FollowUp.AppTests.Patients;

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

    private async Task RecordUnknownAsync(Guid man)
    {
        await using (var session = app.App.Services.GetRequiredService<IDocumentStore>().LightweightSession("made-up"))
        {
            session.Events.Append(man, new WeightMeasured { MeasuredOn = new(2026, 1, 5), Kilograms = 70 });
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await ExecuteAsync(man, "update followup.mt_events set type = 'mood_recorded', mt_dotnet_type = 'FollowUp.MoodRecorded, FollowUp'");
    }

    private async Task ExecuteAsync(Guid man, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand($"{sql} where stream_id = $1 and version = 2");
        command.Parameters.AddWithValue(man);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
