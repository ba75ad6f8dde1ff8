using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace FollowUp.Platform;

/// <summary>Puts a process together: the platform and every activity, nothing clinical.</summary>
public static class Hosting
{
    /// <summary>The largest body taken, in bytes; a file is imported as a stream of lines.</summary>
    public const long LargestBody = 1024 * 1024;

    /// <summary>Where a server listens unless <c>FollowUp:Url</c> says otherwise.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Builds a process, not yet started.</summary>
    /// <param name="args">Settings as <c>--FollowUp:Url=…</c>; the environment and appsettings.json count too.</param>
    /// <param name="role">What the process is for.</param>
    /// <param name="adjust">Last changes, for instance another clock.</param>
    public static WebApplication Build(string[] args, NodeRole role, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        adjust?.Invoke(builder);
        builder.AddFollowUp(role);
        var app = builder.Build();
        app.UseFollowUp();
        return app;
    }

    private static void AddFollowUp(this WebApplicationBuilder builder, NodeRole role)
    {
        var activities = Scan.For<IActivity>();
        var services = builder.Services;
        builder.WebHost.UseUrls(builder.Configuration["FollowUp:Url"] ?? DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.AddServerHeader = false;
        });
        services.ConfigureHttpJsonOptions(json => FactJson.Configure(json.SerializerOptions));
        services.Replace(ServiceDescriptor.Singleton<ILoggerFactory, LostRaces>());
        services.AddProblemDetails();
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddHealth();
        services.AddMeasuring(builder.Configuration);
        services.AddDescription();
        services.AddPages(builder.Configuration);
        services.AddSingleton(activities);
        services.AddSingleton<ClockWatch>();
        if (services.All(service => service.ServiceType != typeof(StoreTime)))
        {
            // A clock that a test stopped agrees with no database's.
            services.AddSingleton(_ => new StoreTime(TimeProvider.System));
            services.AddHostedService(provider => provider.GetRequiredService<ClockWatch>());
        }

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

    private static void UseFollowUp(this WebApplication app)
    {
        app.UseUnkeptAnswers();
        app.UseProblems();
        app.UseStatusCodePages(context => Problems.AnswerEmptyAsync(context.HttpContext));
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRequestGuard();
        foreach (var activity in app.Services.GetRequiredService<IReadOnlyList<IActivity>>())
        {
            activity.Use(app);
        }

        app.MapHealth();
        app.MapDescription();
        app.MapPageFiles();
        foreach (var activity in app.Services.GetRequiredService<IReadOnlyList<IActivity>>())
        {
            activity.Map(app);
        }
    }
}
