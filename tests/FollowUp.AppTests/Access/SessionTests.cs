using System.Net;
using FollowUp.Access;
using FollowUp.AppTests.Pages;

namespace FollowUp.AppTests.Access;

/// <summary>The sessions of the pages end when they should, and lead nowhere else.</summary>
public sealed class SessionTests(SessionTests.OwnServer app) : IClassFixture<SessionTests.OwnServer>
{
    /// <summary>A server whose clock is moved by hours.</summary>
    public sealed class OwnServer : AppFixture;

    [Fact]
    public async Task A_copied_cookie_opens_nothing_after_signing_out()
    {
        var (client, token) = await SignedInAsync();
        using var raw = client;
        (await StatusAsync(raw, "/today")).ShouldBe(HttpStatusCode.OK);

        using var form = new FormUrlEncodedContent([new("_token", token)]);
        using var left = await raw.PostAsync(new Uri("/sign-out", UriKind.Relative), form, TestContext.Current.CancellationToken);

        left.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await StatusAsync(raw, "/today")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_the_sign_in_however_busy_it_was()
    {
        var (client, _) = await SignedInAsync();
        using var raw = client;

        app.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(30));
        (await StatusAsync(raw, "/today")).ShouldBe(HttpStatusCode.OK);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        (await StatusAsync(raw, "/today")).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("/today", "/today")]
    [InlineData("/\t/evil.test", "/")]
    [InlineData("/\n/evil.test", "/")]
    [InlineData("/\\evil.test", "/")]
    [InlineData("//evil.test", "/")]
    [InlineData("/today\r\nSet-Cookie: a=b", "/")]
    [InlineData("/günlük", "/")]
    [InlineData("https://evil.test", "/")]
    public async Task The_sign_in_leads_to_no_other_site(string from, string to)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true };
        using var raw = new HttpClient(handler) { BaseAddress = app.Url };
        var page = await raw.GetStringAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([new("_token", PageClient.TokenIn(page)), new("role", Roles.Nurse), new("clinic", "izmir"), new("from", from)]);

        using var answer = await raw.PostAsync(new Uri("/sign-in/development", UriKind.Relative), form, TestContext.Current.CancellationToken);

        (answer.StatusCode, answer.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, to));
    }

    [Fact]
    public async Task The_address_that_the_sign_in_page_was_given_leads_to_no_other_site_either()
    {
        using var browser = new PageClient(app.Url);

        (await browser.OpenAsync("/sign-in?from=%2F%09%2Fevil.test")).Field("from").ShouldBe("/");
    }

    // A client that sends the same cookies again and again, as whoever copied them would.
    private async Task<(HttpClient Client, string Token)> SignedInAsync()
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true };
        using var first = new HttpClient(handler) { BaseAddress = app.Url };
        var page = await first.GetStringAsync(new Uri("/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([new("_token", PageClient.TokenIn(page)), new("role", Roles.Nurse), new("clinic", "izmir"), new("from", "/today")]);
        using var answer = await first.PostAsync(new Uri("/sign-in/development", UriKind.Relative), form, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var copied = handler.CookieContainer.GetCookieHeader(app.Url);

        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = app.Url };
        client.DefaultRequestHeaders.Add("Cookie", copied);
        return (client, PageClient.TokenIn(await client.GetStringAsync(new Uri("/keys", UriKind.Relative), TestContext.Current.CancellationToken)));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
