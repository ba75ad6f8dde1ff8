using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FollowUp.Guidelines;

/// <summary>Which published guideline of each kind a clinic follows, and what another one would change.</summary>
public sealed class GuidelinesActivity : IActivity
{
    /// <inheritdoc/>
    public void Configure(StoreOptions store, IServiceProvider services)
    {
        store.Events.MapEventType<RuleSetAdopted>("rule_set_adopted");
        store.Events.MapEventType<ProtocolAdopted>("protocol_adopted");
        store.Events.MapEventType<ClinicSettingsChanged>("clinic_settings_changed");
    }

    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Adoptions>();
        services.AddSingleton<AdoptionWatch>();
        services.AddSingleton<IClinicUpdates>(provider => provider.GetRequiredService<AdoptionWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<AdoptionWatch>());
        services.AddSingleton<GuidelineDifference>();
        services.AddHealthChecks().AddCheck<DecisionsKnown>("guidelines", HealthStatus.Degraded);
    }

    /// <inheritdoc/>
    public void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        // Nobody is answered under a guideline that another node replaced more than two seconds ago.
        if (http.User.Identity?.IsAuthenticated == true
            && !await PageRoutes.BeforeAsync(http, () => http.RequestServices.GetRequiredService<IClinicUpdates>().RefreshIfOldAsync(http.RequestAborted)))
        {
            return;
        }

        if (SignedIn.From(http.User, http.RequestServices.GetRequiredService<ClinicRegistry>())?.Clinic.Unknown is { } what)
        {
            Cautions.Add(http, new("Caution.Unknown", ("what", what)));
        }

        await next(http);
    });

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGuidelines();
        endpoints.MapClinicSettings();
    }
}
