using FollowUp.Access;
using FollowUp.Patients.Rules;
using Microsoft.Extensions.Options;
using NodaTime;
using Npgsql;

namespace FollowUp.Platform;

/// <summary>Puts a process together: the platform and every activity, nothing clinical.</summary>
public static class Hosting
{
    /// <summary>The largest body taken, in bytes; a file is imported as a stream of lines.</summary>
    public const long LargestBody = 1024 * 1024;

    /// <summary>Adds what every process needs.</summary>
    public static void AddFollowUp(this WebApplicationBuilder builder, NodeRole role)
    {
        var activities = Scan.For<IActivity>();
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });
        services.ConfigureHttpJsonOptions(json => FactJson.Configure(json.SerializerOptions));
        services.AddProblemDetails();
        services.AddSingleton(activities);
        services.AddSingleton(_ => new StoreTime(TimeProvider.System));
        services.AddSingleton<IClock>(provider => provider.GetRequiredService<StoreTime>());
        services.AddDatabase(builder.Configuration);
        services.AddEventStore(activities);
        services.AddSignIn(builder.Configuration);
        builder.AddMessaging(activities, role);
        if (role != NodeRole.Command)
        {
            services.AddScheduling(builder.Configuration, activities);
        }

        foreach (var activity in activities)
        {
            activity.Configure(services, builder.Configuration);
        }
    }

    /// <summary>Puts the request pipeline together and maps every activity's addresses.</summary>
    public static void UseFollowUp(this WebApplication app)
    {
        app.UseProblems();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        foreach (var activity in app.Services.GetRequiredService<IReadOnlyList<IActivity>>())
        {
            activity.Map(app);
        }
    }
}
