using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Http;
using FollowUp.Recalls.Rules.Messages;

namespace FollowUp.Recalls.Channels;

/// <summary>The texts of messages, shown and checked before any is sent.</summary>
public static class TextEndpoints
{
    /// <summary>A text as a man of the clinic would receive it.</summary>
    /// <param name="Language">Its language.</param>
    /// <param name="Channel">The channel it is for.</param>
    /// <param name="Subject">The subject line.</param>
    /// <param name="Body">The text.</param>
    /// <param name="Length">Its length as a text message; null for other channels.</param>
    /// <param name="Findings">Why it must not be used; empty when it may.</param>
    public sealed record TextPreview(Language Language, Channel Channel, string Subject, string Body, SmsLength? Length, IReadOnlyList<Finding> Findings);

    /// <summary>A text to be checked.</summary>
    /// <param name="Language">Its language.</param>
    /// <param name="Channel">The channel it is for.</param>
    /// <param name="Subject">The subject line.</param>
    /// <param name="Body">The text, with <c>{telephone}</c> where the number goes.</param>
    public sealed record TextCheckRequest(Language Language, Channel Channel, string Subject, string Body);

    /// <summary>Maps them.</summary>
    public static void MapTexts(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/reminder-texts", List).RequireAuthorization(Policies.Everybody).WithName("reminder_texts").WithTags("Reminders")
            .WithSummary("Every message text, as this clinic's patients receive it.").Produces<IReadOnlyList<TextPreview>>();
        endpoints.MapPost("/reminder-texts/check", Check).RequireAuthorization(Policies.Everybody).WithName("check_reminder_text").WithTags("Reminders")
            .WithSummary("Checks a text: how a patient would receive it, its length, and why it must not be used. Nothing is stored; texts are set in the configuration.")
            .Accepts<TextCheckRequest>("application/json").Produces<TextPreview>().ProducesProblem(400);
    }

    private static IResult List(HttpContext http, ReminderTexts texts) => Results.Json(
        texts.ByKind.Select(text => Preview(text.Key.Language, text.Key.Channel, text.Value, SignedIn.Of(http).Clinic)), FactJson.Options);

    private static async Task<IResult> Check(HttpContext http, CancellationToken token)
    {
        var request = (TextCheckRequest)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(TextCheckRequest));
        return ChannelRules.Find(request.Channel) is null
            ? throw new UnreadableException(Finding.Refusal("Unreadable", "channel", request.Channel, $"Send one of {string.Join(", ", ChannelRules.All.Select(channel => channel.Channel))}: a call has no text."))
            : Results.Json(Preview(request.Language, request.Channel, new(request.Subject, request.Body), SignedIn.Of(http).Clinic), FactJson.Options);
    }

    /// <summary>A text as a man of the clinic would receive it, and why it must not be used.</summary>
    internal static TextPreview Preview(Language language, Channel channel, ReminderText text, Clinic clinic)
    {
        var filled = TextSettings.Standard.Filled(language, text, clinic.Telephone);
        return new(language, channel, filled.Subject, filled.Body, ChannelRules.Of(channel).LengthOf(filled.Body), TextCheck.Of(language, channel, text, TextSettings.Standard));
    }
}
