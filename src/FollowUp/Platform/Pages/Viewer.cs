using FollowUp.Access;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Http;
using FollowUp.Platform.Texts;
using Microsoft.AspNetCore.Antiforgery;

namespace FollowUp.Platform.Pages;

/// <summary>Who looks at a page, and in which language and theme.</summary>
/// <param name="User">The one signed in; null before.</param>
/// <param name="Words">The words of their language.</param>
/// <param name="Theme">Light or dark, if he chose one; null follows his device.</param>
/// <param name="Path">The address of the page.</param>
/// <param name="Token">What a form sends so that no other site can send it for him.</param>
public sealed record Viewer(SignedIn? User, Words Words, string? Theme, string Path, string Token)
{
    /// <summary>The cookie of the chosen language.</summary>
    public const string LanguageCookie = "followup.language";

    /// <summary>The cookie of the chosen theme.</summary>
    public const string ThemeCookie = "followup.theme";

    /// <summary>The name of the hidden field that holds <see cref="Token"/>.</summary>
    public const string TokenField = "_token";

    /// <summary>What they must know to read the page correctly.</summary>
    public IReadOnlyList<Caution> Cautions { get; init; } = [];

    /// <summary>The sender of a request.</summary>
    public static Viewer Of(HttpContext http) => new(
        SignedIn.From(http.User, http.RequestServices.GetRequiredService<ClinicRegistry>()),
        Words.In(LanguageOf(http.Request)),
        http.Request.Cookies[ThemeCookie] is "light" or "dark" ? http.Request.Cookies[ThemeCookie] : null,
        http.Request.Path + http.Request.QueryString,
        http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).RequestToken!) { Cautions = Platform.Http.Cautions.Of(http) };

    /// <summary>The language chosen, else the first that their browser asks for and we have, else English.</summary>
    public static Language LanguageOf(HttpRequest request) => Language.OfTag(request.Cookies[LanguageCookie]) ?? AcceptedLanguage.Of(request);

    /// <summary>Whether a policy lets them in.</summary>
    public bool May(string policy) => User is not null && User.Roles.Overlaps(Policies.All[policy]);
}
