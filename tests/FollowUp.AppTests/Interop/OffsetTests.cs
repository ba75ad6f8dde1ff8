using System.Net;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.AppTests.Interop;

/// <summary>An instant is taken with any offset at every door, and is the same instant: half past eight in India is six in the clinic.</summary>
public sealed class OffsetTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse, "made-up");

    [Theory]
    [InlineData("2026-03-05T08:30:00+05:30")]
    [InlineData("2026-03-05T08:30+05:30")]
    [InlineData("2026-03-05T03:00:00Z")]
    [InlineData("2026-03-04T17:00:00-10:00")]
    [InlineData("2026-03-05T17:00:00+14:00")]
    public async Task Over_HTTP_the_recorded_time_the_time_of_a_contact_and_asOf_take_it(string instant)
    {
        var man = Guid.NewGuid();
        await EnrolledLongAgoAsync(man);

        var contact = await _nurse.Post($"/patients/{man}/contacts", $$"""{"madeAt":"{{instant}}","kind":"Call","recordedAt":"{{instant}}"}""");

        contact.Status.ShouldBe(HttpStatusCode.BadRequest, "over HTTP the store sets the recorded time, also in a clinic of made-up men");
        contact = await _nurse.Post($"/patients/{man}/contacts", $$"""{"madeAt":"{{instant}}","kind":"Call"}""");
        contact.Status.ShouldBe(HttpStatusCode.Created, contact.Body?.ToJsonString());
        (await DayOfCallAsync(man)).ShouldBe("2026-03-05");
        (await _nurse.Get($"/patients/{man}/chart?asOf={Uri.EscapeDataString(instant)}")).Text("asOf").ShouldBe("2026-03-05T03:00:00Z");
    }

    [Theory]
    [InlineData("2026-03-05T08:30:00+05:30")]
    [InlineData("2026-03-05T08:30+05:30")]
    [InlineData("2026-03-04T17:00:00-10:00")]
    public async Task In_a_file_of_commands_the_recorded_times_take_it(string instant)
    {
        var man = Guid.NewGuid();
        await EnrolledLongAgoAsync(man);

        var lines = await _nurse.Import(Lines.Call(man, Guid.NewGuid(), instant, $"\"recordedAt\":\"{instant}\",\"sourceRecordedAt\":\"{instant}\""));

        lines.Results.ShouldBe(["Recorded"], lines.Of[0].ToJsonString());
        var line = (await _nurse.Get($"/patients/{man}/timeline"))["lines"]![1]!;
        line["recordedAt"]!.ToString().ShouldBe("2026-03-05T03:00:00Z");
        line["fact"]!["sourceRecordedAt"]!.ToString().ShouldBe("2026-03-05T03:00:00Z");
        (await DayOfCallAsync(man)).ShouldBe("2026-03-05");
    }

    [Theory]
    [InlineData("2026-03-05T08:30:00")]
    [InlineData("2026-03-05T08:30:00+25:00")]
    [InlineData("2026-03-05 08:30")]
    public async Task What_names_no_instant_is_refused_with_what_would_be_right(string text)
    {
        var man = Guid.NewGuid();
        await EnrolledLongAgoAsync(man);

        var lines = await _nurse.Import(Lines.Call(man, Guid.NewGuid(), "2026-03-05", $"\"recordedAt\":\"{text}\""));

        lines.Results.ShouldBe(["Rejected"]);
        (lines.Error(0), lines.Error(0, "field"), lines.Error(0, "value")).ShouldBe(("Unreadable", "recordedAt", text));
    }

    private async Task EnrolledLongAgoAsync(Guid man) =>
        (await _nurse.Import(Lines.Enrol(man, Guid.NewGuid(), "\"recordedAt\":\"2026-01-05T09:00:00+03:00\""))).Results.ShouldBe(["Recorded"]);

    // The local day in Istanbul: the first minutes of it in every one of these.
    private async Task<string> DayOfCallAsync(Guid man)
    {
        var madeAt = (await _nurse.Get($"/patients/{man}/timeline"))["lines"]![1]!["fact"]!["madeAt"]!.ToString();
        return LocalDatePattern.Iso.Format(ClinicalTime.TryParse(madeAt)!.Value.Day(DateTimeZoneProviders.Tzdb["Europe/Istanbul"]));
    }
}
