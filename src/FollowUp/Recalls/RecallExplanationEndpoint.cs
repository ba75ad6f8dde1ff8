using System.ComponentModel;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Course.Json;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Platform.Texts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Recording;
using FollowUp.Recording.Endpoints;
using NodaTime;

namespace FollowUp.Recalls;

/// <summary>Explains why a man is recalled and reminded, or is not.</summary>
public static class RecallExplanationEndpoint
{
    /// <summary>Every item of a man, explained.</summary>
    /// <param name="PatientId">The man.</param>
    /// <param name="Version">His version.</param>
    /// <param name="AsOf">As recorded at this instant; null for now.</param>
    /// <param name="At">The instant whose day and hour were asked for.</param>
    /// <param name="Protocol">The protocol in force, with its source.</param>
    /// <param name="Items">The items of every operation.</param>
    /// <param name="NotAsked">The recalls that are not asked of him.</param>
    public sealed record RecallExplanation(
        Guid PatientId, long Version, Instant? AsOf, Instant At, Guideline Protocol, IReadOnlyList<ExplainedItem> Items, IReadOnlyList<ExplainedAnswer> NotAsked);

    /// <summary>One item.</summary>
    /// <param name="Item">The item: its operation and day, the dates counted from it, its state, attempts, messages and next step.</param>
    /// <param name="Plan">Whether and why its next message is planned.</param>
    /// <param name="Planned">That message; null when there is none.</param>
    /// <param name="Gates">Every gate, open or closed, with the entry that decides it.</param>
    /// <param name="Explanations">Why, in words.</param>
    public sealed record ExplainedItem(
        DueItem Item, ReminderPlan Plan, PlannedReminder? Planned, IReadOnlyList<AskedGate> Gates, IReadOnlyList<ExplainedAnswer> Explanations);

    /// <summary>Maps it.</summary>
    public static void MapRecallExplanation(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/patients/{patientId:guid}/recalls/explanation", Explain).RequireAuthorization(Policies.Care).WithName("explain_recalls").WithTags("Reading")
        .WithSummary("Why he is recalled and reminded, or is not: protocol, operation, dates, every gate open or closed, every attempt and message, what comes next.")
        .WithMetadata(new AnswersAsOf()).Produces<RecallExplanation>().ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> Explain(
        Guid patientId,
        [Description("Only this step of the protocol, for instance CONTACT_6W.")] string? step,
        [Description(ExplanationEndpoints.AboutLanguage)] string? lang,
        PointOfView view, HttpContext http, Reading reading, SendingPauses pauses, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var terms = RecallTerms.Of(view.Asked(clinic));
        var steps = terms.Protocol.Recalls.Select(recall => recall.Key).ToList();
        if (step is not null && !steps.Contains(step))
        {
            throw new UnreadableException(Finding.Refusal("Unreadable", "step", step, $"Send one of {string.Join(", ", steps)}."));
        }

        var language = ExplanationEndpoints.LanguageOf(http.Request, lang);
        var at = RecallEndpoints.AskedAt(clinic, view, terms, time);

        // A pause is not a fact in his record, so only the present pause is known.
        var paused = view.AsOf is null && await pauses.HoldAsync(clinic.Id, token);
        return await reading.AnswerAsync(patientId, view, http, course =>
        {
            var sentences = new Sentences(Words.In(language), course);
            IReadOnlyList<ExplainedAnswer> InWords(IEnumerable<Explanation> why) =>
                [.. why.Where(each => step is null || each.Item == step).Select(each => ExplainedAnswer.Of(each, sentences, language))];
            return JsonSerializer.SerializeToUtf8Bytes(new RecallExplanation(
                course.PatientId, course.Version, view.AsOf, at, new(terms.Protocol.Id, terms.Protocol.Source),
                [.. ItemReview.Of(course, terms, at, paused).Where(review => step is null || review.Item.Recall == step)
                    .Select(review => new ExplainedItem(review.Item, review.Plan, review.Planned, review.Gates, InWords(review.Why)))],
                InWords(ItemReview.NotAsked(course, terms, view.On))), FactJson.Options);
        }, token);
    }
}
