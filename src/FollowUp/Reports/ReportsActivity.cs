using FollowUp.Platform;
using FollowUp.Reports.Datasets;
using FollowUp.Reports.Jobs;
using FollowUp.Reports.Snapshots;
using Marten;
using Quartz;
using Wolverine;

namespace FollowUp.Reports;

/// <summary>What the cohort's facts come to.</summary>
public sealed class ReportsActivity : IActivity
{
    /// <inheritdoc/>
    public void Configure(StoreOptions store, IServiceProvider services) => store.Schema.For<ReportJob>();

    /// <inheritdoc/>
    public void Configure(WolverineOptions bus) => bus.LocalQueueFor<PrintReport>().UseDurableInbox().MaximumParallelMessages(1);

    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton<SigningKey>().AddSingleton<ReportPress>().AddSingleton<ReportDesk>()
        .AddSingleton(JobSettings.Read(configuration)).AddSingleton<ReportJobs>();

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
