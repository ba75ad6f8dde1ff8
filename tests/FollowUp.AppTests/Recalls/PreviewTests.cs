using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Reports.Making;

namespace FollowUp.AppTests.Recalls;

/// <summary>In a made-up clinic of their own: what a day's preview shows is what sending for that day then orders, and an explanation says why of everybody.</summary>
public sealed class PreviewTests(MailFixture app) : IClassFixture<MailFixture>
{
    private const string Clinic = "previewed";

    /// <summary>A Monday, 42 days after the operations.</summary>
    private const string Day = "2027-01-18";

    private readonly HttpClient _nurse = app.As(Roles.Nurse, Clinic);

    private readonly HttpClient _clinician = app.As(Roles.Clinician, Clinic);

    [Fact]
    public async Task The_preview_of_a_day_is_what_is_sent_then_and_the_explanation_says_why_or_why_not()
    {
        app.MoveTo(new(2026, 12, 7), 12);
        var sent = await OperatedAsync();
        var afternoon = await OperatedAsync(("contact-preferences", """{"statedOn":"2026-12-07","channels":["Email"],"language":"Tr","from":"14:00:00"}"""));
        var silent = await OperatedAsync(("reminder-consents", """{"statedOn":"2026-12-07","consents":false,"form":"Reply"}"""));
        var dead = await OperatedAsync();
        var satisfied = await OperatedAsync();
        app.MoveTo(new(2027, 1, 18), 8);
        await RecordAsync(_clinician, dead, "deaths", """{"diedOn":"2027-01-10"}""");
        await RecordAsync(_nurse, satisfied, "contacts", $$"""{"madeAt":"{{Day}}","kind":"Call","complications":"None"}""");

        var preview = await _nurse.Get($"/recalls?on={Day}");
        var sunday = await _nurse.Get("/recalls?on=2027-01-24");
        var why = await ExplainedAsync(sent, silent, dead, satisfied);
        Reply morning = null!, evening = null!;
        await app.SettledAsync(async () => morning = await _nurse.Post("/recalls/send", $$"""{"asOf":"{{Day}}T06:30:00Z"}"""));
        await app.SettledAsync(async () => evening = await _nurse.Post("/recalls/send", $$"""{"asOf":"{{Day}}T16:00:00Z"}"""));

        var previewed = Shown(preview["messages"]!, message => message["goesOutAt"] is not null);
        previewed.Select(message => message.Split(' ')[0]).ShouldBe([sent, afternoon], ignoreOrder: true);
        Shown(morning["ordered"]!).Concat(Shown(evening["ordered"]!)).ShouldBe(previewed, ignoreOrder: true);
        preview["messages"]!.AsArray().Single(message => message!["patientId"]!.ToString() == afternoon)!["goesOutAt"]!.ToString().ShouldBe($"{Day}T11:00:00Z");
        preview["messages"]!.AsArray().ShouldAllBe(message => message!["item"]!["performedOn"]!.ToString() == "2026-12-07" && message["item"]!["due"]!.ToString() == Day);
        Shown(sunday["messages"]!, message => message["goesOutAt"] is not null).ShouldBeEmpty("it is a Sunday");

        why.ShouldBe([("Planned", ""), ("GateClosed", "NoConsent"), ("GateClosed", "Died"), ("GateClosed", "AlreadySatisfied")]);
    }

    private async Task<IReadOnlyList<(string Plan, string Closed)>> ExplainedAsync(params string[] men)
    {
        var found = new List<(string, string)>();
        foreach (var man in men)
        {
            var answer = await _nurse.Get($"/patients/{man}/recalls/explanation?step=CONTACT_6W&on={Day}");
            answer.Status.ShouldBe(HttpStatusCode.OK, answer.Body?.ToJsonString());
            answer.Text("protocol.id").ShouldBe("standard-2");
            var item = answer["items"]!.AsArray().ShouldHaveSingleItem()!;
            item["item"]!["performedOn"]!.ToString().ShouldBe("2026-12-07");
            item["explanations"]!.AsArray().SelectMany(each => each!["sentences"]!.AsArray()).ShouldNotBeEmpty();
            item["gates"]!.AsArray().Select(gate => gate!["gate"]!.ToString()).ShouldContain("TestArranged", "the open ones are named too");

            // Asked at eight in the morning, so every one is told of the hour as well.
            var closed = item["gates"]!.AsArray().Where(gate => !gate!["open"]!.GetValue<bool>() && gate["gate"]!.ToString() != "QuietHour").ToList();
            closed.ShouldAllBe(gate => gate!["factId"] != null);
            found.Add((item["plan"]!.ToString(), string.Join('+', closed.Select(gate => gate!["gate"]))));
        }

        return found;
    }

    private static List<string> Shown(JsonNode messages, Func<JsonNode, bool>? only = null) =>
        [.. messages.AsArray().Where(message => only?.Invoke(message!) != false).Select(message => $"{message!["patientId"]} {message["reminder"]!.ToJsonString()}")];

    private async Task<string> OperatedAsync(params (string Path, string Fact)[] more)
    {
        var man = await _nurse.EnrolAsync();
        await RecordAsync(_nurse, man, "reminder-consents", """{"statedOn":"2026-12-06","consents":true,"form":"Written"}""");
        foreach (var (path, fact) in more)
        {
            await RecordAsync(_nurse, man, path, fact);
        }

        await RecordAsync(_nurse, man, "procedures", """{"type":"MTESE","performedOn":"2026-12-07","side":"Both"}""");
        return man;
    }

    private static async Task RecordAsync(HttpClient client, string man, string path, string fact)
    {
        var reply = await client.Post($"/patients/{man}/{path}", fact);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
    }
}
