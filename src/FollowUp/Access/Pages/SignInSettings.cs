using FollowUp.Platform;
using FollowUp.Platform.Pages;

namespace FollowUp.Access.Pages;

/// <summary>How people sign in, what their roles and clinics come from, and who has done so.</summary>
public sealed class SignInSettings : IActivity, IMenuEntry
{
    /// <inheritdoc/>
    public int Order => 48;

    /// <inheritdoc/>
    public string Name => "People.Title";

    /// <inheritdoc/>
    public string Address => "/settings/sign-in";

    /// <inheritdoc/>
    public string Policy => Policies.Administration;

    /// <inheritdoc/>
    public string Below => "/settings";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPage("/settings/sign-in", Policies.Administration, async (HttpContext http, IConfiguration configuration, Staff staff, CancellationToken token) =>
            PageRoutes.Show<SignInSettingsPage>(http, new()
            {
                [nameof(SignInSettingsPage.Settings)] = configuration.GetSection("FollowUp:SignIn"),
                [nameof(SignInSettingsPage.Groups)] = GroupRoles.Read(configuration),
                [nameof(SignInSettingsPage.Staff)] = await staff.OfAsync(SignedIn.Of(http).Clinic, token),
            }));
}
