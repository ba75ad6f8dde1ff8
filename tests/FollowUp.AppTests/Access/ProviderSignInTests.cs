using System.Net;
using System.Security.Cryptography;
using System.Text;
using FollowUp.AppTests.Pages;
using FollowUp.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FollowUp.AppTests.Access;

/// <summary>Sign-in to the pages with an OpenID Connect provider, over real HTTP.</summary>
public sealed class ProviderSignInTests(AppFixture app)
{
    [Fact]
    public async Task A_nurse_signs_in_with_a_code_that_only_this_server_could_have_asked_for()
    {
        await using var provider = await Provider.StartAsync("nurse");
        await using var server = await ServerAsync(provider);
        using var browser = new Wandering(Address(server));

        var signIn = await browser.GetAsync("/sign-in?from=/today");
        signIn.Html.ShouldContain("/sign-in/provider?from=%2Ftoday");
        signIn.Html.ShouldNotContain("/sign-in/development");
        var page = await browser.GetAsync("/sign-in/provider?from=/today");

        page.Path.ShouldBe("/today");
        page.Html.ShouldContain("<title>Today · FollowUp</title>");
        provider.Proven.ShouldBeTrue("the code was redeemed with the verifier of its challenge");
        browser.Cookies["followup.session"].ShouldContain("secure");
        browser.Cookies["followup.session"].ShouldContain("httponly");
    }

    [Fact]
    public async Task Who_has_no_role_here_gets_no_page()
    {
        await using var provider = await Provider.StartAsync("visitor");
        await using var server = await ServerAsync(provider);
        using var browser = new Wandering(Address(server));

        var page = await browser.GetAsync("/sign-in/provider?from=/today");

        page.Status.ShouldBe(HttpStatusCode.Forbidden);
        page.Html.ShouldContain("Not for your role");
    }

    private async Task<WebApplication> ServerAsync(Provider provider)
    {
        var server = app.Build(NodeRole.Command, ("FollowUp:SignIn:DevelopmentKeyFile", ""), ("FollowUp:SignIn:Authority", provider.Authority),
            ("FollowUp:SignIn:Audience", "followup"), ("FollowUp:SignIn:ClientId", "followup"));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    private static Uri Address(WebApplication server) => new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    // A browser on this machine takes a secure cookie over loopback; HttpClient's own jar does not.
    private sealed class Wandering(Uri server) : IDisposable
    {
        private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        private readonly Dictionary<string, string> _values = [];

        public Dictionary<string, string> Cookies { get; } = [];

        public async Task<(HttpStatusCode Status, string Path, string Html)> GetAsync(string address)
        {
            var at = new Uri(server, address);
            while (true)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, at);
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", _values.Select(cookie => $"{cookie.Key}={cookie.Value}")));
                using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
                foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
                {
                    var (name, value) = (set.Split('=')[0], set.Split(';')[0][(set.IndexOf('=', StringComparison.Ordinal) + 1)..]);
                    (_values[name], Cookies[name]) = (value, set);
                }

                if (response.Headers.Location is not { } next)
                {
                    return (response.StatusCode, at.AbsolutePath, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
                }

                at = new Uri(at, next);
            }
        }

        public void Dispose() => _client.Dispose();
    }

    /// <summary>A provider that lets everybody in, and holds the client to PKCE.</summary>
    private sealed class Provider : IAsyncDisposable
    {
        private readonly WebApplication _app = WebApplication.CreateSlimBuilder().Build();

        private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };

        private readonly Dictionary<string, (string Challenge, string Nonce)> _codes = [];

        public string Authority => _app.Urls.First();

        public bool Proven { get; private set; }

        public static async Task<Provider> StartAsync(string role)
        {
            var provider = new Provider();
            provider._app.Urls.Add("http://127.0.0.1:0");
            provider._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
            {
                ["issuer"] = provider.Authority,
                ["authorization_endpoint"] = $"{provider.Authority}/authorize",
                ["token_endpoint"] = $"{provider.Authority}/token",
                ["userinfo_endpoint"] = $"{provider.Authority}/userinfo",
                ["jwks_uri"] = $"{provider.Authority}/keys",
            }));
            provider._app.MapGet("/keys", () => Results.Json(new { keys = new[] { provider.PublicKey() } }));
            provider._app.MapGet("/userinfo", () => Results.Json(new { sub = "u-17" }));
            provider._app.MapGet("/authorize", provider.Authorize);
            provider._app.MapPost("/token", (HttpContext http, CancellationToken _) => provider.RedeemAsync(http, role));
            await provider._app.StartAsync(TestContext.Current.CancellationToken);
            return provider;
        }

        public async ValueTask DisposeAsync() => await _app.DisposeAsync();

        private IResult Authorize(HttpContext http)
        {
            var query = http.Request.Query;
            query["response_type"].ToString().ShouldBe("code");
            query["code_challenge_method"].ToString().ShouldBe("S256");
            var code = Guid.NewGuid().ToString();
            _codes[code] = (query["code_challenge"].ToString(), query["nonce"].ToString());
            return query["response_mode"] == "form_post"
                ? Results.BadRequest("A cookie of another site's form does not come along.")
                : Results.Redirect(QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }));
        }

        private async Task<IResult> RedeemAsync(HttpContext http, string role)
        {
            var form = await http.Request.ReadFormAsync();
            var (challenge, nonce) = _codes[form["code"].ToString()];
            Proven = challenge == Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
            var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Authority,
                Audience = "followup",
                Claims = new Dictionary<string, object> { ["sub"] = "u-17", ["role"] = role, ["clinic"] = "izmir", ["nonce"] = nonce },
                Expires = TimeProvider.System.GetUtcNow().AddMinutes(5).UtcDateTime,
                SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
            });
            return Proven ? Results.Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 300, id_token = token }) : Results.BadRequest();
        }

        private Dictionary<string, string> PublicKey()
        {
            var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
            return new() { ["kty"] = "RSA", ["kid"] = "one", ["use"] = "sig", ["n"] = Base64UrlEncoder.Encode(parameters.Modulus), ["e"] = Base64UrlEncoder.Encode(parameters.Exponent) };
        }
    }
}
