using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Reports.Making;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Console;

namespace FollowUp.CommandLine;

/// <summary>
/// The API that every command with data uses: that of the running server; without one, that of the same application inside this process, without
/// scheduler, agents or queue listeners.
/// </summary>
public sealed class Api : IAsyncDisposable
{
    private static readonly TimeSpan LiveWithin = TimeSpan.FromSeconds(5);

    private readonly WebApplication? _inside;

    private Api(HttpClient client, WebApplication? inside) => (Client, _inside) = (client, inside);

    /// <summary>The client, signed in.</summary>
    public HttpClient Client { get; }

    /// <summary>Finds the running server, or starts the application inside, and signs in.</summary>
    /// <param name="role">The role that the command needs.</param>
    /// <param name="clinic">The clinic, if one was named.</param>
    /// <param name="cancellationToken">Stops waiting for an answer.</param>
    /// <param name="serverFor">Why a running server is needed, as a sentence; null when the application inside this process will do.</param>
    public static async Task<Api> OpenAsync(string role, string? clinic, CancellationToken cancellationToken, string? serverFor = null)
    {
        var settings = Settings.Read();
        var token = settings["FOLLOWUP_TOKEN"] is { Length: > 0 } given ? given : Token(settings, role, clinic, "command-line");
        var url = settings.Url();
        WebApplication? inside = null;
        if (!await LivesAsync(url, cancellationToken))
        {
            if (!url.IsLoopback || serverFor is not null)
            {
                throw new CommandFailedException($"No server answers at {url}. {serverFor ?? "Check FOLLOWUP_URL, or start the server."}");
            }

            inside = Hosting.Build([], NodeRole.Command, builder =>
            {
                builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("FollowUp:Url", (string?)"http://127.0.0.1:0")]);

                // Errors come back as problems and are printed as sentences; standard output is for the command's result.
                builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
                    .AddFilter<ConsoleLoggerProvider>(category: null, LogLevel.Critical);
            });
            await inside.RequireSchemaAsync(cancellationToken);
            await inside.StartAsync(cancellationToken);
            url = new Uri(inside.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        }

        var client = new HttpClient { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Api(client, inside);
    }

    /// <summary>A token of the development issuer.</summary>
    /// <exception cref="CommandFailedException">There is no such issuer here.</exception>
    public static string Token(IConfiguration settings, string role, string? clinic, string user)
    {
        var issuer = DevelopmentIssuer.From(settings) ?? throw new CommandFailedException(
            "There is no development issuer here. Set FOLLOWUP_TOKEN to a token of your sign-in provider.");
        return issuer.Issue(user, role, settings.Clinic(clinic), new StoreTime(TimeProvider.System).GetCurrentInstant());
    }

    /// <summary>Gets an address. When a background job makes the answer, waits for it.</summary>
    /// <exception cref="CommandFailedException">The answer is a problem, or the job failed.</exception>
    public async Task<HttpResponseMessage> GetAsync(string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var response = await SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Accepted)
        {
            if (response.Headers.TryGetValues(ReportEndpoints.EventsBehind, out var behind))
            {
                await Console.Error.WriteLineAsync(
                    $"Recent events that are not in the report yet: {behind.First()}. It is complete up to the event in its header. Run the command again in some seconds, or with --as-of, to include them.");
            }

            return response;
        }

        using (response)
        {
            return await GetAsync(await new JobWait(this, response.Headers.Location!).DocumentAsync(cancellationToken), cancellationToken);
        }
    }

    /// <summary>Gets an address; null when there is nothing at it.</summary>
    /// <exception cref="CommandFailedException">The answer is another problem.</exception>
    public async Task<HttpResponseMessage?> FindAsync(string address, CancellationToken cancellationToken)
    {
        var response = await Client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode != HttpStatusCode.NotFound)
        {
            return await SuccessOfAsync(response, cancellationToken);
        }

        response.Dispose();
        return null;
    }

    /// <summary>Sends a request; the body of the answer is read as it arrives.</summary>
    /// <exception cref="CommandFailedException">The answer is a problem.</exception>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        await SuccessOfAsync(await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken), cancellationToken);

    /// <summary>The objects of an NDJSON answer, as they arrive.</summary>
    public static async IAsyncEnumerable<JsonObject> Lines(
        HttpResponseMessage response, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken), Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            yield return JsonNode.Parse(line)!.AsObject();
        }
    }

    /// <summary>The query of the parameters that were given.</summary>
    public static string Query(params (string Name, string? Value)[] parameters)
    {
        var given = parameters.Where(parameter => parameter.Value is not null)
            .Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value!)}").ToList();
        return given.Count == 0 ? "" : "?" + string.Join('&', given);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_inside is not null)
        {
            await _inside.StopAsync();
            await _inside.DisposeAsync();
        }
    }

    private static async Task<HttpResponseMessage> SuccessOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            foreach (var caution in response.Headers.TryGetValues(Cautions.Header, out var cautions) ? cautions : [])
            {
                await Console.Error.WriteLineAsync(caution);
            }

            return response;
        }

        using (response)
        {
            throw new CommandFailedException(InWords(response, await response.Content.ReadAsStringAsync(cancellationToken)));
        }
    }

    private static async Task<bool> LivesAsync(Uri url, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = LiveWithin };
        try
        {
            using var response = await client.GetAsync(new Uri(url, "/health/live"), cancellationToken);
            return response.IsSuccessStatusCode
                ? true
                : throw new CommandFailedException($"The program that answers at {url} is not FollowUp. Set FOLLOWUP_URL to the address of the server.");
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    private static string InWords(HttpResponseMessage response, string body)
    {
        if (response.Content.Headers.ContentType?.MediaType is not (MediaTypeNames.Application.ProblemJson or MediaTypeNames.Application.Json)
            || JsonNode.Parse(body) is not JsonObject problem)
        {
            return ByStatus((int)response.StatusCode);
        }

        var errors = (problem["errors"] as JsonArray ?? []).Select(error => ErrorInWords(error!.AsObject()));
        return string.Join(Environment.NewLine, [ByStatus((int)response.StatusCode, problem["title"]?.ToString()), .. errors]);
    }

    /// <summary>An error of a problem as a sentence: field, value, remedy.</summary>
    public static string ErrorInWords(JsonObject error) =>
        $"  {error["field"]}{(error["value"] is { } value ? $" ({value})" : "")}: {error["message"]}";

    private static string ByStatus(int status, string? title = null) => status switch
    {
        401 => "The token is not accepted: it has expired, or this server does not know its issuer. Get a new one.",
        403 => title is null || title.Contains("no clinic of that id", StringComparison.Ordinal) ? "Your role may not do this, or the server has no clinic of that id. Name one that it serves with --clinic." : title,
        404 when title is null or "Not Found" => "The server has no such address.",
        _ => title ?? $"The server answered {status}.",
    };
}
