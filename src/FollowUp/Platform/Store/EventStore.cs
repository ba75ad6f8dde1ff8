using System.Text.Json.Nodes;
using FollowUp.Course.Json;
using JasperFx;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using Marten;
using Marten.Services;
using Marten.Services.Json.Transformations.SystemTextJson;
using Wolverine.Marten;

namespace FollowUp.Platform.Store;

/// <summary>How Marten is set up: one stream a man, one clinic a tenant.</summary>
public static class EventStore
{
    /// <summary>The schema of documents and events.</summary>
    public const string Schema = "followup";

    /// <summary>Adds the store and joins its transactions with Wolverine's queues.</summary>
    public static void AddEventStore(this IServiceCollection services, IReadOnlyList<IActivity> activities)
    {
        services.AddMarten(provider => Options(provider, activities))
            .UseLightweightSessions()
            .UseNpgsqlDataSource()
            .IntegrateWithWolverine(marten => marten.UseWolverineManagedEventSubscriptionDistribution = true);
    }

    private static StoreOptions Options(IServiceProvider provider, IReadOnlyList<IActivity> activities)
    {
        var store = new StoreOptions { DatabaseSchemaName = Schema, AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate };
        // The queries look for members by the names they are stored under: without this for 'Held' where 'held' is stored, and find nothing.
        var serializer = new SystemTextJsonSerializer { Casing = Weasel.Core.Casing.CamelCase };
        serializer.Configure(json => FactJson.Configure(json));
        store.Serializer(serializer);

        store.Events.StreamIdentity = StreamIdentity.AsGuid;
        store.Events.TenancyStyle = TenancyStyle.Conjoined;
        store.Policies.AllDocumentsAreMultiTenanted();
        store.Events.TimeProvider = provider.GetRequiredService<StoreTime>();
        store.Events.UseMandatoryStreamTypeDeclaration = true;

        // Who, with what request, and why: switched on before the first event, for it cannot be added to one later.
        store.Events.MetadataConfig.EnableAll();
        store.Events.MetadataConfig.UserNameEnabled = true;

        foreach (var (name, type) in FactJson.Kinds)
        {
            store.Events.MapEventType(type, name);
        }

        foreach (var name in Upcasts.Kinds)
        {
            var kind = FactJson.Kinds[name];
            store.Events.Upcast(kind, name, JsonTransformations.Upcast(stored =>
                FactJson.FromObject(Upcasts.ToToday(name, JsonObject.Create(stored.RootElement)!), kind)));
        }

        // A projection that meets what it does not understand stops with an error instead of leaving it out.
        store.Projections.Errors.SkipApplyErrors = false;
        store.Projections.Errors.SkipSerializationErrors = false;
        store.Projections.Errors.SkipUnknownEvents = false;

        foreach (var activity in activities)
        {
            activity.Configure(store, provider);
        }

        return store;
    }
}
