using System.Net;
using FollowUp.Access;
using FollowUp.Recording.Commands;

namespace FollowUp.AppTests.Pages;

/// <summary>Back after saving: the page is the form that was saved, and stores nothing a second time without a word.</summary>
public sealed class SavedFormTests(AppFixture app)
{
    private const string Saved = "This form has already been saved";

    public static TheoryData<string, string, string> Kinds => new()
    {
        { "weights", "measuredOn=2026-11-20&kilograms=81,5", "kilograms=82,5" },
        { "contacts", "madeAt=2026-11-22&madeAt.time=09:05&kind=Call", "madeAt.time=09:45" },
        { "contact-attempts", "attemptedAt=2026-11-22&attemptedAt.time=09:05&channel=Phone&outcome=NoAnswer", "outcome=Busy" },
        { "pain-episodes", "reportedAt=2026-11-22&reportedAt.time=09:05&nrs=3&site=Scrotum&side=Left&period=Now", "nrs=4" },
        { "analgesics", "takenAt=2026-11-22&takenAt.time=09:05&drug=Paracetamol&milligrams=1000", "milligrams=500" },
        { "complications", "type=Haematoma&detectedOn=2026-10-20&reportedBy=Nurse&side=Left", "side=Right" },
        { "procedures", "type=MTESE&performedOn=2026-01-15&side=Both", "side=Left" },
        { "hormone-results", "analyte=LH&value=6,1&unit=IU/L&collectedAt=2026-08-20&collectedAt.time=08:30&status=Final", "value=7,1" },
        { "testicular-volumes", "measuredOn=2026-11-20&side=Left&millilitres=12&method=Ultrasound", "millilitres=13" },
        { "physical-examinations", "examinedOn=2026-11-20&left=Normal&right=Normal&leftMillilitres=18&rightMillilitres=18", "leftMillilitres=19" },
        { "testicular-ultrasounds", "examinedOn=2026-11-20&left=Normal&right=NotExamined&leftMillilitres=18", "leftMillilitres=19" },
        { "test-bookings", "bookedOn=2026-11-20&bookedFor=2026-12-07&bookedFor.time=08:30", "bookedFor.time=09:30" },
        { "withdrawals", "withdrewOn=2026-11-20", "withdrewOn=2026-11-21" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_fact_saved_in_its_form_is_one_entry_however_often_it_is_sent_and_the_page_says_so(string path, string stated, string otherwise)
    {
        var man = await EnrolAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var page = $"/men/{man}/record/{path}";
        var opened = await browser.OpenAsync(page);
        var fields = Fields(opened, [.. Pairs(stated), ("step", "save")]);

        var saved = await browser.SendAsync(page, fields);
        saved.Address.AbsolutePath.ShouldBe($"/men/{man}", saved.Html.Split("<main").Last());
        var count = await CountAsync(man);

        var back = await browser.OpenAsync(opened.Address.PathAndQuery);
        (back.Status, back.Field("key")).ShouldBe((HttpStatusCode.OK, ""), "there is no form to be sent");
        back.Html.ShouldContain(Saved);
        back.Html.ShouldContain($"/men/{man}/entries/{opened.Field("key")}");
        (await browser.SendAsync(page, fields)).Address.AbsolutePath.ShouldBe($"/men/{man}");
        var other = await browser.SendAsync(page, With(fields, Pairs(otherwise)));
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Html.ShouldContain(Saved);
        other.Html.ShouldContain("What you sent now, not saved");
        (await CountAsync(man)).ShouldBe(count);

        var fresh = await browser.OpenAsync(page);
        fresh.Field("key").ShouldNotBe(opened.Field("key"));
        fresh.Html.ShouldNotContain(Saved);
    }

    [Fact]
    public async Task Every_kind_of_fact_has_a_form_with_an_id_in_its_address()
    {
        var man = await EnrolAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Clinician);
        var menu = await browser.OpenAsync($"/men/{man}/record");
        var pages = menu.Html.Split($"/men/{man}/record/").Skip(1).Select(part => $"/men/{man}/record/{part.Split('"')[0]}").Append($"/men/{man}/results").Append("/men/new").ToList();

        pages.Count.ShouldBeGreaterThan(20);
        foreach (var page in pages.Append($"/men/{man}/call").Append($"/men/{man}/record/weights?kilograms=81"))
        {
            var opened = await browser.OpenAsync(page);

            opened.Address.Query.ShouldContain($"form={opened.Field("key")}", customMessage: page);
            (await browser.OpenAsync(opened.Address.PathAndQuery)).Field("key").ShouldBe(opened.Field("key"), page);
        }
    }

    [Theory]
    [InlineData("save", "kilograms=79")]
    [InlineData("retract-save", "reason=WrongPatient")]
    public async Task A_correction_and_a_retraction_are_one_and_the_page_says_so(string step, string otherwise)
    {
        var man = await EnrolAsync();
        using var nurse = app.As(Roles.Nurse);
        var weight = (await nurse.Post($"/patients/{man}/weights", """{"measuredOn":"2026-11-20","kilograms":81.5}""")).Text("id");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var page = $"/men/{man}/entries/{weight}";
        var opened = await browser.OpenAsync(page);
        var fields = Fields(opened, ("measuredOn", "2026-11-20"), ("kilograms", "80"), ("reason", "TypingError"), ("step", step));
        (await browser.SendAsync(page, fields)).Address.AbsolutePath.ShouldBe($"/men/{man}");
        var count = await CountAsync(man);

        (await browser.OpenAsync(opened.Address.PathAndQuery)).Html.ShouldContain(Saved);
        (await browser.SendAsync(page, fields)).Address.AbsolutePath.ShouldBe($"/men/{man}");
        var other = await browser.SendAsync(page, With(fields, Pairs(otherwise)));

        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Html.ShouldContain(Saved);
        (await CountAsync(man)).ShouldBe(count);
    }

    [Fact]
    public async Task Values_of_a_sample_are_stored_once_and_one_changed_or_taken_out_is_said()
    {
        var man = await EnrolAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var page = $"/men/{man}/results";
        var opened = await browser.OpenAsync(page);
        var fields = Fields(opened, ("collectedAt", "2026-08-20"), ("collectedAt.time", "08:30"), ("status", "Final"), ("value.LH", "6,1"), ("unit.LH", "IU/L"), ("value.FSH", "9"), ("unit.FSH", "IU/L"));
        (await browser.SendAsync(page, fields)).Address.AbsolutePath.ShouldBe($"/men/{man}");
        var count = await CountAsync(man);

        (await browser.OpenAsync(opened.Address.PathAndQuery)).Html.ShouldContain(Saved);
        (await browser.SendAsync(page, fields)).Address.AbsolutePath.ShouldBe($"/men/{man}");
        foreach (var other in new[] { With(fields, ("value.LH", "6,2")), With(fields, ("value.FSH", "")) })
        {
            var told = await browser.SendAsync(page, other);
            (told.Status, told.Html.Contains(Saved, StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        }

        (await CountAsync(man)).ShouldBe(count);
    }

    [Fact]
    public async Task Back_after_enrolling_enrols_no_second_man()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var opened = await browser.OpenAsync("/men/new");
        var fields = Fields(opened, ("givenName", "Işıkçı"), ("familyName", "Şahinoğlutekbir"), ("birthDate", "1991-02-03"), ("enrolledOn", "2026-11-20"), ("karyotype", "Normal46XY"), ("yMicrodeletion", "None"));
        var man = (await browser.SendAsync("/men/new", fields)).Address.AbsolutePath;
        man.ShouldStartWith("/men/");

        var back = await browser.OpenAsync(opened.Address.PathAndQuery);
        back.Html.ShouldContain(Saved);
        back.Html.ShouldContain($"{man}/identity");
        (await browser.SendAsync("/men/new", fields)).Address.AbsolutePath.ShouldBe(man);
        foreach (var other in new[] { With(fields, ("karyotype", "Unknown")), With(fields, ("telephone", "0532 123 45 60")) })
        {
            var told = await browser.SendAsync("/men/new", other);
            (told.Status, told.Html.Contains(Saved, StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        }

        using var nurse = app.As(Roles.Nurse);
        (await nurse.Post("/patients/search", """{"q":"Şahinoğlutekbir"}"""))["hits"]!.AsArray().Count.ShouldBe(1);
        (await CountAsync(man.Split('/')[^1])).ShouldBe(1);
    }

    [Fact]
    public async Task Back_to_a_call_that_was_saved_shows_it_and_an_attempt_beside_it_is_not_stored_without_a_word()
    {
        var man = await EnrolAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var opened = await browser.OpenAsync($"/men/{man}/call?show=mine");
        opened.Address.Query.ShouldContain("show=mine");
        var fields = Fields(opened, ("madeOn", "2026-11-23"), ("madeAt", "12:00"), ("kind", "Call"), ("identity", "Yes"));
        (await browser.SendAsync($"/men/{man}/call", fields)).Address.AbsolutePath.ShouldBe($"/men/{man}/call/done");
        var count = await CountAsync(man);

        (await browser.OpenAsync(opened.Address.PathAndQuery)).Html.ShouldContain(Saved);
        var attempt = await browser.SendAsync($"/men/{man}/call/attempt", Fields(opened, ("outcome", "NoAnswer")));

        attempt.Status.ShouldBe(HttpStatusCode.Conflict);
        attempt.Html.ShouldContain(Saved);
        (await CountAsync(man)).ShouldBe(count);
    }

    [Fact]
    public async Task Back_after_an_attempt_shows_it_and_another_outcome_of_it_is_said()
    {
        var man = await EnrolAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var opened = await browser.OpenAsync($"/men/{man}/call");
        var attempt = $"/men/{man}/call/attempt";
        (await browser.SendAsync(attempt, Fields(opened, ("outcome", "NoAnswer")))).Address.AbsolutePath.ShouldBe($"/men/{man}/call/done");
        var count = await CountAsync(man);

        (await browser.OpenAsync(opened.Address.PathAndQuery)).Html.ShouldContain(Saved);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var same = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendAsync(attempt, Fields(opened, ("outcome", "NoAnswer")))));
        var other = await browser.SendAsync(attempt, Fields(opened, ("outcome", "Busy")));

        same.ShouldAllBe(page => page.Address.AbsolutePath == $"/men/{man}/call/done");
        (other.Status, other.Html.Contains(Saved, StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        (await CountAsync(man)).ShouldBe(count);
    }

    [Fact]
    public async Task Two_taps_of_one_attempt_at_the_same_instant_are_one()
    {
        var man = await EnrolAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var opened = await browser.OpenAsync($"/men/{man}/call");

        var taps = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.SendAsync($"/men/{man}/call/attempt", Fields(opened, ("outcome", "NoAnswer")))));

        taps.ShouldAllBe(page => page.Address.AbsolutePath == $"/men/{man}/call/done");
        (await CountAsync(man)).ShouldBe(3);
    }

    [Fact]
    public async Task Who_he_is_sent_again_changes_nothing_and_says_no_untruth()
    {
        var man = await EnrolAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var page = $"/men/{man}/identity";
        var opened = await browser.OpenAsync(page);
        (string, string)[] fields = [("seen", opened.Field("seen")), ("givenName", "Işıkçı"), ("familyName", opened.Field("familyName")), ("birthDate", "1990-04-12"), ("telephone", "0532 123 45 68")];

        (await browser.SendAsync(page, fields)).Address.AbsolutePath.ShouldBe($"/men/{man}");
        (await browser.SendAsync(page, fields)).Address.AbsolutePath.ShouldBe($"/men/{man}");

        (await browser.OpenAsync(page)).Field("seen").ShouldBe("2");
        (await browser.SendAsync(page, With(fields, ("telephone", "0532 123 45 69")))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Hours_sent_again_are_one_decision()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Administrator, clinic: "bundled");
        var opened = await browser.OpenAsync("/settings/hours");
        (string, string)[] fields = [("seen", opened.Field("seen")), ("closedDays", "2031-01-02\n2031-01-03")];
        (await browser.SendAsync("/settings/hours", fields)).Status.ShouldBe(HttpStatusCode.OK);

        (await browser.SendAsync("/settings/hours", fields)).Status.ShouldBe(HttpStatusCode.OK);
        var back = await browser.OpenAsync("/settings/hours");
        (await browser.SendAsync("/settings/hours", With(fields, ("seen", back.Field("seen"))))).Status.ShouldBe(HttpStatusCode.OK);

        (await browser.OpenAsync("/settings/hours")).Field("seen").ShouldBe(back.Field("seen"));
        (await browser.SendAsync("/settings/hours", With(fields, ("closedDays", "2031-01-02")))).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    private static (string Name, string Value)[] Fields(Shown page, params (string Name, string Value)[] stated) => [("key", page.Field("key")), ("seen", page.Field("seen")), .. stated];

    private static (string Name, string Value)[] With((string Name, string Value)[] fields, params (string Name, string Value)[] others) =>
        [.. fields.Where(field => !others.Any(other => other.Name == field.Name)), .. others];

    private static (string Name, string Value)[] Pairs(string fields) => [.. fields.Split('&').Select(pair => pair.Split('=')).Select(pair => (pair[0], pair[1]))];

    private async Task<int> CountAsync(string man)
    {
        using var nurse = app.As(Roles.Nurse);
        return (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count;
    }

    private async Task<string> EnrolAsync()
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        (await nurse.Post($"/patients/{man}/procedures", """{"type":"MTESE","performedOn":"2026-10-09","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        return man;
    }
}
