using System.Net;
using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Recalls.Sending;
using NodaTime;

namespace FollowUp.AppTests.Recalls;

public sealed class LedgerTests : IClassFixture<MailFixture>
{
    private readonly MailFixture _app;
    private readonly HttpClient _nurse;

    public LedgerTests(MailFixture app)
    {
        (_app, _nurse) = (app, app.As(Roles.Nurse));
        _app.MoveTo(_app.Today.Next(IsoDayOfWeek.Monday), 12);
    }

    [Fact]
    public async Task A_message_in_doubt_is_shown_and_a_person_who_says_that_it_arrived_ends_the_doubt()
    {
        var (man, claim) = await DoubtAsync();
        var listed = await _nurse.Get($"/ledger?state=Uncertain&patientId={man.Id}");

        var settled = await _nurse.Post($"/ledger/{claim}/settlements", """{"settlement":"Arrived"}""");
        await _app.RoundAsync(_nurse);

        listed.Text("rows.0.reason").ShouldBe("ConnectionLost");
        listed["counts.Uncertain"]!.GetValue<long>().ShouldBeGreaterThan(0);
        settled.Text("state").ShouldBe("Delivered");
        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await man.ToldAsync(_nurse)).ShouldBe(["decided CONTACT_6W 1", "Uncertain ConnectionLost", "Delivered SaidByPerson"]);
    }

    [Fact]
    public async Task A_message_in_doubt_is_sent_again_only_when_a_person_says_so_and_may_come_to_doubt_again()
    {
        var (man, claim) = await DoubtAsync();

        await _app.SettledAsync(() => _nurse.Post($"/ledger/{claim}/settlements", """{"settlement":"SendAgain"}"""));
        var again = await man.ToldAsync(_nurse);
        _app.Mail.Treat(man.Address, Treatment.Accept);
        await _app.SettledAsync(() => _nurse.Post($"/ledger/{claim}/settlements", """{"settlement":"SendAgain"}"""));

        again.ShouldBe(["decided CONTACT_6W 1", "Uncertain ConnectionLost", "SendAgain SaidByPerson", "Uncertain ConnectionLost"]);
        (await man.ToldAsync(_nurse))[^1].ShouldBe("Accepted");
        _app.Mail.TakenFor(man.Address).Select(MessageIdOf).Distinct().Count().ShouldBe(1, "a mailbox can recognise the repetition");
        (await _nurse.Post($"/ledger/{claim}/settlements", """{"settlement":"SendAgain"}""")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_man_marked_dead_after_the_doubt_is_not_sent_it_again()
    {
        var (man, claim) = await DoubtAsync();
        using var clinician = _app.As(Roles.Clinician);
        (await clinician.Post($"/patients/{man.Id}/deaths", $$"""{"diedOn":"{{_app.Today:uuuu'-'MM'-'dd}}"}""")).Status.ShouldBe(HttpStatusCode.Created);

        await _app.SettledAsync(() => _nurse.Post($"/ledger/{claim}/settlements", """{"settlement":"SendAgain"}"""));

        _app.Mail.TakenFor(man.Address).Count.ShouldBe(1);
        (await man.ToldAsync(_nurse))[^1].ShouldBe("Cancelled Died");
    }

    [Theory]
    [InlineData("/sending", Roles.Nurse)]
    [InlineData("/sending/everywhere", Roles.Administrator)]
    public async Task A_pause_holds_everything_also_what_is_claimed_until_somebody_resumes_it(string address, string role)
    {
        using var person = _app.As(role);
        var claimed = await DueMan.EnrolAsync(_app, _nurse);
        var due = await DueMan.EnrolAsync(_app, _nurse);
        var order = await _app.InvokeAsync<SendReminder>(new DecideReminder(claimed.Id, claimed.Reminder));

        (await person.Post(address, """{"paused":true,"why":"the mail provider is investigated"}""")).Status.ShouldBe(HttpStatusCode.OK);
        await _app.InvokeAsync(order);
        await _app.RoundAsync(_nurse);
        var (held, planned, said) = (_app.Mail.TakenFor(claimed.Address).Count + _app.Mail.TakenFor(due.Address).Count, await _nurse.Get("/recalls"), await _nurse.Get("/sending"));
        var explained = await _nurse.Get($"/patients/{due.Id}/recalls/explanation?step=CONTACT_6W");
        (await person.Post(address, """{"paused":false,"why":"found"}""")).Status.ShouldBe(HttpStatusCode.OK);
        _app.Time.Advance(TimeSpan.FromMinutes(31));
        await _app.RoundAsync(_nurse);

        held.ShouldBe(0);
        planned["messages"]!.AsArray().Single(message => message!["patientId"]!.ToString() == due.Id.ToString())!["closed"]!.AsArray()
            .Select(gate => gate!["gate"]!.ToString()).ShouldContain("Paused");
        explained["items"]!.AsArray().Single()!["gates"]!.AsArray().Single(gate => gate!["gate"]!.ToString() == "Paused")!["open"]!.GetValue<bool>().ShouldBeFalse();
        (said[address == "/sending" ? "clinic" : "installation"]!["by"]!.ToString(), said["changes"]!.AsArray()[^1]!["why"]!.ToString())
            .ShouldBe(($"{role}-1", "the mail provider is investigated"));
        _app.Mail.TakenFor(claimed.Address).Count.ShouldBe(1);
        _app.Mail.TakenFor(due.Address).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"paused":true,"why":" "}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"paused":"perhaps","why":"x"}""", HttpStatusCode.BadRequest)]
    public async Task A_pause_needs_a_reason(string body, HttpStatusCode status) => (await _nurse.Post("/sending", body)).Status.ShouldBe(status);

    [Fact]
    public async Task A_letter_is_the_last_rung_printed_by_a_person_who_says_that_it_was_posted()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        var ordered = await _nurse.Post($"/patients/{man.Id}/letters", $$"""{"recall":"CONTACT_6W","procedureId":"{{man.Operation}}"}""");
        var id = ordered.Text("id");
        _app.Time.Advance(TimeSpan.FromHours(2));
        await _app.RoundAsync(_nurse);
        using var content = new StringContent("{}");
        using var printed = await _nurse.PostAsync(new Uri($"/ledger/{id}/letter", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var page = await printed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        var posted = await _nurse.Post($"/ledger/{id}/settlements", """{"settlement":"Posted"}""");

        ordered.Status.ShouldBe(HttpStatusCode.Created, ordered.Body?.ToJsonString());
        printed.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        WebUtility.HtmlDecode(page).ShouldContain("Gizlisokak 5");
        WebUtility.HtmlDecode(page).ShouldContain("numarasını");
        posted.Text("state").ShouldBe("Accepted");
        (await man.ToldAsync(_nurse)).ShouldContain("Accepted SaidByPerson");
    }

    [Fact]
    public async Task A_letter_to_a_man_who_does_not_want_one_says_which_gate_is_closed()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse, consents: false);

        var refused = await _nurse.Post($"/patients/{man.Id}/letters", $$"""{"recall":"CONTACT_6W","procedureId":"{{man.Operation}}"}""");

        (refused.Status, refused.Text("errors.0.code")).ShouldBe((HttpStatusCode.UnprocessableEntity, "NoConsent"));
    }

    [Theory]
    [InlineData("state=Perhaps", "state")]
    [InlineData("channel=Pigeon", "channel")]
    [InlineData("patientId=7", "patientId")]
    [InlineData("limit=0", "limit")]
    public async Task A_filter_that_cannot_be_read_says_which(string query, string field) =>
        (await _nurse.Get($"/ledger?{query}")).Text("errors.0.field").ShouldBe(field);

    [Fact]
    public async Task A_text_can_be_looked_at_and_checked_before_anybody_gets_it()
    {
        var listed = await _nurse.Get("/reminder-texts");
        var wrong = await _nurse.Post("/reminder-texts/check", """{"language":"En","channel":"Sms","subject":"","body":"Your surgery: call {telephone}. STOP"}""");

        listed.Body!.AsArray().Count.ShouldBe(6);
        listed.Body!.AsArray().ShouldAllBe(text => text!["findings"]!.AsArray().Count == 0);
        wrong.Text("findings.0.code").ShouldBe("ForbiddenWord");
        wrong["length"]!["parts"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task After_an_outage_no_more_than_the_settings_number_goes_out_in_a_minute_the_longest_due_first()
    {
        // Whoever is due again, or given up, from a test before is seen to first, and a minute later.
        await _app.RoundAsync(_nurse);
        _app.Time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));
        await DueMan.EnrolAsync(_app, _nurse, operatedDaysAgo: 44);
        await DueMan.EnrolAsync(_app, _nurse, operatedDaysAgo: 43);
        await using var slow = _app.Build(FollowUp.Platform.NodeRole.Command, ("FollowUp:Recalls:MostPerMinute", "1"));
        await slow.StartAsync(TestContext.Current.CancellationToken);
        using var client = _app.As(Roles.Nurse, url: new Uri(slow.Urls.First()));
        var listed = (await _nurse.Get("/recalls"))["messages"]!.AsArray().Where(message => message!["closed"]!.AsArray().Count == 0).Select(ManOf).ToList();

        async Task<IEnumerable<string>> Ordered() => (await client.Post("/recalls/send", "{}"))["ordered"]!.AsArray().Select(ManOf);
        var (first, again) = (await Ordered(), await Ordered());
        _app.Time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(1));
        var second = await Ordered();
        await slow.StopAsync(TestContext.Current.CancellationToken);

        first.ShouldBe([listed[0]]);
        again.ShouldBeEmpty();
        second.ShouldBe([listed[1]]);
    }

    private static string ManOf(System.Text.Json.Nodes.JsonNode? message) => message!["patientId"]!.ToString();

    private async Task<(DueMan Man, Guid Claim)> DoubtAsync()
    {
        var man = await DueMan.EnrolAsync(_app, _nurse);
        _app.Mail.Treat(man.Address, Treatment.DropAfterData);
        await _app.RoundAsync(_nurse);
        return (man, LedgerEntry.IdOf(man.Id, man.Reminder));
    }

    private static string MessageIdOf(string mail) => mail.Split('\n').First(line => line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase));
}
