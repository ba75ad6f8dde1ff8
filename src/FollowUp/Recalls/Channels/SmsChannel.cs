using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Recalls.Rules;
using NodaTime;

namespace FollowUp.Recalls.Channels;

/// <summary>Text messages through an HTTP gateway (docs/sms-gateway.md).</summary>
/// <remarks>
/// Only what the gateway itself says is certain: 2xx took it, 429 and 503 did not and may later, any other 4xx never will. A connection
/// that could not be made took nothing. Whatever else happens leaves a doubt.
/// </remarks>
public sealed class SmsChannel(SmsSettings settings, IClock clock) : IReminderChannel, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        // A request is made once: none is repeated at another address, and a connection left idle is not trusted.
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1),
        UseCookies = false,
    })
    {
        Timeout = settings.Timeout,
    };

    /// <inheritdoc/>
    public Channel Channel => Channel.Sms;

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(RenderedReminder reminder, CancellationToken cancellationToken)
    {
        var length = SmsLength.Of(reminder.Body);
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = reminder.ClaimId, to = reminder.To, text = reminder.Body, alphabet = length.Alphabet == SmsAlphabet.Gsm7 ? "gsm7" : "ucs2", parts = length.Parts,
        });
        var (time, signature) = Signature.Of(settings.Secret, body, clock.GetCurrentInstant());
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(Signature.TimeHeader, time);
        request.Headers.Add(Signature.Header, signature);
        request.Headers.Add("Idempotency-Key", reminder.ClaimId.ToString());
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            return response.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => new(SendResultKind.Accepted, await MessageIdAsync(response, cancellationToken)),
                HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new(SendResultKind.NotSent, Reason: $"Http{(int)response.StatusCode}"),
                >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new(SendResultKind.Refused, Reason: $"Http{(int)response.StatusCode}"),
                _ => new(SendResultKind.Unknown, Reason: $"Http{(int)response.StatusCode}"),
            };
        }
        catch (HttpRequestException lost)
        {
            return lost.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                ? new(SendResultKind.NotSent, Reason: "NoConnection")
                : new(SendResultKind.Unknown, Reason: "ConnectionLost");
        }
        catch (OperationCanceledException)
        {
            return new(SendResultKind.Unknown, Reason: "NoAnswer");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // It was taken, whatever the gateway calls it.
    private static async Task<string?> MessageIdAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            return answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("messageId", out var id)
                && id.ValueKind == JsonValueKind.String ? ProviderId.Of(id.GetString()) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }
}
