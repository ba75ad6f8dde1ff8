using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Channels.Sms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace FollowUp.AppTests.Recalls;

/// <summary>An SMS gateway on this machine that keeps the contract of docs/sms-gateway.md, keeps what it takes, and can drop the line where it hurts.</summary>
public sealed class SmsGateway : IAsyncDisposable
{
    public const string Secret = "a secret of the tests";

    public const string ReceiptSecret = "another secret of the tests";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JsonObject> _taken = new();

    private SmsGateway(WebApplication app) => _app = app;

    /// <summary>What to do with a message: null to take it, a status to refuse it with; 0 to take it and drop the line.</summary>
    public Func<JsonObject, int?> Treat { get; set; } = _ => null;

    /// <summary>The clock of the two that share it; signatures are held against it.</summary>
    public Func<Instant> Now { get; set; } = SystemClock.Instance.GetCurrentInstant;

    public Uri Url { get; private set; } = null!;

    /// <summary>The messages that came in whole and signed, and were not refused.</summary>
    public IReadOnlyList<JsonObject> Taken => [.. _taken];

    public static async Task<SmsGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        var gateway = new SmsGateway(builder.Build());
        gateway._app.MapPost("/messages", gateway.TakeAsync);
        await gateway._app.StartAsync();
        gateway.Url = new Uri(new Uri(gateway._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/messages");
        return gateway;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer);
        var body = buffer.ToArray();
        if (!Signature.Holds(System.Text.Encoding.UTF8.GetBytes(Secret), body, http.Request.Headers[Signature.TimeHeader], http.Request.Headers[Signature.Header], Now()))
        {
            http.Response.StatusCode = (int)HttpStatusCode.Unauthorized;
            return;
        }

        var message = JsonNode.Parse(body)!.AsObject();
        var treatment = Treat(message);
        if (treatment is > 0)
        {
            http.Response.StatusCode = treatment.Value;
            return;
        }

        _taken.Enqueue(message);
        if (treatment == 0)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = (int)HttpStatusCode.Accepted;
        await http.Response.WriteAsJsonAsync(new { messageId = $"gw-{message["id"]}" });
    }
}
