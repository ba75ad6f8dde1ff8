using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.Interop;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.AppTests.Contacts;

/// <summary>An alert comes back with the command, is on the chart, and leads the worklist until a clinician has acknowledged it.</summary>
public sealed class AlertTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    // The clock of the run moves: what has just happened is a minute ago.
    private string Now => InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(app.Time.GetUtcNow()) - Duration.FromMinutes(1));

    [Fact]
    public async Task A_red_flag_comes_back_at_once_and_leads_the_worklist_until_a_clinician_acknowledges_it()
    {
        using var clinician = app.As(Roles.Clinician);
        var man = await _nurse.EnrolAsync();

        var contact = await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Now}}","kind":"Call","script":{"Rigors":"Yes"} }""");

        contact["consequences"]!["alertsRaised"]!.AsArray().ShouldHaveSingleItem()!["trigger"]!.ToString().ShouldBe("Rigors");
        var listed = await RowAsync(man);
        listed!["alerts"]![0]!["state"]!.ToString().ShouldBe("Open");
        listed["alerts"]![0]!["owner"]!.ToString().ShouldBe("ClinicianOnCall");
        var acknowledgement = $$"""{"trigger":"Rigors","factId":"{{contact["id"]}}","acknowledgedAt":"{{Now}}","owner":"D-019","outcome":"SentToEmergency"}""";
        (await _nurse.Post($"/patients/{man}/alert-acknowledgements", acknowledgement)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clinician.Post($"/patients/{man}/alert-acknowledgements", acknowledgement)).Status.ShouldBe(HttpStatusCode.Created);
        (await RowAsync(man)).ShouldBeNull();
        var chart = await _nurse.Get($"/patients/{man}/chart");
        chart.Text("answers.alerts.alerts.0.acknowledged.owner").ShouldBe("D-019");
        chart.Text("answers.alerts.alerts.0.acknowledged.outcome").ShouldBe("SentToEmergency");
    }

    [Fact]
    public async Task An_emergency_nobody_acknowledges_escalates_to_the_head_of_the_clinic_and_an_alert_comes_before_an_overdue_item()
    {
        var overdue = await _nurse.EnrolAsync();
        await RecordAsync(overdue, "procedures", """{"type":"MTESE","performedOn":"2026-08-01","side":"Both"}""");
        var man = await _nurse.EnrolAsync();
        await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Now}}","kind":"Call","script":{"Fainting":"Yes"} }""");

        app.Time.Advance(TimeSpan.FromMinutes(31));

        var rows = (await _nurse.Get("/worklist?limit=5000"))["rows"]!.AsArray().Select(row => row!["patientId"]!.ToString()).ToList();
        rows.IndexOf(man).ShouldBeLessThan(rows.IndexOf(overdue));
        var alert = (await RowAsync(man))!["alerts"]![0]!;
        alert["state"]!.ToString().ShouldBe("Escalated");
        alert["owner"]!.ToString().ShouldBe("HeadOfClinic");
        (await RowAsync(man, "&state=Overdue")).ShouldBeNull("a list of one state holds no alerts");
        (await _nurse.Get("/worklist?limit=1"))["rows"]![0]!["alerts"]!.AsArray().ShouldNotBeEmpty("alerts come first however short the list");
    }

    [Fact]
    public async Task An_overdose_is_stored_without_a_question_and_alarms()
    {
        var man = await _nurse.EnrolAsync();

        var dose = await RecordAsync(man, "analgesics", $$"""{"takenAt":"{{Now}}","drug":"Paracetamol","milligrams":8000}""");

        dose["state"]!["analgesics"]!["level"]!.ToString().ShouldBe("Alarm");
        dose["consequences"]!["alertsRaised"]![0]!["trigger"]!.ToString().ShouldBe("AnalgesicAboveLimit");
        (await RowAsync(man))!["alerts"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_fever_beside_a_no_is_stored_as_sent_and_raises_the_alert_with_a_finding()
    {
        var man = await _nurse.EnrolAsync();

        var contact = await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Now}}","kind":"Call","temperatureCelsius":38.0,"script":{"Fever":"No"} }""");

        contact["warnings"]!.AsArray().Select(code => code!.ToString()).ShouldBe(["FeverByValue"]);
        contact["consequences"]!["alertsRaised"]![0]!["trigger"]!.ToString().ShouldBe("Fever");
        (await _nurse.Get($"/patients/{man}/timeline"))["lines"]![1]!["fact"]!["script"]!["Fever"]!.ToString().ShouldBe("No");

        var lines = await _nurse.Import(
            $$"""{"patient":"{{man}}","command":"contact_made","id":"{{Guid.NewGuid()}}","madeAt":"{{Now}}","kind":"Call","temperatureCelsius":39.4,"script":{"Fever":"No"} }""",
            $$"""{"patient":"{{man}}","command":"pain_reported","id":"{{Guid.NewGuid()}}","reportedAt":"{{Now}}","nrs":9,"site":"Scrotum"}""",
            $$"""{"patient":"{{man}}","command":"analgesic_taken","id":"{{Guid.NewGuid()}}","takenAt":"{{Now}}","drug":"Paracetamol","milligrams":1}""");
        lines.Results.ShouldBe(["Recorded", "Recorded", "Recorded"]);
        lines.Of[0]["warnings"]![0]!.ToString().ShouldBe("FeverByValue");
    }

    [Fact]
    public async Task A_red_flag_a_fever_and_a_dose_need_no_reason_to_be_recorded()
    {
        var man = await _nurse.EnrolAsync();

        await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Now}}","kind":"Call","temperatureCelsius":40.1,"script":{"Rigors":"Yes","Fever":"Yes"} }""");
        await RecordAsync(man, "pain-episodes", $$"""{"reportedAt":"{{Now}}","nrs":10,"site":"Scrotum"}""");
        var dose = await RecordAsync(man, "analgesics", $$"""{"takenAt":"{{Now}}","drug":"Paracetamol","milligrams":1}""");

        dose["warnings"]![0]!.ToString().ShouldBe("DoseUnusual");
    }

    [Fact]
    public async Task A_corrected_temperature_removes_the_alert_and_the_past_still_shows_it()
    {
        var man = await _nurse.EnrolAsync();
        var contact = await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Now}}","kind":"Call","temperatureCelsius":38.6 }""");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var before = InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(app.Time.GetUtcNow()));
        app.Time.Advance(TimeSpan.FromSeconds(1));

        var correction = await _nurse.Post(
            $"/patients/{man}/entries/{contact["id"]}/corrections", """{"changes":{"temperatureCelsius":36.8},"reason":"TypingError"}""", ("If-Match", "\"2\""));

        correction.Status.ShouldBe(HttpStatusCode.Created, correction.Body?.ToJsonString());
        (await RowAsync(man)).ShouldBeNull();
        (await RowAsync(man, $"&asOf={before}"))!["alerts"]![0]!["trigger"]!.ToString().ShouldBe("Fever");
    }

    [Fact]
    public async Task An_acknowledgement_of_something_that_is_no_alert_is_refused_with_its_field()
    {
        using var clinician = app.As(Roles.Clinician);
        var man = await _nurse.EnrolAsync();
        var contact = await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Now}}","kind":"Call"}""");

        var reply = await clinician.Post(
            $"/patients/{man}/alert-acknowledgements",
            $$"""{"trigger":"Fever","factId":"{{contact["id"]}}","acknowledgedAt":"{{Now}}","owner":"D-019","outcome":"Seen"}""");

        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reply.Text("errors.0.field").ShouldBe("trigger");
    }

    private async Task<JsonNode> RecordAsync(string man, string path, string fact)
    {
        var reply = await _nurse.Post($"/patients/{man}/{path}", fact);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Body!;
    }

    private async Task<JsonNode?> RowAsync(string man, string query = "")
    {
        var reply = await _nurse.Get($"/worklist?limit=5000{query}");
        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Body?.ToJsonString());
        return reply["rows"]!.AsArray().SingleOrDefault(row => row!["patientId"]!.ToString() == man);
    }
}
