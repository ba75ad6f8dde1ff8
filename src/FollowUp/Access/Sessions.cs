using System.Globalization;
using FollowUp.Platform;
using FollowUp.Platform.Store;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Access;

/// <summary>A session of the pages that was ended by signing out: a copy of its cookie no longer works.</summary>
public sealed record EndedSession
{
    /// <summary>The session's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }
}

/// <summary>
/// The sessions of the pages. The cookie holds the session; the store knows which were ended. A session ends when nobody used it for
/// <c>FollowUp:SignIn:SessionMinutes</c>, <c>FollowUp:SignIn:SessionHours</c> after the sign-in, or by signing out.
/// </summary>
public sealed class Sessions(IDocumentStore store, StoreTime time, IConfiguration configuration)
{
    private const string IdItem = "session";

    private const string SinceItem = "since";

    private readonly Duration _longest = Duration.FromHours(configuration.GetValue("FollowUp:SignIn:SessionHours", 12));

    /// <summary>Begins a session as somebody signs in.</summary>
    public void Begin(AuthenticationProperties properties)
    {
        properties.Items[IdItem] = Ids.New().ToString("D", CultureInfo.InvariantCulture);
        properties.Items[SinceItem] = InstantPattern.ExtendedIso.Format(time.GetCurrentInstant());
    }

    /// <summary>Ends the session of a request, on every node.</summary>
    public async Task EndAsync(HttpContext http)
    {
        var ticket = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (ticket is not { Succeeded: true } || IdOf(ticket.Properties) is not { } id)
        {
            return;
        }

        var now = time.GetUtcNow();
        await using var session = store.LightweightSession();
        session.Store(new EndedSession { Id = id, EndedAt = now });

        // A session that was ended longer ago than the longest session has expired in any case.
        var over = now - _longest.ToTimeSpan();
        session.DeleteWhere<EndedSession>(ended => ended.EndedAt < over);
        await session.SaveChangesAsync(http.RequestAborted);
    }

    /// <summary>Refuses a cookie whose session was ended, or began too long ago.</summary>
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var since = InstantPattern.ExtendedIso.Parse(context.Properties.Items.TryGetValue(SinceItem, out var said) ? said ?? "" : "");
        var stands = since.Success && time.GetCurrentInstant() - since.Value < _longest
            && IdOf(context.Properties) is { } id && !await IsEndedAsync(id, context.HttpContext.RequestAborted);
        if (!stands)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    private async Task<bool> IsEndedAsync(Guid id, CancellationToken token)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<EndedSession>(id, token) is not null;
    }

    private static Guid? IdOf(AuthenticationProperties? properties) =>
        properties?.Items.TryGetValue(IdItem, out var text) == true && Guid.TryParse(text, out var id) ? id : null;
}
