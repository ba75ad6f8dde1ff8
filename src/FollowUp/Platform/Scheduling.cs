using FollowUp.Platform.Store;
using Quartz;

namespace FollowUp.Platform;

/// <summary>How Quartz is set up: a clustered tick in the same PostgreSQL, with no patient data in its tables.</summary>
public static class Scheduling
{
    /// <summary>The schema of Quartz's tables.</summary>
    public const string Schema = "quartz";

    /// <summary>Adds the scheduler and every activity's jobs.</summary>
    public static void AddScheduling(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<IActivity> activities)
    {
        var connection = configuration.GetConnectionString(Database.Name)!;
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.GenerateInstanceId = true);
            quartz.UsePersistentStore(store =>
            {
                store.ConfigureStore(options =>
                {
                    options.StoreJobDataAsStrings = true;
                    options.TablePrefix = $"{Schema}.qrtz_";
                });
                store.UsePostgres(connection);
                store.UseClustering();
                store.ProvisionSchema();
            });
            foreach (var activity in activities)
            {
                activity.Configure(quartz, configuration);
            }
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }
}
