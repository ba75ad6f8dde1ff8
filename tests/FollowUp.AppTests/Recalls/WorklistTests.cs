using System.Net;
using FollowUp.Access;
using FollowUp.Reports.Making;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.AppTests.Recalls;

public sealed class WorklistTests(AppFixture app)
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Fact]
    public async Task A_man_is_listed_with_what_is_due_and_whom_to_call()
    {
        var man = await OperatedAsync(45);
        await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Day(-44)}}","kind":"Call"}""");

        var row = await RowAsync(man);

        row!["man"]!["name"]!.ToString().ShouldStartWith("Işıkçı");
        row["man"]!["telephones"]![0]!.ToString().ShouldBe("+905321234567");
        Items(row).ShouldBe(["CONTACT_1W Overdue", "CONTACT_6W Due"]);
    }

    [Fact]
    public async Task A_contact_closes_its_item_and_says_so_and_the_man_leaves_the_list()
    {
        var man = await OperatedAsync(45);
        await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Day(-44)}}","kind":"Call"}""");
        await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Day(-38)}}","kind":"Call"}""");

        var answer = await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Day(0)}}","kind":"Call","complications":"None"}""");

        answer["consequences"]!["closedItems"]!.AsArray().ShouldHaveSingleItem()!["recall"]!.ToString().ShouldBe("CONTACT_6W");
        (await RowAsync(man)).ShouldBeNull();
    }

    [Fact]
    public async Task What_came_of_a_call_is_recorded_from_the_row_as_the_row_says()
    {
        var man = await OperatedAsync(45);
        await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Day(-44)}}","kind":"Call"}""");
        await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Day(-38)}}","kind":"Call"}""");

        var notReached = (await RowAsync(man))!["record"]!["notReached"]!;
        notReached["body"]!["outcome"] = "Busy";
        var tried = await _nurse.Post(notReached["address"]!.ToString(), notReached["body"]!.ToJsonString());
        var after = (await RowAsync(man))!;
        var reached = after["record"]!["reached"]!;
        reached["body"]!["complications"] = "None";
        var spoken = await _nurse.Post(reached["address"]!.ToString(), reached["body"]!.ToJsonString());

        tried.Status.ShouldBe(HttpStatusCode.Created, tried.Body?.ToJsonString());
        after["items"]!.AsArray().Single(item => item!["recall"]!.ToString() == "CONTACT_6W")!["attempts"]!.AsArray().Count.ShouldBe(1);
        spoken.Status.ShouldBe(HttpStatusCode.Created, spoken.Body?.ToJsonString());
        (await RowAsync(man)).ShouldBeNull();
    }

    [Fact]
    public async Task Three_failed_attempts_make_him_unreachable_and_the_list_can_ask_for_these_alone()
    {
        var man = await OperatedAsync(50);
        foreach (var (day, hour) in new[] { (-7, "10:00"), (-6, "10:00"), (-5, "18:00") })
        {
            await RecordAsync(man, "contact-attempts", $$"""{"attemptedAt":"{{Day(day)}}T{{hour}}","channel":"Phone","outcome":"NoAnswer"}""");
        }

        Items((await RowAsync(man, "&state=Unreachable"))!).ShouldBe(["CONTACT_6W Unreachable"]);
        Items((await RowAsync(man, "&state=Overdue"))!).ShouldBe(["CONTACT_24_48H Overdue", "CONTACT_1W Overdue"]);
    }

    [Fact]
    public async Task The_list_of_another_day_asks_that_day_and_an_earlier_as_of_does_not_know_what_was_recorded_later()
    {
        var man = await OperatedAsync(45);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var before = InstantPattern.ExtendedIso.Format(Instant.FromDateTimeOffset(app.Time.GetUtcNow()));
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await RecordAsync(man, "contacts", $$"""{"madeAt":"{{Day(0)}}","kind":"Call","complications":"None"}""");

        Items((await RowAsync(man, $"&on={Day(-1)}"))!).ShouldBe(["CONTACT_24_48H Overdue", "CONTACT_1W Overdue", "CONTACT_6W Due"]);
        Items((await RowAsync(man))!).ShouldBe(["CONTACT_24_48H Overdue", "CONTACT_1W Overdue"]);
        Items((await RowAsync(man, $"&asOf={before}"))!).ShouldBe(["CONTACT_24_48H Overdue", "CONTACT_1W Overdue", "CONTACT_6W Due"]);
        Items((await RowAsync(man, $"&on={Day(200)}"))!).ShouldContain("HORMONE_6_9M Due");
    }

    [Fact]
    public async Task Correcting_the_date_of_surgery_moves_the_items_and_a_retraction_takes_them_away()
    {
        var man = await OperatedAsync(45);
        var operation = (await _nurse.Get($"/patients/{man}/timeline")).Text("lines.1.id");
        var entry = $"/patients/{man}/entries/{operation}";

        (await _nurse.Post($"{entry}/corrections", $$"""{"changes":{"performedOn":"{{Day(-5)}}"},"reason":"TypingError"}""", ("If-Match", "\"2\""))).Status.ShouldBe(HttpStatusCode.Created);
        var moved = Items((await RowAsync(man))!);
        (await _nurse.Post($"{entry}/retractions", """{"reason":"WrongPatient"}""", ("If-Match", "\"3\""))).Status.ShouldBe(HttpStatusCode.Created);

        moved.ShouldBe(["CONTACT_24_48H Overdue", "CONTACT_1W Due"]);
        (await RowAsync(man)).ShouldBeNull();
    }

    [Theory]
    [InlineData("state", "Satisfied")]
    [InlineData("state", "due")]
    [InlineData("limit", "0")]
    [InlineData("state", "1")]
    [InlineData("step", "CONTACT_9W")]
    [InlineData("claimed", "others")]
    [InlineData("after", "nowhere")]
    [InlineData("limit", "many")]
    [InlineData("on", "tomorrow")]
    public async Task What_cannot_be_read_is_refused_never_ignored(string name, string value)
    {
        var reply = await _nurse.Get($"/worklist?{name}={value}");

        reply.Status.ShouldBe(HttpStatusCode.BadRequest);
        reply.Text("errors.0.field").ShouldBe(name);
    }

    [Fact]
    public async Task A_limit_says_that_there_are_more()
    {
        await OperatedAsync(45);
        await OperatedAsync(45);

        var reply = await _nurse.Get("/worklist?limit=1");

        reply["rows"]!.AsArray().Count.ShouldBe(1);
        reply.Text("more").ShouldBe("true");
    }

    [Fact]
    public async Task A_researcher_sees_no_worklist()
    {
        using var researcher = app.As(Roles.Researcher);

        (await researcher.Get("/worklist")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task In_a_made_up_clinic_the_clock_may_be_set_and_the_mail_lands_in_the_folder()
    {
        using var nurse = app.As(Roles.Nurse, "made-up");
        var man = await nurse.EnrolAsync();
        (await nurse.Post($"/patients/{man}/procedures", $$"""{"type":"MTESE","performedOn":"{{Day(0)}}","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await nurse.Post($"/patients/{man}/reminder-consents", $$"""{"statedOn":"{{Day(0)}}","consents":true,"form":"Written"}""")).Status.ShouldBe(HttpStatusCode.Created);

        Reply reply = null!;
        await app.SettledAsync(async () => reply = await nurse.Post("/recalls/send", $$"""{"asOf":"{{Day(42)}}T09:00:00Z"}"""));

        reply.Status.ShouldBe(HttpStatusCode.Accepted);
        var told = (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Select(line => line!["fact"]!).ToList();
        told[^2]["decidedOn"]!.ToString().ShouldBe(Day(42));
        told[^1]["outcome"]!.ToString().ShouldBe("Accepted");
        var messageId = told[^1]["providerMessageId"]!.ToString();
        System.IO.Directory.GetFiles(app.Outbox, "*.eml").Select(File.ReadAllText).ShouldContain(mail => mail.Contains(messageId, StringComparison.Ordinal));
    }

    private static string Day(int fromToday) => LocalDatePattern.Iso.Format(Today.PlusDays(fromToday));

    private static IReadOnlyList<string> Items(System.Text.Json.Nodes.JsonNode row) =>
        [.. row["items"]!.AsArray().Select(item => $"{item!["recall"]} {item["state"]}")];

    private async Task<string> OperatedAsync(int daysAgo)
    {
        var man = await _nurse.EnrolAsync();
        await RecordAsync(man, "procedures", $$"""{"type":"MTESE","performedOn":"{{Day(-daysAgo)}}","side":"Both"}""");
        return man;
    }

    private async Task<System.Text.Json.Nodes.JsonNode> RecordAsync(string man, string path, string fact)
    {
        var reply = await _nurse.Post($"/patients/{man}/{path}", fact);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Body!;
    }

    private async Task<System.Text.Json.Nodes.JsonNode?> RowAsync(string man, string query = "")
    {
        var reply = await _nurse.Get($"/worklist?limit=5000{query}");
        reply.Status.ShouldBe(HttpStatusCode.OK, reply.Body?.ToJsonString());
        return reply["rows"]!.AsArray().SingleOrDefault(row => row!["patientId"]!.ToString() == man);
    }
}
