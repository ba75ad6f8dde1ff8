using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Channels.Sms;

/// <summary>Text messages through an HTTP gateway (docs/sms-gateway.md).</summary>
/// <remarks>
/// Only the gateway's own answer is certain: 2xx accepted the message; 408, 425, 429 and 503 did not, and may later; 401 to 405 and 407 refuse
/// this installation; any other 4xx refuses this message for good. Without a connection nothing was sent. Any other result is uncertain, and a
/// gateway that answers 5xx is held for a while, so that not every message becomes uncertain.
/// </remarks>
public sealed class GatewayTransport(SmsSettings settings, IClock clock) : IMessageTransport, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        // Each request is sent once: no redirects, and no idle connections whose failure would make the result uncertain.
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
    public string Name => "Channels.Gateway";

    /// <inheritdoc/>
    public async Task<SendResult> SendAsync(RenderedReminder reminder, CancellationToken cancellationToken)
    {
        var length = SmsLength.Of(reminder.Body);
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = reminder.ClaimId, to = reminder.To, text = reminder.Body, alphabet = length.Alphabet == SmsAlphabet.Gsm7 ? "gsm7" : "ucs2", parts = length.Parts,
        });
        var (time, signature) = Signature.Of(settings.Secret, body, clock.GetCurrentInstant());
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new FencedContent(body, reminder.Fence) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(Signature.TimeHeader, time);
        request.Headers.Add(Signature.Header, signature);
        request.Headers.Add("Idempotency-Key", reminder.ClaimId.ToString());
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            var reason = $"Http{(int)response.StatusCode}";
            return (int)response.StatusCode switch
            {
                >= 200 and < 300 => new(SendResultKind.Accepted, await MessageIdAsync(response, cancellationToken)),
                408 or 425 or 429 or 503 => new(SendResultKind.NotSent, Reason: reason),
                >= 401 and <= 405 or 407 => new(SendResultKind.NotSent, Reason: reason) { ChannelFails = true },
                >= 400 and < 500 => new(SendResultKind.Refused, Reason: reason),
                var status => new(SendResultKind.Unknown, Reason: reason) { ChannelFails = status >= 500 },
            };
        }
        catch (OvertakenException)
        {
            return new(SendResultKind.NotSent, Reason: SendResult.Overtaken);
        }
        catch (HttpRequestException overtaken) when (overtaken.InnerException is OvertakenException)
        {
            return new(SendResultKind.NotSent, Reason: SendResult.Overtaken);
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

    // The message was accepted, even if the gateway's id for it cannot be read.
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

    // Asks the fence when the connection is open and the message is sent next.
    private sealed class FencedContent(byte[] body, Fence fence) : ByteArrayContent(body)
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            if (!await fence.PassAsync(cancellationToken))
            {
                throw new OvertakenException();
            }

            await base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
    }
}
