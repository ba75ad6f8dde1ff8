using System.Text.Json;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Directory;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using Marten;
using NodaTime;

namespace FollowUp.Recording.Endpoints;

/// <summary>A man's chart: the facts that stand, and every answer asked of them.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Version">His version; <c>If-Match</c> of a correction takes it.</param>
/// <param name="AsOf">As recorded at this instant; null for now.</param>
/// <param name="On">The date the questions are asked for.</param>
/// <param name="RuleSet">The hypogonadism rule set used.</param>
/// <param name="Protocol">The recall protocol used.</param>
/// <param name="Facts">The facts that stand, in clinical order.</param>
/// <param name="Answers">The answers, by name.</param>
public sealed record ChartAnswer(
    Guid PatientId, long Version, Instant? AsOf, LocalDate On, string RuleSet, string Protocol,
    IReadOnlyList<TimelineLine> Facts, IReadOnlyDictionary<string, object> Answers);

/// <summary>One answer of a man's chart.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Version">His version.</param>
/// <param name="AsOf">As recorded at this instant; null for now.</param>
/// <param name="On">The date the question is asked for.</param>
/// <param name="RuleSet">The hypogonadism rule set used.</param>
/// <param name="Protocol">The recall protocol used.</param>
/// <param name="Answer">The answer.</param>
public sealed record OneAnswer(Guid PatientId, long Version, Instant? AsOf, LocalDate On, string RuleSet, string Protocol, object Answer);

/// <summary>A man's timeline: everything recorded, with corrections visible.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Version">His version.</param>
/// <param name="Lines">The lines, in the order they were recorded.</param>
public sealed record TimelineAnswer(Guid PatientId, long Version, IReadOnlyList<TimelineLine> Lines);

/// <summary>One man's chart and timeline, as of any instant.</summary>
public static class ReadEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapReads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/patients/{patientId:guid}/chart", Chart)
            .RequireAuthorization(Policies.Care).WithName("chart").WithTags("Reading")
            .WithSummary("A man's chart: the facts that stand and every answer asked of them.")
            .WithMetadata(new AnswersAsOf()).Produces<ChartAnswer>().ProducesProblem(400).ProducesProblem(404);
        endpoints.MapGet("/patients/{patientId:guid}/timeline", TimelineOf)
            .RequireAuthorization(Policies.Care).WithName("timeline").WithTags("Reading")
            .WithSummary("Everything recorded of a man, with corrections and retractions visible.")
            .WithMetadata(new AnswersAsOf()).Produces<TimelineAnswer>().ProducesProblem(400).ProducesProblem(404);
        foreach (var question in Questions.All)
        {
            endpoints.MapGet($"/patients/{{patientId:guid}}/{Questions.AddressOf(question)}",
                    (Guid patientId, PointOfView view, HttpContext http, Reading reading, CancellationToken token) =>
                        OneAnswerOf(question, patientId, view, http, reading, token))
                .RequireAuthorization(Policies.Care).WithName($"answer_{question.Name}").WithTags("Reading")
                .WithSummary($"One answer of his chart: {question.Name}.")
                .WithMetadata(new AnswersAsOf()).Produces<OneAnswer>().ProducesProblem(400).ProducesProblem(404);
        }
    }

    private static Task<IResult> Chart(Guid patientId, PointOfView view, HttpContext http, Reading reading, CancellationToken token)
    {
        var asked = view.Asked(SignedIn.Of(http).Clinic);
        return reading.AnswerAsync(patientId, view, http, course => course.Cached((asked, view.AsOf), ChartOf).Json, token);
    }

    private static KeptChart ChartOf(PatientCourse course, (Asked Asked, Instant? AsOf) view) => new(Utf8(new ChartAnswer(
        course.PatientId, course.Version, view.AsOf, view.Asked.On, view.Asked.RuleSet, view.Asked.Protocol,
        [.. course.Standing.Select(standing => Timeline.Line(standing.Entry) with { Fact = standing.Fact, CorrectedBy = standing.CorrectedBy })],
        Questions.Ask(course, view.Asked))));

    private static Task<IResult> OneAnswerOf(
        IQuestion question, Guid patientId, PointOfView view, HttpContext http, Reading reading, CancellationToken token)
    {
        var asked = view.Asked(SignedIn.Of(http).Clinic);
        return reading.AnswerAsync(patientId, view, http, course => Utf8(new OneAnswer(
            course.PatientId, course.Version, view.AsOf, view.On, asked.RuleSet, asked.Protocol, question.Ask(course, asked))), token);
    }

    private static Task<IResult> TimelineOf(Guid patientId, PointOfView view, HttpContext http, Reading reading, CancellationToken token) =>
        reading.AnswerAsync(patientId, view, http, course => Utf8(new TimelineAnswer(course.PatientId, course.Version, Timeline.Of(course))), token);

    private static byte[] Utf8<T>(T answer) => JsonSerializer.SerializeToUtf8Bytes(answer, FactJson.Options);

    // A chart is opened again more often than a man's facts change.
    private sealed record KeptChart(byte[] Json);
}

/// <summary>Reads one man's course for an answer, and sends the answer.</summary>
public sealed class Reading(IDocumentStore store, Courses courses, PatientDirectory directory)
{
    /// <summary>Sends what is answered of a man's course as it was known then, its free text opened.</summary>
    /// <remarks>A record that was merged into another then answers with that one, and says so in <c>Content-Location</c>.</remarks>
    /// <param name="patientId">The man.</param>
    /// <param name="view">As of when he is looked at.</param>
    /// <param name="http">The request.</param>
    /// <param name="answer">The answer as JSON; null when his course holds no entry that was named.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IResult> AnswerAsync(
        Guid patientId, PointOfView view, HttpContext http, Func<PatientCourse, byte[]?> answer, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(SignedIn.Of(http).Clinic.Id);
        var known = await courses.ReadAsync(session, patientId, cancellationToken);
        if (known.Version == 0)
        {
            return Problems.UnknownPatient(patientId);
        }

        var course = view.Of(known);
        if (course.Version == 0)
        {
            return Problems.Of(404, "not-yet-enrolled", "He was not enrolled yet at that instant.",
                [Finding.Refusal("NotYetEnrolled", "asOf", view.AsOf, "Ask for a later instant.")]);
        }

        while (course.Merged is { } merged)
        {
            course = view.Of(await courses.ReadAsync(session, merged.Fact.SurvivorId, cancellationToken));
            http.Response.Headers.ContentLocation = Address(http.Request, patientId, course.PatientId);
        }

        if (answer(course) is not { } answered)
        {
            return Problems.Of(404, "unknown-entry", "His course holds no such entry.",
                [Finding.Refusal("UnknownEntry", "entryId", http.GetRouteValue("entryId"), "Take the id from his timeline.")]);
        }

        ReadOnlyMemory<byte> json = answered;
        if (Unsealer.HoldsSealedText(json.Span))
        {
            json = Unsealer.Open(json, (await directory.Find(session, course.PatientId, cancellationToken))?.Key);
        }

        http.Response.Headers.ETag = IfMatch.TagOf(course.Version, json.Span);
        return Results.Bytes(json, "application/json");
    }

    private static string Address(HttpRequest request, Guid patientId, Guid survivorId) =>
        request.Path.Value!.Replace(patientId.ToString(), survivorId.ToString(), StringComparison.OrdinalIgnoreCase) + request.QueryString;
}
