using System.Net;
using FollowUp.Access;
using FollowUp.Recording.Commands;

namespace FollowUp.AppTests.Pages;

public sealed class CallPageTests(AppFixture app)
{
    [Fact]
    public async Task A_call_with_pain_6_and_three_grams_of_paracetamol_shows_the_sum_its_limit_and_the_next_step()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var fields = Fields(await browser.OpenAsync($"/men/{man}/call"),
            ("pain.now", "6"), ("pain.site", "Scrotum"), ("pain.side", "Left"),
            ("dose.0.drug", "Paracetamol"), ("dose.0.mg", "1000"), ("dose.0.times", "18:00 23:30 09"));

        var live = await browser.SendAsync($"/men/{man}/call/live", fragment: true, fields);
        live.Html.ShouldContain("3000 mg");
        live.Html.ShouldContain("the limit is 4000 mg");
        live.Html.ShouldNotContain("<html");

        var done = await browser.SendAsync($"/men/{man}/call", fields);
        done.Address.AbsolutePath.ShouldBe($"/men/{man}/call/done", done.Html);
        done.Html.ShouldContain("3000 mg");
        done.Html.ShouldContain("24-48 h contact");
        (await KindsAsync(man)).ShouldBe(["patient_enrolled", "procedure_performed", "contact_made", "pain_reported", "analgesic_taken", "analgesic_taken", "analgesic_taken"]);
    }

    [Fact]
    public async Task A_red_flag_is_answered_by_what_to_do_now()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var fields = Fields(await browser.OpenAsync($"/men/{man}/call"), ("s.ScrotumTense", "Yes"), ("s.Fever", "No"));

        var live = await browser.SendAsync($"/men/{man}/call/live", fragment: true, fields);

        live.Html.ShouldContain("emergency department now");
    }

    [Fact]
    public async Task A_fever_by_its_value_is_shown_before_it_is_saved_and_asks_no_reason()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var fields = Fields(await browser.OpenAsync($"/men/{man}/call"), ("temperature", "38,7"), ("s.Fever", "No"), ("pain.worst", "9"), ("dose.0.drug", "Paracetamol"), ("dose.0.mg", "1"));

        var shown = await browser.SendAsync($"/men/{man}/call", fields);

        shown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        shown.Html.ShouldContain("is set to yes");
        shown.Html.ShouldMatch("name=\"s\\.Fever\" value=\"Yes\" checked");
        shown.Html.ShouldNotContain("confirm.");
        (await KindsAsync(man)).ShouldNotContain("contact_made");

        var done = await browser.SendAsync($"/men/{man}/call", [.. fields.Where(field => field.Name != "s.Fever"), ("s.Fever", "Yes")]);

        done.Address.AbsolutePath.ShouldBe($"/men/{man}/call/done", done.Html);
        (await KindsAsync(man)).ShouldContain("contact_made");
    }

    [Fact]
    public async Task A_dose_that_can_be_a_thousand_or_one_is_not_guessed()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse, language: "tr");
        var fields = Fields(await browser.OpenAsync($"/men/{man}/call"), ("dose.0.drug", "Paracetamol"), ("dose.0.mg", "1.000"));

        var shown = await browser.SendAsync($"/men/{man}/call", fields);

        shown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        shown.Html.ShouldContain("Kuşkuya yer bırakmadan yazın");
        (await KindsAsync(man)).ShouldNotContain("contact_made");
    }

    [Fact]
    public async Task The_form_of_any_contact_sets_the_answer_from_the_temperature_too_also_in_a_correction()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        await browser.OpenAsync($"/men/{man}/record/contacts");
        (string, string)[] fields = [("key", Guid.NewGuid().ToString()), ("madeAt", "2026-11-22"), ("madeAt.time", "9:05"), ("kind", "Call"), ("temperatureCelsius", "38.0"), ("script.Fever", "No"), ("step", "save")];

        var shown = await browser.SendAsync($"/men/{man}/record/contacts", fields);

        shown.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        shown.Html.ShouldContain("is set to yes");
        (await KindsAsync(man)).ShouldNotContain("contact_made");

        await browser.SendAsync($"/men/{man}/record/contacts", [.. fields.Where(field => field.Item1 is not ("script.Fever" or "temperatureCelsius")), ("script.Fever", "No"), ("temperatureCelsius", "36.8")]);
        using var nurse = app.As(Roles.Nurse);
        var contact = (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray()[^1]!["id"]!.ToString();
        var corrected = await browser.SendAsync(
            $"/men/{man}/entries/{contact}", ("key", Guid.NewGuid().ToString()), ("seen", "3"), ("madeAt", "2026-11-22"), ("madeAt.time", "09:05"), ("kind", "Call"), ("temperatureCelsius", "38,6"), ("script.Fever", "No"), ("reason", "TypingError"), ("step", "preview"));
        corrected.Html.ShouldContain("is set to yes");
    }

    [Fact]
    public async Task Two_scores_of_one_call_that_ask_for_the_same_are_said_once()
    {
        var man = await OperatedAsync("2026-08-01");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var fields = Fields(await browser.OpenAsync($"/men/{man}/call"), ("pain.now", "6"), ("pain.worst", "6"));

        var live = await browser.SendAsync($"/men/{man}/call/live", fragment: true, fields);

        live.Html.Split("pain for more than six weeks").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Back_after_saving_stores_no_second_contact_without_a_word()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        await browser.SendAsync($"/men/{man}/call", Fields(await browser.OpenAsync($"/men/{man}/call"), ("pain.now", "2")));

        // The page is asked for again and has another key; what was typed stands in it as before.
        var again = await browser.SendAsync($"/men/{man}/call", Fields(await browser.OpenAsync($"/men/{man}/call"), ("pain.now", "2")));

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Html.ShouldContain("by you shortly before");
        (await KindsAsync(man)).Count(kind => kind == "contact_made").ShouldBe(1);
    }

    [Fact]
    public async Task A_call_begun_in_two_windows_at_once_is_one_contact()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);

        var windows = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => browser.OpenAsync($"/men/{man}/call")));

        windows.Select(window => Fields(window).Single(field => field.Item1 == "key").Item2).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Sent_twice_it_is_stored_once_and_sent_again_with_other_content_both_are_shown()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var fields = Fields(await browser.OpenAsync($"/men/{man}/call"), ("pain.now", "2"));

        await browser.SendAsync($"/men/{man}/call", fields);
        (await browser.SendAsync($"/men/{man}/call", fields)).Address.AbsolutePath.ShouldBe($"/men/{man}/call/done");
        (await KindsAsync(man)).Count(kind => kind == "contact_made").ShouldBe(1);

        var other = await browser.SendAsync($"/men/{man}/call", [.. fields.Where(field => field.Name != "identity"), ("identity", "Refused")]);
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Html.ShouldContain("This call was stored before");
        (await KindsAsync(man)).Count(kind => kind == "contact_made").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_typed_is_kept_for_the_same_user_and_man_also_in_another_window_and_by_nobody_else()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var first = await browser.OpenAsync($"/men/{man}/call");
        (await browser.SendAsync($"/men/{man}/call/draft", fragment: true, Fields(first, ("note", "çok özel not"), ("pain.now", "7")))).Status.ShouldBe(HttpStatusCode.NoContent);

        var second = await browser.OpenAsync($"/men/{man}/call");
        second.Field("key").ShouldBe(first.Field("key"));
        second.Html.ShouldContain("çok özel not");
        using var doctor = await PageClient.SignedInAsync(app, Roles.Clinician);
        var others = await doctor.OpenAsync($"/men/{man}/call");
        others.Html.ShouldNotContain("çok özel not");
        others.Field("key").ShouldNotBe(first.Field("key"));
    }

    [Fact]
    public async Task A_colleague_who_recorded_a_call_meanwhile_is_shown_before_a_second_one_is_stored()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var fields = Fields(await browser.OpenAsync($"/men/{man}/call"), ("pain.now", "2"));
        using var colleague = app.As(Roles.Nurse, user: "nurse-2");
        await colleague.Post($"/patients/{man}/contacts", """{"madeAt":"2026-11-23T08:00","kind":"Call","identityChecked":"Yes"}""");

        var conflict = await browser.SendAsync($"/men/{man}/call", fields);
        conflict.Status.ShouldBe(HttpStatusCode.Conflict);
        conflict.Html.ShouldContain("nurse-2");
        conflict.Html.ShouldContain("Save mine too");

        var again = fields.Where(field => field.Name != "seen").Append(("seen", conflict.Field("seen")));
        (await browser.SendAsync($"/men/{man}/call", [.. again])).Address.AbsolutePath.ShouldBe($"/men/{man}/call/done");
        (await KindsAsync(man)).Count(kind => kind == "contact_made").ShouldBe(2);
    }

    [Fact]
    public async Task No_answer_is_one_tap_pressed_twice_it_is_one_attempt()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var key = (await browser.OpenAsync($"/men/{man}/call")).Field("key");

        var done = await browser.SendAsync($"/men/{man}/call/attempt", ("key", key), ("outcome", "NoAnswer"));
        await browser.SendAsync($"/men/{man}/call/attempt", ("key", key), ("outcome", "NoAnswer"));

        done.Html.ShouldContain("Try again on another day");
        (await KindsAsync(man)).Count(kind => kind == "contact_attempted").ShouldBe(1);
        (await browser.OpenAsync($"/men/{man}/call")).Field("key").ShouldNotBe(key);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_nothing_of_the_call_is_stored()
    {
        var man = await OperatedAsync("2026-11-21");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var opened = await browser.OpenAsync($"/men/{man}/call");

        var page = await browser.SendAsync($"/men/{man}/call", Fields(opened, ("dose.0.drug", "Paracetamol"), ("dose.0.mg", "1000"), ("dose.0.times", "noon")));

        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Html.ShouldContain("noon");
        (await KindsAsync(man)).ShouldBe(["patient_enrolled", "procedure_performed"]);

        // An unusual weight asks for a confirmation; the pain beside it is not stored alone.
        var weighed = await browser.SendAsync($"/men/{man}/call", Fields(opened, ("weight", "200"), ("pain.now", "3")));
        weighed.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        weighed.Html.ShouldContain("confirm.WeightUnusual");
        (await KindsAsync(man)).ShouldBe(["patient_enrolled", "procedure_performed"]);
    }

    private static (string Name, string Value)[] Fields(Shown page, params (string Name, string Value)[] answers) =>
    [
        ("key", page.Field("key")), ("seen", page.Field("seen")), ("show", "all"), ("madeOn", "2026-11-23"), ("madeAt", "12:00"), ("kind", "Call"), ("identity", "Yes"),
        .. answers,
    ];

    private async Task<IReadOnlyList<string>> KindsAsync(string man)
    {
        using var nurse = app.As(Roles.Nurse);
        return [.. (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Select(line => line!["kind"]!.ToString())];
    }

    private async Task<string> OperatedAsync(string day)
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        (await nurse.Post($"/patients/{man}/procedures", $$"""{"type":"MTESE","performedOn":"{{day}}","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        return man;
    }
}
