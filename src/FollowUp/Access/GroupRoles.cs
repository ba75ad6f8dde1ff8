using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace FollowUp.Access;

/// <summary>A group of the identity provider, and what its members may do here.</summary>
/// <param name="Group">The group, as the claim <c>groups</c> names it.</param>
/// <param name="Role">The role it gives.</param>
/// <param name="Clinic">The clinic it gives; null when the sign-in names the clinic itself.</param>
public sealed record GroupRole(string Group, string Role, string? Clinic);

/// <summary>Roles and clinics from the provider's groups, for a provider that cannot put ours into its tokens: <c>FollowUp:SignIn:Groups</c>.</summary>
/// <remarks>A sign-in whose groups name several clinics gets none by them: which clinic a man belongs to must never be guessed.</remarks>
public sealed class GroupRoles(IReadOnlyList<GroupRole> groups) : IClaimsTransformation
{
    private const string GroupsClaim = "groups";

    /// <summary>Reads the mapping.</summary>
    /// <exception cref="InvalidOperationException">A group without a name, or with a role that there is not.</exception>
    public static IReadOnlyList<GroupRole> Read(IConfiguration configuration) =>
    [
        .. configuration.GetSection("FollowUp:SignIn:Groups").GetChildren().Select(section => new GroupRole(
            section["Group"] ?? throw new InvalidOperationException($"{section.Path} needs Group."),
            Policies.All[Policies.Everybody].FirstOrDefault(role => role == section["Role"])
                ?? throw new InvalidOperationException($"{section.Path}:Role is {section["Role"]}. There are: {string.Join(", ", Policies.All[Policies.Everybody])}."),
            section["Clinic"])),
    ];

    /// <inheritdoc/>
    public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
    {
        var held = groups.Where(group => principal.HasClaim(GroupsClaim, group.Group)).ToList();
        if (held.Count == 0)
        {
            return Task.FromResult(principal);
        }

        // Asked several times of one principal, so what is there already is not added again.
        var given = new ClaimsIdentity();
        var clinic = principal.FindFirstValue(SignedIn.ClinicClaim);
        if (clinic is null && held.Select(group => group.Clinic).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is [var only])
        {
            given.AddClaim(new(SignedIn.ClinicClaim, clinic = only));
        }

        foreach (var role in held.Where(group => group.Clinic is null || group.Clinic == clinic).Select(group => group.Role).Distinct(StringComparer.Ordinal)
            .Where(role => !principal.HasClaim("role", role)))
        {
            given.AddClaim(new("role", role));
        }

        var added = principal.Clone();
        added.AddIdentity(given);
        return Task.FromResult(added);
    }
}
