using FollowUp.Access;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FollowUp.Guidelines;

/// <summary>Whether this version of the program knows everything that the clinics decided about themselves.</summary>
internal sealed class DecisionsKnown(ClinicRegistry clinics) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(clinics.All.FirstOrDefault(clinic => clinic.Unknown is not null) is { } clinic
            ? HealthCheckResult.Degraded($"Clinic {clinic.Id} decided something that this version of the program does not know ({clinic.Unknown}): no message of it goes out. Start the version that wrote it.")
            : HealthCheckResult.Healthy());
}
