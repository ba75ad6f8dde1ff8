using System.ComponentModel;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Platform.References;
using FollowUp.Platform.Texts;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace FollowUp.Recording.Endpoints;

/// <summary>Why the answers of a man's chart are what they are.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Version">His version.</param>
/// <param name="AsOf">As recorded at this instant; null for now.</param>
/// <param name="On">The date the questions are asked for.</param>
/// <param name="RuleSet">The hypogonadism rule set used.</param>
/// <param name="Protocol">The recall protocol used.</param>
/// <param name="Language">The language of the sentences.</param>
/// <param name="Explanations">An explanation for each derived answer, in the order of the questions' names.</param>
public sealed record ExplanationsAnswer(
    Guid PatientId, long Version, Instant? AsOf, LocalDate On, string RuleSet, string Protocol, Language Language, IReadOnlyList<ExplainedAnswer> Explanations);

/// <summary>One derived answer explained.</summary>
/// <param name="Why">The explanation.</param>
/// <param name="Sentences">The same in words: the outcome first.</param>
public sealed record ExplainedAnswer(Explanation Why, IReadOnlyList<string> Sentences)
{
    /// <summary>An explanation with its sentences, in which rules and sources stand by their titles.</summary>
    public static ExplainedAnswer Of(Explanation why, Sentences sentences, Language language) =>
        new(why, [.. sentences.Of(why).Select(sentence => Citations.InWords(sentence, language))]);
}

/// <summary>Why an answer is what it is, and what an entry changed.</summary>
public static class ExplanationEndpoints
{
    private static readonly Dictionary<string, IQuestion> ByAddress = Questions.All.ToDictionary(Questions.AddressOf, StringComparer.Ordinal);

    /// <summary>Maps them.</summary>
    public static void MapExplanations(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/patients/{patientId:guid}/explanations", (
                Guid patientId,
                [Description(AboutLanguage)] string? lang,
                PointOfView view, HttpContext http, Reading reading, CancellationToken token) =>
            ExplainAsync(Questions.All, patientId, lang, view, http, reading, token))
            .RequireAuthorization(Policies.Care).WithName("explanations").WithTags("Reading")
            .WithSummary("Why every answer of his chart is what it is: the rules, each fact used or left out, each threshold with the value compared.")
            .WithMetadata(new AnswersAsOf(), new Shows(Answered: ExplanationExamples.Explanations)).Produces<ExplanationsAnswer>().ProducesProblem(400).ProducesProblem(404);
        endpoints.MapGet("/patients/{patientId:guid}/explanations/{question}", (
                Guid patientId,
                [Description("The answer's name in the chart, or its address, for instance due-items.")] string question,
                [Description(AboutLanguage)] string? lang,
                PointOfView view, HttpContext http, Reading reading, CancellationToken token) =>
            Find(question) is { } found
                ? ExplainAsync([found], patientId, lang, view, http, reading, token)
                : Task.FromResult(Problems.Of(404, "unknown-question", "There is no such answer in a chart.",
                    [Finding.Refusal("Unknown", "question", question, $"Send one of {string.Join(", ", ByAddress.Keys)}.")])))
            .RequireAuthorization(Policies.Care).WithName("explanation").WithTags("Reading")
            .WithSummary("Why one answer of his chart is what it is.")
            .WithMetadata(new AnswersAsOf(), new Shows(Answered: ExplanationExamples.Explanations)).Produces<ExplanationsAnswer>().ProducesProblem(400).ProducesProblem(404);
        endpoints.MapGet("/patients/{patientId:guid}/entries/{entryId:guid}/ripple", (
                Guid patientId, Guid entryId, PointOfView view, HttpContext http, Reading reading, CancellationToken token) =>
            RippleAsync(patientId, entryId, view, http, reading, token))
            .RequireAuthorization(Policies.Care).WithName("ripple").WithTags("Reading")
            .WithSummary("Everything derived that an entry changed when it was recorded, before and after. Send the entry with dryRun=true to see it first.")
            .WithMetadata(new AnswersAsOf(), new Shows(Answered: ExplanationExamples.Ripple)).Produces<RippleAnswer>().ProducesProblem(404);
    }

    internal const string AboutLanguage = "The language of the sentences by its tag, for instance en or tr. Without it Accept-Language decides, else English.";

    private static IQuestion? Find(string name) =>
        ByAddress.GetValueOrDefault(name) ?? Questions.All.FirstOrDefault(question => question.Name == name);

    private static Task<IResult> ExplainAsync(
        IReadOnlyList<IQuestion> questions, Guid patientId, string? lang, PointOfView view, HttpContext http, Reading reading, CancellationToken token)
    {
        var asked = view.Asked(SignedIn.Of(http).Clinic);
        var language = LanguageOf(http.Request, lang);
        http.Response.Headers.ContentLanguage = language.Tag;
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return reading.AnswerAsync(patientId, view, http, course =>
        {
            var sentences = new Sentences(Words.In(language), course);
            return JsonSerializer.SerializeToUtf8Bytes(new ExplanationsAnswer(
                course.PatientId, course.Version, view.AsOf, view.On, asked.RuleSet, asked.Protocol, language,
                [.. questions.SelectMany(question => question.Why(course, asked)).Select(why => ExplainedAnswer.Of(why, sentences, language))]), FactJson.Options);
        }, token);
    }

    private static Task<IResult> RippleAsync(Guid patientId, Guid entryId, PointOfView view, HttpContext http, Reading reading, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        return reading.AnswerAsync(patientId, view, http, course => course.Find(entryId) is { } entry
            ? JsonSerializer.SerializeToUtf8Bytes(Ripple.Of(clinic, course.UpTo(entry.Version - 1), course.UpTo(entry.Version), view.RuleSet), FactJson.Options)
            : null, token);
    }

    /// <summary>The language of the sentences: the one named, else the first accepted that there is, else English.</summary>
    /// <exception cref="UnreadableException">There is no such language.</exception>
    internal static Language LanguageOf(HttpRequest request, string? lang)
    {
        if (lang is null)
        {
            return AcceptedLanguage.Of(request);
        }

        return Language.OfTag(lang)
            ?? throw new UnreadableException(Finding.Refusal("Unknown", "lang", lang, $"Send {string.Join(" or ", Language.All.Select(language => language.Tag))}."));
    }
}
