using System.Net;
using FollowUp.Access;
using FollowUp.Reports.Making;

namespace FollowUp.AppTests.Pages;

public sealed class RemindersPageTests(AppFixture app)
{
    [Fact]
    public async Task The_page_says_who_is_to_be_written_to()
    {
        // A clinic with few men, for the page shows the hundred who waited longest.
        using var nurse = app.As(Roles.Nurse, "desk");
        var man = await nurse.EnrolAsync();
        (await nurse.Post($"/patients/{man}/procedures", """{"type":"MTESE","performedOn":"2026-10-09","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await nurse.Post($"/patients/{man}/reminder-consents", """{"statedOn":"2026-10-09","consents":true,"form":"Written"}""")).Status.ShouldBe(HttpStatusCode.Created);
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse, "desk");

        var page = await browser.OpenAsync("/reminders?on=2026-11-23");

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Html.ShouldContain($"/men/{man}");
        page.Html.ShouldContain("six-week contact");
        (await browser.OpenAsync("/reminders?on=soon")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_coming_weeks_are_shown_as_a_figure_with_its_table_beside_it()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse, "researched", "tr");

        var page = await browser.OpenAsync("/reminders/weeks?weeks=8&operations=2,5");

        page.Status.ShouldBe(HttpStatusCode.OK, page.Html);
        page.Html.ShouldContain("src=\"data:image/svg+xml;base64,");
        page.Html.ShouldContain("varsayılan 20 ameliyat");
        page.Html.Split("<th scope=\"row\">").Length.ShouldBe(9, "a row a week");
        (await browser.OpenAsync("/reminders/weeks?weeks=0")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.OpenAsync("/reminders/weeks?operations=many")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_pause_needs_a_reason_is_shown_with_it_and_is_ended()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse, "researched");
        await browser.OpenAsync("/reminders");

        (await browser.SendAsync("/reminders/pause", ("paused", "true"), ("why", ""))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var paused = await browser.SendAsync("/reminders/pause", ("paused", "true"), ("why", "the provider sends twice"));
        paused.Html.ShouldContain("Sending is paused by nurse-1: the provider sends twice");

        var resumed = await browser.SendAsync("/reminders/pause", ("paused", "false"), ("why", "repaired"));
        resumed.Html.ShouldNotContain("Sending is paused");
    }
}
