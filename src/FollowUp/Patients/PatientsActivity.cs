using FollowUp.Access;
using FollowUp.Directory;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using FollowUp.Recording.Endpoints;
using FollowUp.Recording.ReadModels;
using JasperFx.Events.Projections;
using Marten;

namespace FollowUp.Patients;

/// <summary>Registers the course of patients, the directory, and the commands that record facts.</summary>
public sealed class PatientsActivity : IActivity
{
    /// <inheritdoc/>
    public void Configure(StoreOptions store, IServiceProvider services)
    {
        store.Projections.Add(new DueDatesProjection(services.GetRequiredService<ClinicRegistry>(), services.GetRequiredService<Courses>()), ProjectionLifecycle.Inline);
        store.Schema.For<DueDates>().DocumentAlias(DueDates.Alias)
            .Duplicate(document => document.WorkFrom)
            .Duplicate(document => document.RemindFrom)
            .Duplicate(document => document.Protocol!);
        store.Schema.For<RequestRecord>();
        store.Schema.For<RebuildPlace>();
        DirectoryStore.Configure(store);
    }

    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddPatientDirectory(configuration);
        services.AddSingleton<Replay>();
        services.AddSingleton<DueDateIndex>();
        services.AddSingleton<DueDateWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<DueDateWorker>());
        services.AddSingleton<Courses>();
        services.AddSingleton<Reading>();
        services.AddSingleton<FactPipeline>();
        services.AddScoped<CommandBus>();
    }

    /// <inheritdoc/>
    public void Use(IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (await PageRoutes.BeforeAsync(http, () => RestsOnDates.SayAsync(http)))
        {
            await next(http);
        }
    });

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapFacts();
        endpoints.MapMerges();
        endpoints.MapReads();
        endpoints.MapExplanations();
        endpoints.MapDirectory();
        endpoints.MapErasure();
        endpoints.MapReplay();
    }
}
