using System.Net;
using FollowUp.Access;

namespace FollowUp.AppTests.Pages;

/// <summary>In a clinic of their own: sharing the work, and how much of it is done.</summary>
public sealed class TodayPageTests(AppFixture app)
{
    private const string Clinic = "desk";

    [Fact]
    public async Task A_man_is_handed_over_to_a_colleague_who_has_signed_in_and_the_list_says_with_whom_he_is()
    {
        var man = await OperatedAsync("2026-10-09");
        using var colleague = await PageClient.SignedInAsync(app, Roles.Clinician, Clinic);
        using var administrator = await PageClient.SignedInAsync(app, Roles.Administrator, Clinic);
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse, Clinic);

        var page = await browser.OpenAsync($"/men/{man}/hand-over?show=due");
        page.Html.ShouldContain("Nobody is looking after him at present");
        page.Html.ShouldContain("value=\"clinician-1\"");
        page.Html.ShouldNotContain("value=\"administrator-1\"");

        var list = await browser.SendAsync($"/men/{man}/hand-over", ("to", "clinician-1"), ("from", ""), ("show", "due"));
        list.Address.PathAndQuery.ShouldBe("/today?show=due");
        (await browser.OpenAsync("/today")).Html.ShouldContain("with clinician-1");
        (await colleague.OpenAsync("/today?show=mine")).Html.ShouldContain($"/men/{man}\"");
        (await browser.OpenAsync("/today?show=mine")).Html.ShouldNotContain($"/men/{man}\"");

        // The page was opened when he was with nobody.
        (await browser.SendAsync($"/men/{man}/hand-over", ("to", "nurse-1"), ("from", ""))).Status.ShouldBe(HttpStatusCode.Conflict);
        (await browser.SendAsync($"/men/{man}/hand-over", ("to", ""), ("from", "clinician-1"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await browser.SendAsync($"/men/{Guid.NewGuid()}/hand-over", ("to", "nurse-1"))).Status.ShouldBe(HttpStatusCode.NotFound);

        (await browser.SendAsync($"/men/{man}/hand-over", ("to", "nurse-7"), ("from", "clinician-1"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "nobody of that name has signed in");
        (await browser.SendAsync($"/men/{man}/hand-over", ("to", "administrator-1"), ("from", "clinician-1"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "an administrator calls nobody");

        // Taken over from whom the list showed; the one who saw an older list takes nobody.
        await browser.SendAsync("/today/claims", ("claim", $"{man}"));
        (await browser.OpenAsync("/today")).Html.ShouldContain("with clinician-1");
        (await browser.SendAsync("/today/claims", ("claim", $"{man} clinician-1"))).Html.ShouldContain("Hand back");
    }

    [Fact]
    public async Task The_desk_shows_how_complete_each_step_is_apart_so_that_it_waits_for_nothing()
    {
        var man = await OperatedAsync("2026-10-02");
        using var nurse = app.As(Roles.Nurse, Clinic);
        (await nurse.Post($"/patients/{man}/contacts", """{"madeAt":"2026-11-13T10:00","kind":"Call","complications":"None"}""")).Status.ShouldBe(HttpStatusCode.Created);
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse, Clinic);

        (await browser.OpenAsync("/today")).Html.ShouldContain("data-load=\"/today/completeness\"");
        var shown = await browser.OpenAsync("/today/completeness", fragment: true);

        shown.Html.ShouldNotContain("<html");
        shown.Html.ShouldContain("six-week contact");
        shown.Html.ShouldContain("1 of ");
        (await browser.OpenAsync("/today/completeness")).Html.ShouldContain("<html");
    }

    private async Task<string> OperatedAsync(string day)
    {
        using var nurse = app.As(Roles.Nurse, Clinic);
        var man = await nurse.EnrolAsync();
        (await nurse.Post($"/patients/{man}/procedures", $$"""{"type":"MTESE","performedOn":"{{day}}","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        return man;
    }
}
