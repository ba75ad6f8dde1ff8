using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Channels.Sms;

/// <summary>Text messages through an HTTP gateway (docs/sms-gateway.md).</summary>
/// <remarks>
/// Only what the gateway itself says is certain: 2xx took it, 408, 425, 429 and 503 did not and may later; 401 to 405 and 407 refuse us and not the
/// man, any other 4xx this message for good. A connection that could not be made took nothing. Whatever else happens leaves a doubt, and a
/// gateway that answers 5xx gets no further message for a while: one doubt is enough.
/// </remarks>
public sealed class GatewayTransport(SmsSettings settings, IClock clock) : IMessageTransport, IDisposable
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

    // Asked when the connection stands and the next is the message itself.
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
