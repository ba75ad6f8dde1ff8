using FollowUp.Course;
using FollowUp.Platform.Http;
using FollowUp.Platform.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FollowUp.Platform.Pages;

/// <summary>Marks an address that answers people: it takes the sign-in cookie and no token, and the interface's description leaves it out.</summary>
public sealed class PageMetadata
{
    /// <summary>Whether a request is for a page.</summary>
    public static bool IsPage(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<PageMetadata>() is not null;
}

/// <summary>How activities map their pages.</summary>
public static class PageRoutes
{
    // No inline script and no inline style; Pico's arrows and ticks are data images.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Adds what pages need.</summary>
    public static void AddPages(this IServiceCollection services, IConfiguration configuration)
    {
        // Sessions and forms outlive a restart, and are every node's, where the keys are kept.
        var protection = services.AddDataProtection().SetApplicationName("FollowUp");
        if (configuration["FollowUp:SignIn:KeyFolder"] is { Length: > 0 } folder)
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        }

        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = Viewer.TokenField;
            options.Cookie.Name = "followup.form";
        });
    }

    /// <summary>Maps a page that is looked at.</summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="address">Its address; it never carries an identity.</param>
    /// <param name="policy">Who may look; null for anybody.</param>
    /// <param name="handler">Answers it.</param>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder endpoints, string address, string? policy, Delegate handler) =>
        endpoints.MapGet(address, handler).AsPage(policy);

    /// <summary>Maps what a page's form sends; without the form's token it is refused.</summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder endpoints, string address, string? policy, Delegate handler) =>
        endpoints.MapPost(address, handler).AsPage(policy).AddEndpointFilter(async (context, next) =>
        {
            try
            {
                await context.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context.HttpContext);
            }
            catch (AntiforgeryValidationException)
            {
                return Refuse(context.HttpContext, "Page.FormTooOld", StatusCodes.Status400BadRequest);
            }

            return RequestGuard.Refuse(context.HttpContext.Request.Form) is { } finding
                ? Refuse(context.HttpContext, "Page.Unreadable", StatusCodes.Status400BadRequest, [finding])
                : await next(context);
        });

    /// <summary>A page as an answer.</summary>
    /// <param name="http">The request.</param>
    /// <param name="parameters">The page's own parameters, by name.</param>
    /// <param name="status">The answer's status.</param>
    public static IResult Show<TPage>(HttpContext http, Dictionary<string, object?>? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : Page
    {
        var all = parameters ?? [];
        all[nameof(Page.Viewer)] = Viewer.Of(http);
        return new RazorComponentResult<TPage>(all) { StatusCode = status };
    }

    /// <summary>A page that says why something was not done.</summary>
    public static IResult Refuse(HttpContext http, string key, int status, IReadOnlyList<Finding>? findings = null) =>
        Show<RefusalPage>(http, new() { [nameof(RefusalPage.Why)] = key, [nameof(RefusalPage.Findings)] = findings ?? [] }, status);

    /// <summary>Does something before a request is answered; where the database is away, a page says so if a page was asked for.</summary>
    /// <returns>Whether the request is still to be answered.</returns>
    public static async Task<bool> BeforeAsync(HttpContext http, Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception away) when (PageMetadata.IsPage(http) && Problems.IsDatabaseAway(away))
        {
            Harden(http.Response);
            await Refuse(http, "Page.DatabaseAway", StatusCodes.Status503ServiceUnavailable).ExecuteAsync(http);
            return false;
        }
    }

    private static RouteHandlerBuilder AsPage(this RouteHandlerBuilder endpoint, string? policy)
    {
        endpoint.WithMetadata(new PageMetadata()).ExcludeFromDescription();
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            Harden(context.HttpContext.Response);
            try
            {
                return await next(context);
            }
            catch (UnreadableException unreadable)
            {
                return Refuse(context.HttpContext, "Page.Unreadable", StatusCodes.Status400BadRequest, [unreadable.Finding]);
            }
            catch (Exception away) when (Problems.IsDatabaseAway(away))
            {
                return Refuse(context.HttpContext, "Page.DatabaseAway", StatusCodes.Status503ServiceUnavailable);
            }
        });
        return policy is null ? endpoint.AllowAnonymous() : endpoint.RequireAuthorization(policy);
    }

    /// <summary>What every page's answer carries: nobody keeps it, frames it or runs other script in it.</summary>
    public static void Harden(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = ContentPolicy;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "same-origin";
    }
}

/// <summary>What every page is given.</summary>
public abstract class Page : ComponentBase
{
    /// <summary>Who looks at it.</summary>
    [Parameter]
    public Viewer Viewer { get; set; } = null!;

    /// <summary>The words of their language.</summary>
    protected Words W => Viewer.Words;
}
