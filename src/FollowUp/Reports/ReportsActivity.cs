using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using FollowUp.Reports.Datasets;
using FollowUp.Reports.Jobs;
using FollowUp.Reports.Making;
using FollowUp.Reports.Rows;
using FollowUp.Reports.Snapshots;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;
using Wolverine;

namespace FollowUp.Reports;

/// <summary>Reports on a clinic's men, and datasets for research.</summary>
public sealed class ReportsActivity : IActivity
{
    private const int EventsAtATime = 5_000;

    /// <inheritdoc/>
    public void Configure(StoreOptions store, IServiceProvider services)
    {
        store.Schema.For<ReportJob>();
        store.Schema.For<CohortRow>();
        store.Projections.Add(
            new CohortRowProjection(services.GetRequiredService<ClinicRegistry>(), services.GetRequiredService<Courses>()), ProjectionLifecycle.Async,
            CohortRows.Projection, daemon => daemon.BatchSize = EventsAtATime);
    }

    /// <inheritdoc/>
    public void Configure(WolverineOptions bus) => bus.LocalQueueFor<RunReportJob>().UseDurableInbox().MaximumParallelMessages(1);

    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealthChecks().AddCheck<RowsHealth>("report-rows", HealthStatus.Degraded);
        services
            .AddSingleton<SigningKey>().AddSingleton<CohortRows>().AddSingleton<IReadModel>(provider => provider.GetRequiredService<CohortRows>())
            .AddSingleton<ReportBuilder>().AddSingleton<ReportService>()
            .AddSingleton(JobSettings.Read(configuration)).AddSingleton<ReportJobs>().AddSingleton<ReportJobRunner>();
    }

    /// <inheritdoc/>
    public void Configure(IQuartzBuilder scheduler, IConfiguration configuration) => scheduler.ScheduleJob<ReportJobSweep>(
        trigger => trigger.WithIdentity(ReportJobSweep.Key.Name).WithSchedule(ReportJobSweep.Schedule), job => job.WithIdentity(ReportJobSweep.Key));

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapReports();
        endpoints.MapReportJobs();
        endpoints.MapDerivedAnswers();
        endpoints.MapDatasets();
    }
}
