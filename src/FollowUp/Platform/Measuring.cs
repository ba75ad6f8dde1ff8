using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;

namespace FollowUp.Platform;

/// <summary>What the program measures of itself, sent to a collector by OTLP where one is named.</summary>
public static class Measuring
{
    /// <summary>The name of every meter of ours.</summary>
    public const string Name = "FollowUp";

    /// <summary>Adds the meter; its values leave this process only when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector.</summary>
    public static void AddMeasuring(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IMeterFactory>().Create(Name));
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter(Name, "Wolverine:*", "Npgsql").AddOtlpExporter());
        }
    }
}
