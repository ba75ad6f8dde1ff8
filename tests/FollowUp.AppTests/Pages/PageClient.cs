using System.Net;
using System.Text.RegularExpressions;
using FollowUp.Recording.Commands;

namespace FollowUp.AppTests.Pages;

/// <summary>A browser without JavaScript: it keeps cookies, opens pages and sends their forms.</summary>
public sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _client;

    private string _token = "";

    public PageClient(Uri server, string language = "en")
    {
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true, CookieContainer = new CookieContainer() }) { BaseAddress = server };
        _client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
    }

    /// <summary>Signs in as the development page offers it.</summary>
    public static async Task<PageClient> SignedInAsync(AppFixture app, string role, string clinic = "izmir", string language = "en", Uri? url = null)
    {
        var client = new PageClient(url ?? app.Url, language);
        await client.OpenAsync("/sign-in");
        var page = await client.SendAsync("/sign-in/development", ("role", role), ("clinic", clinic), ("from", "/keys"));
        page.Status.ShouldBe(HttpStatusCode.OK, page.Html);
        return client;
    }

    public async Task<Shown> OpenAsync(string address, bool fragment = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        return await ReadAsync(request, fragment);
    }

    /// <summary>Sends a form with the token of the page last opened.</summary>
    public async Task<Shown> SendAsync(string address, params (string Name, string Value)[] fields) => await SendAsync(address, false, fields);

    public async Task<Shown> SendAsync(string address, bool fragment, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Append(new("_token", _token))),
        };
        return await ReadAsync(request, fragment);
    }

    /// <summary>The token of a page's forms.</summary>
    public static string TokenIn(string html) => WebUtility.HtmlDecode(Token().Match(html).Groups["token"].Value);

    /// <summary>Asks for pages, as a browser does.</summary>
    public void AcceptHtml() => _client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

    public void ForgetToken() => _token = "";

    public void Dispose() => _client.Dispose();

    private async Task<Shown> ReadAsync(HttpRequestMessage request, bool fragment)
    {
        if (fragment)
        {
            request.Headers.Add("X-Fragment", "1");
        }

        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (Token().Match(html) is { Success: true } found)
        {
            _token = found.Groups["token"].Value;
        }

        return new(response.StatusCode, response.RequestMessage!.RequestUri!, WebUtility.HtmlDecode(html), response.Headers);
    }

    [GeneratedRegex("""name="_token" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}

/// <summary>What came back.</summary>
public sealed record Shown(HttpStatusCode Status, Uri Address, string Html, System.Net.Http.Headers.HttpResponseHeaders Headers)
{
    /// <summary>The value of a hidden field.</summary>
    public string Field(string name)
    {
        var mark = $"name=\"{name}\" value=\"";
        var from = Html.IndexOf(mark, StringComparison.Ordinal);
        return from < 0 ? "" : Html[(from + mark.Length)..].Split('"')[0];
    }
}
