using System.Net;
using System.Text;
using FollowUp.Access;
using FollowUp.AppTests.Pages;
using FollowUp.Reports.Making;

namespace FollowUp.AppTests.Guidelines;

/// <summary>In a clinic of their own: the hours and closed days that it chooses move its messages from then on, and who chose them is on record.</summary>
public sealed class ClinicSettingsTests(AppFixture app)
{
    private const string Clinic = "settled";

    private readonly HttpClient _nurse = app.As(Roles.Nurse, Clinic);

    private readonly HttpClient _administrator = app.As(Roles.Administrator, Clinic);

    [Fact]
    public async Task Chosen_hours_and_closed_days_move_messages_from_then_on_and_not_before()
    {
        var man = await _nurse.EnrolAsync();
        (await _nurse.Post($"/patients/{man}/procedures", """{"type":"MTESE","performedOn":"2026-10-26","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await _nurse.Post($"/patients/{man}/reminder-consents", """{"statedOn":"2026-10-26","consents":true,"form":"Written"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await GoesOutAsync("2026-12-07")).ShouldBe("2026-12-07T06:00:00Z");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var before = $"{app.Time.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffffffZ}";
        app.Time.Advance(TimeSpan.FromMinutes(1));

        const string chosen = """{"sendingFrom":"10:30:00","sendingUntil":"16:00:00","closedDays":["2026-12-07","2026-12-07"]}""";
        (await PutAsync(_nurse, chosen, "0")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await PutAsync(_administrator, chosen, null)).Status.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await PutAsync(_administrator, chosen, "7")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        var changed = await PutAsync(_administrator, chosen, "0");
        (changed.Status, changed.ETag).ShouldBe((HttpStatusCode.OK, "\"1\""), changed.Body?.ToJsonString());

        (await GoesOutAsync("2026-12-07")).ShouldBeNull("the clinic is closed");
        (await GoesOutAsync("2026-12-08")).ShouldBe("2026-12-08T07:30:00Z");
        (await FromAsync(man, "")).ShouldBe("2026-12-08");
        (await FromAsync(man, $"?asOf={before}")).ShouldBe("2026-12-07");

        (await PutAsync(_administrator, "{}", "0")).Status.ShouldBe(HttpStatusCode.PreconditionFailed, "somebody chose since");
        var reversed = await PutAsync(_administrator, """{"sendingFrom":"16:00:00","sendingUntil":"10:00:00"}""", "1");
        (reversed.Status, reversed.Text("errors.0.field")).ShouldBe((HttpStatusCode.UnprocessableEntity, "sendingUntil"));
        (await PutAsync(_administrator, """{"sendingFrom":"16:00:00"}""", "1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PutAsync(_administrator, """{"closedDays":["soon"]}""", "1")).Status.ShouldBe(HttpStatusCode.BadRequest);

        using var browser = await PageClient.SignedInAsync(app, Roles.Administrator, Clinic);
        var page = await browser.OpenAsync("/settings/hours");
        page.Html.ShouldContain("value=\"10:30\"");
        page.Html.ShouldContain("administrator-1");
        page.Html.ShouldContain("7 Dec 2026");
        var none = await browser.SendAsync("/settings/hours", ("seen", page.Field("seen")), ("sendingFrom", ""), ("sendingUntil", ""), ("closedDays", "2026-12-31\r\n2027-01-04"));
        none.Html.ShouldContain("2026-12-31\n2027-01-04");
        (await browser.SendAsync("/settings/hours", ("seen", page.Field("seen")), ("closedDays", ""))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await browser.SendAsync("/settings/hours", ("seen", none.Field("seen")), ("closedDays", "new year"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.SendAsync("/settings/hours", ("seen", none.Field("seen")), ("sendingFrom", "09:00"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await GoesOutAsync("2026-12-07")).ShouldBe("2026-12-07T06:00:00Z");
        (await browser.OpenAsync("/settings")).Html.ShouldContain("messages from 10:30 to 16:00; closed on 7 Dec 2026");

        // A guideline adopted afterwards follows in the same stream.
        (await _administrator.Post("/guidelines/adoptions", """{"protocol":"standard-2"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await _administrator.Get("/clinic/settings")).Text("version").ShouldBe("3");
    }

    [Fact]
    public async Task A_channel_is_tried_with_an_address_that_is_typed_and_a_text_is_checked_before_it_is_configured()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Administrator, Clinic);
        await browser.OpenAsync("/settings/channels");

        (await browser.SendAsync("/settings/channels/test", ("channel", "Email"), ("to", "admin.of.the.test@example.org"))).Html.ShouldContain("accepted");
        (await browser.SendAsync("/settings/channels/test", ("channel", "Sms"), ("to", "0532 123 45 67"))).Html.ShouldContain("accepted");
        var written = System.IO.Directory.GetFiles(app.Outbox).Select(File.ReadAllText).ToList();
        written.ShouldContain(mail => mail.Contains("admin.of.the.test@example.org", StringComparison.Ordinal) && mail.Contains("STOP", StringComparison.Ordinal));
        written.ShouldContain(text => text.StartsWith("+905321234567\n", StringComparison.Ordinal));
        (await browser.SendAsync("/settings/channels/test", ("channel", "Sms"), ("to", "nobody"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SendAsync("/settings/channels/test", ("channel", "Post"), ("to", "here"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SendAsync("/settings/channels/test", ("channel", "Email"), ("to", "two words"))).Html.ShouldContain("refused");

        var told = await browser.SendAsync("/settings/channels/text", ("language", "Tr"), ("channel", "Sms"), ("body", "Testosteron sonucunuz için {telephone} arayın. İPTAL"));
        told.Html.ShouldContain("(sonuc)", customMessage: "a softened consonant hides nothing");
        var usable = await browser.SendAsync("/settings/channels/text", ("language", "En"), ("channel", "Sms"), ("body", "Please ring {telephone}. Reply STOP to end this."));
        usable.Html.ShouldContain("This text may be used.");
        usable.Html.ShouldContain("GSM 7-bit");
        (await browser.SendAsync("/settings/channels/text", ("language", "En"), ("channel", "Phone"), ("body", "x"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task The_administrator_sees_what_waits_whether_it_runs_and_who_has_signed_in()
    {
        using var nurse = await PageClient.SignedInAsync(app, Roles.Nurse, Clinic);
        using var browser = await PageClient.SignedInAsync(app, Roles.Administrator, Clinic);

        var health = await browser.OpenAsync("/settings/health");
        health.Html.ShouldContain("Due and not sent yet");
        health.Html.ShouldContain("database");
        var people = await browser.OpenAsync("/settings/sign-in");
        people.Html.ShouldContain("nurse-1");
        people.Html.ShouldContain("<code>clinic</code> = <code>settled</code>");
    }

    private async Task<string?> GoesOutAsync(string day) => (await _nurse.Get($"/recalls?on={day}"))["messages"]!.AsArray().SingleOrDefault()?["goesOutAt"]?.ToString();

    private async Task<string?> FromAsync(string man, string view) => (await _nurse.Get($"/patients/{man}/chart{view}")).Text("answers.dueItems.reminders.0.from");

    private static async Task<Reply> PutAsync(HttpClient client, string json, string? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/clinic/settings") { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Reply.Of(response);
    }
}
