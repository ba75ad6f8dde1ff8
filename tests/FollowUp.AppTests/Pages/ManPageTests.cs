using System.Net;
using FollowUp.Access;

namespace FollowUp.AppTests.Pages;

public sealed class ManPageTests(AppFixture app)
{
    [Fact]
    public async Task The_page_shows_the_clock_why_the_flags_and_the_timeline_and_names_him_only_in_its_body()
    {
        var man = await OperatedAsync("2026-10-09");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);

        var page = await browser.OpenAsync($"/men/{man}");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldContain("Şahinoğlu");
        page.Html.Split("<body>")[0].ShouldNotContain("Şahinoğlu");
        page.Html.ShouldContain("one-week contact");
        page.Html.ShouldContain("Hypogonadism flag");
        page.Html.ShouldContain("2 entries");
        page.Html.ShouldNotContain("Field.");
    }

    [Fact]
    public async Task A_man_claimed_at_the_desk_is_claimed_in_the_interface_until_he_is_let_go()
    {
        var man = await OperatedAsync("2026-10-09");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        using var colleague = app.As(Roles.Nurse, user: "nurse-of-the-afternoon");
        await browser.OpenAsync("/today");

        await browser.SendAsync("/today/claims", ("claim", man));
        (await ClaimAsync(colleague, man)).ShouldBe(HttpStatusCode.Conflict);

        await browser.SendAsync("/today/claims", ("release", man));
        (await ClaimAsync(colleague, man)).ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> ClaimAsync(HttpClient client, string man)
    {
        using var reply = await client.PutAsync(new Uri($"/worklist/{man}/claim", UriKind.Relative), null, TestContext.Current.CancellationToken);
        return reply.StatusCode;
    }

    [Fact]
    public async Task Correcting_a_surgery_date_shows_which_recalls_move_before_it_is_saved_and_saving_twice_stores_one_correction()
    {
        var man = await OperatedAsync("2026-10-09");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        using var nurse = app.As(Roles.Nurse);
        var operation = (await nurse.Get($"/patients/{man}/timeline")).Text("lines.1.id")!;
        var entry = $"/men/{man}/entries/{operation}";
        var form = await browser.OpenAsync(entry);
        (string, string)[] fields =
        [
            ("key", form.Field("key")), ("seen", form.Field("seen")), ("type", "MTESE"), ("side", "Both"), ("outcome", "Unknown"),
            ("performedOn", "2026-11-18"), ("anaesthesia", "NotStated"), ("reason", "TypingError"),
        ];

        var preview = await browser.SendAsync(entry, [.. fields, ("step", "preview")]);
        preview.Status.ShouldBe(HttpStatusCode.OK, preview.Html);
        preview.Html.ShouldContain("What saving changes");
        preview.Html.ShouldContain("24-48 h contact");
        preview.Html.ShouldContain("six-week contact");
        (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(2);

        (await browser.SendAsync(entry, [.. fields, ("step", "save")])).Address.AbsolutePath.ShouldBe($"/men/{man}");
        (await browser.SendAsync(entry, [.. fields, ("step", "save")])).Status.ShouldBe(HttpStatusCode.OK);

        var lines = (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray();
        lines.Count.ShouldBe(3);
        lines[2]!["fact"]!["changes"]!.ToJsonString().ShouldBe("""{"performedOn":"2026-11-18"}""");
        (await browser.OpenAsync($"/men/{man}")).Html.ShouldContain("18 Nov 2026");
    }

    [Fact]
    public async Task A_colleague_who_corrected_the_same_entry_meanwhile_is_shown_and_nothing_is_overwritten()
    {
        var man = await OperatedAsync("2026-10-09");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        using var nurse = app.As(Roles.Nurse);
        var operation = (await nurse.Get($"/patients/{man}/timeline")).Text("lines.1.id")!;
        var entry = $"/men/{man}/entries/{operation}";
        var form = await browser.OpenAsync(entry);
        await nurse.Post($"/patients/{man}/entries/{operation}/corrections", """{"changes":{"side":"Left"},"reason":"TypingError"}""", ("If-Match", "\"2\""));

        var page = await browser.SendAsync(entry, ("key", form.Field("key")), ("seen", form.Field("seen")), ("type", "MTESE"), ("side", "Right"),
            ("performedOn", "2026-10-09"), ("reason", "TypingError"), ("step", "save"));

        page.Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        page.Html.ShouldContain("Somebody has changed this entry");
        page.Html.ShouldContain("<dd>left</dd>", Case.Insensitive);
    }

    [Fact]
    public async Task As_of_a_day_the_page_knows_nothing_that_was_recorded_later_and_says_so()
    {
        var man = await OperatedAsync("2026-10-09");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);

        (await browser.OpenAsync($"/men/{man}?day=2026-11-20")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.OpenAsync($"/men/{man}?day=yesterday")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.OpenAsync($"/men/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("tr")]
    public async Task Every_kind_of_fact_has_a_form_in_words(string language)
    {
        var man = await OperatedAsync("2026-10-09");
        using var browser = await PageClient.SignedInAsync(app, Roles.Clinician, language: language);
        var menu = await browser.OpenAsync($"/men/{man}/record");
        var kinds = menu.Html.Split($"/men/{man}/record/").Skip(1).Select(part => part.Split('"')[0]).ToList();

        kinds.Count.ShouldBeGreaterThan(20);
        foreach (var kind in kinds)
        {
            var form = await browser.OpenAsync($"/men/{man}/record/{kind}");
            form.Status.ShouldBe(HttpStatusCode.OK, kind);
            var body = form.Html.Split("<main")[1];
            System.Text.RegularExpressions.Regex.Matches(body, @">\s*[A-Z][A-Za-z]+\.[A-Z][A-Za-z0-9]+\s*<", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1))
                .Select(match => match.Value).ShouldBeEmpty(kind);
        }
    }

    [Fact]
    public async Task A_fact_is_recorded_through_its_form_and_a_warning_asks_for_its_reason()
    {
        var man = await OperatedAsync("2026-10-09");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var form = await browser.OpenAsync($"/men/{man}/record/weights");
        (string, string)[] fields = [("key", form.Field("key")), ("measuredOn", "2026-11-20"), ("kilograms", "81,5"), ("note", "çok özel not"), ("step", "save")];

        var page = await browser.SendAsync($"/men/{man}/record/weights", fields);

        page.Address.AbsolutePath.ShouldBe($"/men/{man}");
        page.Html.ShouldContain("81.5");
        page.Html.ShouldContain("çok özel not");
        (await browser.SendAsync($"/men/{man}/record/weights", ("key", Guid.NewGuid().ToString()), ("measuredOn", "2030-01-01"), ("kilograms", "80"), ("step", "save")))
            .Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SendAsync($"/men/{man}/record/weights", ("key", Guid.NewGuid().ToString()), ("measuredOn", "2026-11-20"), ("kilograms", "much"), ("step", "save")))
            .Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_long_timeline_is_read_page_by_page()
    {
        var man = await OperatedAsync("2026-01-09");
        using var nurse = app.As(Roles.Nurse);
        for (var day = 0; day < 101; day++)
        {
            var on = NodaTime.Text.LocalDatePattern.Iso.Format(new NodaTime.LocalDate(2026, 2, 1).PlusDays(day));
            (await nurse.Post($"/patients/{man}/weights", $$"""{"measuredOn":"{{on}}","kilograms":81.5}""")).Status.ShouldBe(HttpStatusCode.Created);
        }

        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var latest = await browser.OpenAsync($"/men/{man}/timeline");
        latest.Html.ShouldContain($"/men/{man}/timeline?from=100");

        var first = await browser.OpenAsync($"/men/{man}/timeline?from=100");
        first.Html.ShouldContain("Recorded later");
        first.Html.ShouldNotContain("from=200");
        first.Html.Split("<strong>").Length.ShouldBe(4, "his enrolment, the operation and the first weight");
        (await browser.OpenAsync($"/men/{man}/timeline?from=soon")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_man_is_enrolled_through_the_form()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var form = await browser.OpenAsync("/men/new");

        var page = await browser.SendAsync("/men/new", ("key", form.Field("key")), ("givenName", "Işıkçı"), ("familyName", "Şahinoğlux"), ("birthDate", "1991-02-03"),
            ("telephone", "0532 123 45 67"), ("enrolledOn", "2026-11-20"), ("karyotype", "Normal46XY"), ("yMicrodeletion", "None"));

        page.Address.AbsolutePath.ShouldStartWith("/men/");
        page.Html.ShouldContain("Şahinoğlux");
    }

    [Fact]
    public async Task Values_of_a_sample_are_read_before_they_are_stored_and_stored_together()
    {
        var man = await OperatedAsync("2026-01-09");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var form = await browser.OpenAsync($"/men/{man}/results");
        (string, string)[] fields =
        [
            ("key", form.Field("key")), ("collectedAt", "2026-08-20"), ("collectedAt.time", "08:30"), ("status", "Final"),
            ("value.Testosterone", "312"), ("unit.Testosterone", "ng/dL"), ("value.LH", "6,1"), ("unit.LH", "IU/L"),
        ];

        var live = await browser.SendAsync($"/men/{man}/results/live", fragment: true, fields);
        live.Html.ShouldContain("= 10.82 nmol/L");

        var page = await browser.SendAsync($"/men/{man}/results", fields);
        page.Address.AbsolutePath.ShouldBe($"/men/{man}", page.Html);
        page.Html.ShouldContain("<svg class=\"curve\"");
        page.Html.ShouldContain("312 ng/dL");

        var slip = await browser.SendAsync($"/men/{man}/results/live", fragment: true, ("value.Testosterone", "350"), ("unit.Testosterone", "nmol/L"));
        slip.Html.ShouldContain("danger");
    }

    [Fact]
    public async Task A_changed_telephone_number_is_kept_and_a_stale_page_overwrites_nothing()
    {
        var man = await OperatedAsync("2026-10-09");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var form = await browser.OpenAsync($"/men/{man}/identity");
        (string, string)[] fields = [("seen", form.Field("seen")), ("givenName", "Işıkçı"), ("familyName", form.Field("familyName")), ("birthDate", "1990-04-12"), ("telephone", "0532 123 45 68")];

        (await browser.SendAsync($"/men/{man}/identity", fields)).Html.ShouldContain("+905321234568");
        (await browser.SendAsync($"/men/{man}/identity", [.. fields.SkipLast(1), ("telephone", "0532 123 45 69")])).Status.ShouldBe(HttpStatusCode.PreconditionFailed);

        using var nurse = app.As(Roles.Nurse);
        (await nurse.Get($"/patients/{man}/identity")).Text("identity.address.city").ShouldBe("İzmir");
    }

    [Fact]
    public async Task Pasted_results_are_shown_before_they_are_recorded_with_why_a_row_is_not()
    {
        var man = await OperatedAsync("2026-01-09");
        using var nurse = app.As(Roles.Nurse);
        var number = (await nurse.Get($"/patients/{man}/identity")).Text("identity.recordNumber");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        await browser.OpenAsync("/results-in");
        var rows = $"Dosya;Analit;Değer;Birim;Gün;Saat\n{number};Testosteron;11,2;nmol/L;20.08.2026;8:30\n{number};LH;6,1;ng/mL;20.08.2026;08:30\nR-none;FSH;20;IU/L;20.08.2026";

        var preview = await browser.SendAsync("/results-in", ("rows", rows), ("step", "preview"));
        preview.Html.ShouldContain("to be recorded");
        preview.Html.ShouldContain("11.2 nmol/L");
        preview.Html.ShouldContain("No man has this record number.");
        preview.Html.ShouldContain("For LH write IU/L");
        (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(2);

        await browser.SendAsync("/results-in", ("rows", rows), ("step", "save"));
        var again = await browser.SendAsync("/results-in", ("rows", rows), ("step", "save"));

        again.Html.ShouldContain("there already");
        (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(3);
    }

    private async Task<string> OperatedAsync(string day)
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        (await nurse.Post($"/patients/{man}/procedures", $$"""{"type":"MTESE","performedOn":"{{day}}","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        return man;
    }
}
