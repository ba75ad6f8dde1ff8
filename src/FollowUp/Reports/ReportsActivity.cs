using FollowUp.Platform;
using FollowUp.Reports.Datasets;
using FollowUp.Reports.Snapshots;

namespace FollowUp.Reports;

/// <summary>What the cohort's facts come to.</summary>
public sealed class ReportsActivity : IActivity
{
    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<ReportPress>().AddSingleton<SigningKey>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapReports();
        endpoints.MapDerivedAnswers();
        endpoints.MapDatasets();
    }
}
