using FollowUp.Course;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Channels.Sms;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Sending;
using NodaTime;

namespace FollowUp.Recalls.Receipts;

/// <summary>Delivery receipts and replies from the SMS gateway. There is no sign-in: the request is signed.</summary>
public static class ReceiptEndpoints
{
    /// <summary>The status of a message.</summary>
    public enum ReceiptStatus
    {
        /// <summary>It reached his telephone.</summary>
        Delivered,

        /// <summary>It will not reach him.</summary>
        Failed,
    }

    /// <summary>A delivery receipt.</summary>
    /// <param name="Id">The id that the message was posted with.</param>
    /// <param name="Status">Its status.</param>
    /// <param name="At">When.</param>
    /// <param name="MessageId">The gateway's own id.</param>
    /// <param name="Reason">Why it failed, as a code.</param>
    public sealed record Receipt(Guid Id, ReceiptStatus Status, Instant? At = null, string? MessageId = null, string? Reason = null);

    /// <summary>A message that a man sent back.</summary>
    /// <param name="From">His number.</param>
    /// <param name="Text">What he wrote.</param>
    /// <param name="InReplyTo">The id of the message that he answers, if the gateway knows it.</param>
    /// <param name="MessageId">The gateway's own id of it; a reply sent twice is recorded once.</param>
    /// <param name="At">When he sent it. A reply older than his consent does not end it.</param>
    public sealed record Reply(string From, string Text, Guid? InReplyTo = null, string? MessageId = null, Instant? At = null)
    {
        /// <summary>Shows no number.</summary>
        public override string ToString() => "a reply";
    }

    /// <summary>Maps them.</summary>
    public static void MapReceipts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/receipts/sms", TakeReceipt).AllowAnonymous().WithName("sms_receipt").WithTags("Gateway")
            .WithSummary("Takes a delivery receipt from the gateway (docs/sms-gateway.md).")
            .Accepts<Receipt>("application/json").Produces(204).ProducesProblem(400).ProducesProblem(401).ProducesProblem(404);
        endpoints.MapPost("/receipts/sms/replies", TakeReply).AllowAnonymous().WithName("sms_reply").WithTags("Gateway")
            .WithSummary("Takes a patient's reply from the gateway. STOP and İPTAL take effect at once.")
            .Accepts<Reply>("application/json").Produces(204).ProducesProblem(400).ProducesProblem(401);
    }

    private static async Task<IResult> TakeReceipt(HttpContext http, Replies replies, StoreTime time, IConfiguration configuration, CancellationToken token)
    {
        if (await ReadAsync<Receipt>(http, configuration, time, token) is not { } receipt)
        {
            return NotSigned();
        }

        var note = new NoteReminder(receipt.Id, receipt.Status == ReceiptStatus.Delivered ? ReminderOutcome.Delivered : ReminderOutcome.Failed, ReminderRound.Actor)
        {
            At = receipt.At,
            ProviderMessageId = ProviderId.Of(receipt.MessageId),
            Reason = receipt.Status == ReceiptStatus.Failed ? ProviderId.CodeOf(receipt.Reason) : null,
        };
        return await replies.NoteAsync(note, token)
            ? Results.NoContent()
            : Problems.Of(404, "unknown-message", "There is no such message here.", [Finding.Refusal("UnknownMessage", "id", receipt.Id, "Send the id that the message was posted with.")]);
    }

    private static async Task<IResult> TakeReply(HttpContext http, Replies replies, StoreTime time, IConfiguration configuration, ILogger<Replies> log, CancellationToken token)
    {
        if (await ReadAsync<Reply>(http, configuration, time, token) is not { } reply)
        {
            return NotSigned();
        }

        // Without the gateway's own id, signing time, sender and text identify it.
        var now = time.GetCurrentInstant();
        var key = reply.MessageId is { Length: > 0 } id ? id : $"{http.Request.Headers[Signature.TimeHeader]}/{reply.From}/{reply.InReplyTo:N}/{reply.Text}";
        var origin = new ReplyOrigin($"sms/{key}", Instant.Min(now, reply.At ?? now));
        if ((await replies.TakeAsync(reply.Text, reply.InReplyTo, reply.From, origin, token)).PassedOver)
        {
            log.LogWarning("A reply that asks for no more messages is older than the man's consent and does not end it");
        }

        return Results.NoContent();
    }

    private static async Task<T?> ReadAsync<T>(HttpContext http, IConfiguration configuration, StoreTime time, CancellationToken token)
        where T : class
    {
        var body = await JsonBody.ReadAsync(http.Request, token);
        var headers = http.Request.Headers;
        return SmsSettings.Read(configuration) is { } settings
            && Signature.Holds(settings.ReceiptSecret, body, headers[Signature.TimeHeader], headers[Signature.Header], time.GetCurrentInstant())
            ? (T)JsonBody.To(JsonBody.Parse(body), typeof(T))
            : null;
    }

    private static IResult NotSigned() => Problems.Of(401, "not-signed", "The signature is wrong or too old.",
        [Finding.Refusal("NotSigned", Signature.Header, null, "Sign time and body with the receipt secret, and send within five minutes. See docs/sms-gateway.md.")]);
}
