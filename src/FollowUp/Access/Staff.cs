using System.Security.Claims;
using FollowUp.Platform.Http;
using Marten;
using Microsoft.AspNetCore.Authentication;

namespace FollowUp.Access;

/// <summary>A member of staff who has signed in to the pages of a clinic: a person to whom work can be handed over.</summary>
public sealed record Colleague
{
    /// <summary>The sign-in's subject.</summary>
    public required string Id { get; init; }

    /// <summary>The name that the provider gives them; the subject, when it gives none.</summary>
    public required string Name { get; init; }

    /// <summary>Their roles when they last signed in.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}

/// <summary>Who works in a clinic, as far as its sign-ins say.</summary>
public sealed class Staff(IDocumentStore store, ClinicRegistry clinics, IClaimsTransformation groups)
{
    /// <summary>Records who signs in. Without the database they can sign in all the same.</summary>
    public async Task NoteAsync(ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (SignedIn.From(await groups.TransformAsync(principal), clinics) is not { } user)
        {
            return;
        }

        try
        {
            await using var session = store.LightweightSession(user.Clinic.Id);
            session.Store(new Colleague
            {
                Id = user.UserId,
                Name = principal.FindFirstValue("name") is { Length: > 0 } name ? name : user.UserId,
                Roles = [.. user.Roles.Order(StringComparer.Ordinal)],
            });
            await session.SaveChangesAsync(cancellationToken);
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away))
        {
            // They are recorded the next time.
        }
    }

    /// <summary>Everybody who has signed in to a clinic, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> OfAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinic.Id);
        return [.. (await session.Query<Colleague>().ToListAsync(cancellationToken)).OrderBy(colleague => colleague.Name, StringComparer.Ordinal)];
    }

    /// <summary>Those of them who may look after men, by name: the people to whom a man can be handed over.</summary>
    public async Task<IReadOnlyList<Colleague>> CarersAsync(Clinic clinic, CancellationToken cancellationToken) =>
        [.. (await OfAsync(clinic, cancellationToken)).Where(colleague => colleague.Roles.Intersect(Policies.All[Policies.Care]).Any())];
}
