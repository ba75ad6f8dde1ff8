using System.Text.Json;
using FollowUp.Access;
using FollowUp.Patients.Directory;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using FollowUp.Platform.Description;
using Marten;
using NodaTime;

namespace FollowUp.Patients.Recording;

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
            endpoints.MapGet($"/patients/{{patientId:guid}}/{JsonNamingPolicy.KebabCaseLower.ConvertName(question.Name)}",
                    (Guid patientId, PointOfView view, HttpContext http, IDocumentStore store, PatientDirectory directory, CancellationToken token) =>
                        OneAnswerOf(question, patientId, view, http, store, directory, token))
                .RequireAuthorization(Policies.Care).WithName($"answer_{question.Name}").WithTags("Reading")
                .WithSummary($"One answer of his chart: {question.Name}.")
                .WithMetadata(new AnswersAsOf()).Produces<OneAnswer>().ProducesProblem(400).ProducesProblem(404);
        }
    }

    private static async Task<IResult> Chart(
        Guid patientId, PointOfView view, HttpContext http, IDocumentStore store, PatientDirectory directory, ChartCache charts, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var written = view.AsOf is null ? await charts.WrittenAsync(clinic, patientId, token) : null;
        if (written is { } known && charts.Find(clinic, patientId, view.On, known) is { } kept)
        {
            await using var session = store.QuerySession(clinic.Id);
            return await Send(kept.Json, kept.Version, patientId, http, session, directory, token);
        }

        return await Answer(patientId, view, http, store, directory, course => new ChartAnswer(
            course.PatientId, course.Version, view.AsOf, view.On, clinic.RuleSet, clinic.Protocol,
            [.. course.Standing.Select(standing => Timeline.Line(standing.Entry) with { Fact = standing.Fact, CorrectedBy = standing.CorrectedBy })],
            Questions.Ask(course, Questions.For(clinic, view.On))), token, (version, json) =>
            {
                if (written is { } read)
                {
                    charts.Keep(clinic, patientId, view.On, new(read, version, json));
                }
            });
    }

    private static Task<IResult> OneAnswerOf(
        IQuestion question, Guid patientId, PointOfView view, HttpContext http, IDocumentStore store, PatientDirectory directory, CancellationToken token)
    {
        var asked = Questions.For(SignedIn.Of(http).Clinic, view.On);
        return Answer(patientId, view, http, store, directory, course => new OneAnswer(
            course.PatientId, course.Version, view.AsOf, view.On, asked.RuleSet, asked.Protocol, question.Ask(course, asked)), token);
    }

    private static Task<IResult> TimelineOf(Guid patientId, PointOfView view, HttpContext http, IDocumentStore store, PatientDirectory directory, CancellationToken token) =>
        Answer(patientId, view, http, store, directory, course => new TimelineAnswer(course.PatientId, course.Version, Timeline.Of(course)), token);

    private static async Task<IResult> Answer<T>(
        Guid patientId, PointOfView view, HttpContext http, IDocumentStore store, PatientDirectory directory, Func<PatientCourse, T> answer, CancellationToken token,
        Action<long, byte[]>? keep = null)
    {
        var clinic = SignedIn.Of(http).Clinic;
        await using var session = store.QuerySession(clinic.Id);
        if (await session.LoadAsync<CourseDocument>(patientId, token) is not { } document)
        {
            return Problems.UnknownPatient(patientId);
        }

        var course = view.Of(document.Course(clinic.Zone));
        if (course.Version == 0)
        {
            return Problems.Of(404, "not-yet-enrolled", "He was not enrolled yet at that instant.",
                [Finding.Refusal("NotYetEnrolled", "asOf", view.AsOf, "Ask for a later instant.")]);
        }

        var json = JsonSerializer.SerializeToUtf8Bytes(answer(course), FactJson.Options);
        keep?.Invoke(course.Version, json);
        return await Send(json, course.Version, patientId, http, session, directory, token);
    }

    private static async Task<IResult> Send(
        ReadOnlyMemory<byte> json, long version, Guid patientId, HttpContext http, IQuerySession session, PatientDirectory directory, CancellationToken token)
    {
        http.Response.Headers.ETag = $"\"{version}\"";
        if (Unsealer.HoldsSealedText(json.Span))
        {
            json = Unsealer.Open(json, (await directory.Find(session, patientId, token))?.Key);
        }

        return Results.Bytes(json, "application/json");
    }
}
