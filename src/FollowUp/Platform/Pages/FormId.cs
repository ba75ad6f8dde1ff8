namespace FollowUp.Platform.Pages;

/// <summary>The id of a form that stores something, made when its page is first shown.</summary>
/// <remarks>
/// It stands in the page's address, so that Back, a reload and a second window show the same form and not a new one; and what the form
/// stores takes its ids from it, so that the same form sent again is the same entry. A link to the page begins a fresh form.
/// </remarks>
public static class FormId
{
    /// <summary>The hidden field that carries it.</summary>
    public const string Field = "key";

    private const string Parameter = "form";

    /// <summary>Maps a page with such a form: asked for without an id it is shown at the address with a new one.</summary>
    /// <param name="endpoints">Where.</param>
    /// <param name="address">Its address; it never carries an identity.</param>
    /// <param name="policy">Who may look.</param>
    /// <param name="handler">Answers it; <see cref="Of(HttpContext)"/> is the form's id.</param>
    public static RouteHandlerBuilder MapFormPage(this IEndpointRouteBuilder endpoints, string address, string policy, Delegate handler) =>
        endpoints.MapPage(address, policy, handler).AddEndpointFilter(async (context, next) =>
            Sent(context.HttpContext) is null ? At(context.HttpContext, Ids.New()) : await next(context));

    /// <summary>The id of the form that a page shows.</summary>
    public static Guid Of(HttpContext http) => Sent(http) ?? Ids.New();

    /// <summary>The id of the form that a page was asked for; null when it was asked for none.</summary>
    public static Guid? Sent(HttpContext http) => Read(http.Request.Query[Parameter]);

    /// <summary>The id of the form that was sent.</summary>
    public static Guid Of(IFormCollection form) => Read(form[Field]) ?? Ids.New();

    /// <summary>Sends on to the same page with another form.</summary>
    public static IResult At(HttpContext http, Guid id) => Results.Redirect(
        http.Request.Path + QueryString.Create(http.Request.Query.Where(parameter => parameter.Key != Parameter)).Add(Parameter, id.ToString()));

    private static Guid? Read(string? text) => Guid.TryParse(text, out var id) && id != Guid.Empty ? id : null;
}
