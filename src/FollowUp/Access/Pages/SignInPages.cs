using System.Security.Claims;
using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace FollowUp.Access.Pages;

/// <summary>Signing in and out, and choosing language and theme.</summary>
public sealed class SignInPages : IActivity
{
    /// <inheritdoc/>
    public void Configure(StoreOptions store, IServiceProvider services) => store.Schema.For<Colleague>();

    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<Staff>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/", Policies.Everybody, (HttpContext http) => Results.Redirect(Menu.For(Viewer.Of(http)).First().Address));
        endpoints.MapPage("/keys", Policies.Everybody, (HttpContext http) => PageRoutes.Show<KeysPage>(http));
        endpoints.MapPage("/sign-in", null, SignIn);
        endpoints.MapForm("/sign-in/development", null, SignInForDevelopment);
        endpoints.MapPage("/sign-in/provider", null, (string? from, IConfiguration configuration) => Access.SignIn.HasPages(configuration)
            ? Results.Challenge(new() { RedirectUri = Local(from) }, [OpenIdConnectDefaults.AuthenticationScheme])
            : Results.Redirect("/sign-in"));
        endpoints.MapForm("/sign-out", Policies.Everybody, async (HttpContext http, Sessions sessions) =>
        {
            await sessions.EndAsync(http);
            await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
            return Results.Redirect("/sign-in");
        });
        endpoints.MapForm("/looks", null, (HttpContext http) =>
        {
            var form = http.Request.Form;
            Keep(http, Viewer.LanguageCookie, form["language"], [.. Language.All.Select(language => language.Tag)]);
            Keep(http, Viewer.ThemeCookie, form["theme"], "light", "dark");
            return Results.Redirect(Local(form["back"]));
        });
    }

    private static IResult SignIn(string? from, HttpContext http, IConfiguration configuration, ClinicRegistry clinics) =>
        PageRoutes.Show<SignInPage>(http, new()
        {
            [nameof(SignInPage.Development)] = DevelopmentIssuer.From(configuration) is not null,
            [nameof(SignInPage.Provider)] = Access.SignIn.HasPages(configuration),
            [nameof(SignInPage.Clinics)] = clinics.All,
            [nameof(SignInPage.From)] = Local(from),
        });

    private static async Task<IResult> SignInForDevelopment(HttpContext http, IConfiguration configuration, ClinicRegistry clinics)
    {
        var form = http.Request.Form;
        var (role, clinic) = (form["role"].ToString(), clinics.Find(form["clinic"]));
        if (DevelopmentIssuer.From(configuration) is null || clinic is null || !Policies.All[Policies.Everybody].Contains(role))
        {
            return PageRoutes.Refuse(http, "SignIn.None", StatusCodes.Status404NotFound);
        }

        var identity = new ClaimsIdentity([new("sub", $"{role}-1"), new("role", role), new(SignedIn.ClinicClaim, clinic.Id)], "development", "sub", "role");
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new(identity));
        return Results.Redirect(Local(form["from"]));
    }

    private static void Keep(HttpContext http, string cookie, string? value, params string[] allowed)
    {
        if (allowed.Contains(value))
        {
            http.Response.Cookies.Append(cookie, value!, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
        }
    }

    // An address of another site would take a person there with our name behind it. A browser leaves tabs and line ends out and reads \ as /,
    // so an address with any of them, or with what a header cannot hold, is none of ours.
    private static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/', ..] && address.All(letter => letter is > ' ' and < '\x7f' and not '\\')
            && !address.StartsWith("/sign-in", StringComparison.Ordinal) ? address : "/";
}
