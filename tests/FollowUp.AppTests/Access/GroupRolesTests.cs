using System.Security.Claims;
using FollowUp.Access;
using Microsoft.Extensions.Configuration;

namespace FollowUp.AppTests.Access;

public sealed class GroupRolesTests
{
    [Theory]
    [InlineData("andrology-nurses", null, "nurse", "izmir")]
    [InlineData("andrology-nurses andrology-doctors", null, "clinician nurse", "izmir")]
    [InlineData("andrology-nurses ankara-nurses", null, "", "")] // Two clinics: whose man it is must not be a guess.
    [InlineData("andrology-nurses ankara-nurses", "ankara", "nurse", "ankara")]
    [InlineData("auditors", "ankara", "administrator", "ankara")]
    [InlineData("gardeners", null, "", "")]
    public async Task Groups_of_the_provider_give_roles_and_a_clinic(string groups, string? clinic, string roles, string given)
    {
        var claims = groups.Split(' ').Select(group => new Claim("groups", group)).ToList();
        if (clinic is not null)
        {
            claims.Add(new(SignedIn.ClinicClaim, clinic));
        }

        var mapping = new GroupRoles(GroupRoles.Read(Configured(("andrology-nurses", "nurse", "izmir"), ("andrology-doctors", "clinician", "izmir"), ("ankara-nurses", "nurse", "ankara"), ("auditors", "administrator", null))));
        var once = await mapping.TransformAsync(new(new ClaimsIdentity(claims, "provider")));
        var twice = await mapping.TransformAsync(once);

        foreach (var principal in new[] { once, twice })
        {
            string.Join(' ', principal.FindAll("role").Select(claim => claim.Value).Order(StringComparer.Ordinal)).ShouldBe(roles);
            (principal.FindFirstValue(SignedIn.ClinicClaim) ?? "").ShouldBe(given);
        }
    }

    [Fact]
    public void A_group_with_a_role_that_there_is_not_keeps_the_server_from_starting() =>
        Should.Throw<InvalidOperationException>(() => GroupRoles.Read(Configured(("porters", "porter", null)))).Message.ShouldContain("nurse, clinician, researcher, administrator");

    private static IConfiguration Configured(params (string Group, string Role, string? Clinic)[] groups) => new ConfigurationBuilder().AddInMemoryCollection(
        groups.SelectMany((group, at) => new[]
        {
            KeyValuePair.Create($"FollowUp:SignIn:Groups:{at}:Group", (string?)group.Group),
            KeyValuePair.Create($"FollowUp:SignIn:Groups:{at}:Role", (string?)group.Role),
            KeyValuePair.Create($"FollowUp:SignIn:Groups:{at}:Clinic", group.Clinic),
        })).Build();
}
