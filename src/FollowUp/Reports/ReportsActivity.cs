using FollowUp.Platform;
using FollowUp.Reports.Datasets;

namespace FollowUp.Reports;

/// <summary>What the cohort's facts come to.</summary>
public sealed class ReportsActivity : IActivity
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapReports();
        endpoints.MapDerivedAnswers();
        endpoints.MapDatasets();
    }
}
