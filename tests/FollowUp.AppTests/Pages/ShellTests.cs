using System.Net;
using FollowUp.Access;

namespace FollowUp.AppTests.Pages;

public sealed class ShellTests(AppFixture app)
{
    [Fact]
    public async Task Who_is_not_signed_in_is_taken_to_the_sign_in_page_and_from_there_to_where_he_wanted()
    {
        using var browser = new PageClient(app.Url);

        var page = await browser.OpenAsync("/today");
        page.Address.PathAndQuery.ShouldBe("/sign-in?from=%2Ftoday");
        var signedIn = await browser.SendAsync("/sign-in/development", ("role", Roles.Nurse), ("clinic", "izmir"), ("from", "/today"));

        signedIn.Status.ShouldBe(HttpStatusCode.OK);
        signedIn.Address.AbsolutePath.ShouldBe("/today");
        signedIn.Html.ShouldContain("<title>Today · FollowUp</title>");
    }

    [Fact]
    public async Task A_page_runs_no_script_but_ours_is_kept_by_nobody_and_framed_by_nobody()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);

        var page = await browser.OpenAsync("/today");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();
        page.Html.ShouldNotContain("style=\"");
        page.Html.ShouldNotContain("onclick");
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var raw = new HttpClient(handler) { BaseAddress = app.Url };
        var page = await raw.GetStringAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        var token = PageClient.TokenIn(page);
        using var form = new FormUrlEncodedContent([new("_token", token), new("role", "nurse"), new("clinic", "izmir"), new("from", "//evil.example")]);

        using var answer = await raw.PostAsync(new Uri("/sign-in/development", UriKind.Relative), form, TestContext.Current.CancellationToken);

        var session = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("followup.session=", StringComparison.Ordinal));
        session.ShouldContain("httponly");
        session.ShouldContain("samesite=lax");
        answer.Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        browser.ForgetToken();

        var page = await browser.SendAsync("/today/search", ("q", "Işık"));

        page.Status.ShouldBe(HttpStatusCode.BadRequest);
        page.Html.ShouldContain("The form was too old");
    }

    [Fact]
    public async Task With_the_pages_cookie_the_interface_is_read_and_not_written()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);

        (await browser.OpenAsync("/worklist")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.SendAsync("/patients/search", ("q", "Işık"))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_pages_speak_the_language_the_browser_asks_for_until_another_is_chosen()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse, language: "tr-TR,tr;q=0.9,en;q=0.5");

        (await browser.OpenAsync("/today")).Html.ShouldContain("Sıradaki hasta");
        await browser.SendAsync("/looks", ("language", "en"), ("back", "/today"));

        (await browser.OpenAsync("/today")).Html.ShouldContain("Next man");
    }

    [Fact]
    public async Task A_man_is_found_by_a_part_of_his_name_in_either_spelling_and_the_address_does_not_say_so()
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        await browser.OpenAsync("/today");

        var page = await browser.SendAsync("/today/search", ("q", "Sahinoglu"));
        page.Address.PathAndQuery.ShouldBe("/today/search");
        page.Html.ShouldContain("Şahinoğlu");

        var part = await browser.SendAsync("/today/search", fragment: true, ("q", "isikci"));
        part.Html.ShouldNotContain("<html");
        part.Html.ShouldContain("/men/");
        man.ShouldNotBeEmpty();
    }
}
