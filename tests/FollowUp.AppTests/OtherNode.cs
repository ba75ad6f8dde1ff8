using FollowUp.Platform;
using FollowUp.Platform.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FollowUp.AppTests;

/// <summary>Another node on a run's database, with a clock or settings of its own.</summary>
public sealed class OtherNode : IAsyncDisposable
{
    private OtherNode(WebApplication app) =>
        (App, Url) = (app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));

    public WebApplication App { get; }

    public Uri Url { get; }

    public StoreTime Time => App.Services.GetRequiredService<StoreTime>();

    public static async Task<OtherNode> StartAsync(
        AppFixture app, TimeProvider? clock = null, NodeRole role = NodeRole.Command, Action<IServiceCollection>? services = null, params (string Key, string Value)[] settings)
    {
        var node = Hosting.Build([], role, builder =>
        {
            builder.Configuration.AddInMemoryCollection(app.Settings);
            builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
            builder.Logging.ClearProviders().AddProvider(app.Log);
            builder.Services.AddSingleton(new StoreTime(clock ?? app.Time));
            services?.Invoke(builder.Services);
        });
        await node.StartAsync(TestContext.Current.CancellationToken);
        return new(node);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
    }
}

/// <summary>The real clock, set wrong.</summary>
public sealed class SkewedClock(TimeSpan ahead) : TimeProvider
{
    public TimeSpan Ahead { get; set; } = ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
}
