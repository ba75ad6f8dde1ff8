using System.Security.Claims;

namespace FollowUp.Access;

/// <summary>Who sent a request, and for which clinic.</summary>
/// <param name="UserId">The sign-in's subject: the actor on every event.</param>
/// <param name="Clinic">The clinic of the sign-in.</param>
/// <param name="Roles">The roles of the sign-in.</param>
public sealed record SignedIn(string UserId, Clinic Clinic, IReadOnlySet<string> Roles)
{
    /// <summary>The claim that names the clinic.</summary>
    public const string ClinicClaim = "clinic";

    /// <summary>Whether they may do what clinicians do.</summary>
    public bool IsClinician => Roles.Contains(Access.Roles.Clinician);

    /// <summary>Whether they treat the men, and so see them as they are; people who only read reports do not.</summary>
    public bool SeesEveryMan => Roles.Overlaps([Access.Roles.Nurse, Access.Roles.Clinician]);

    /// <summary>The sender of a request that passed its policy.</summary>
    public static SignedIn Of(HttpContext http)
    {
        var registry = http.RequestServices.GetRequiredService<ClinicRegistry>();
        return From(http.User, registry) ?? throw new InvalidOperationException("This address is not guarded by a policy.");
    }

    /// <summary>The sender; null when they name no clinic or more than one, or one that this installation does not serve.</summary>
    public static SignedIn? From(ClaimsPrincipal user, ClinicRegistry registry) =>
        user.FindFirstValue("sub") is { Length: > 0 } id
        && user.FindAll(ClinicClaim).Select(claim => claim.Value).Distinct(StringComparer.Ordinal).ToList() is [var only]
        && registry.Find(only) is { } clinic
            ? new(id, clinic, user.FindAll("role").Select(claim => claim.Value).ToHashSet(StringComparer.Ordinal))
            : null;
}
