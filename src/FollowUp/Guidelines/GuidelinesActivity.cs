using FollowUp.Platform;
using Marten;

namespace FollowUp.Guidelines;

/// <summary>Which published guideline of each kind a clinic goes by, and what another one would change.</summary>
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
        services.AddHostedService(provider => provider.GetRequiredService<Adoptions>());
        services.AddSingleton<GuidelineDifference>();
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGuidelines();
        endpoints.MapClinicSettings();
    }
}
