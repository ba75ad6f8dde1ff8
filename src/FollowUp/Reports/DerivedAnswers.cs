using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Recording;
using Marten;
using NodaTime;

namespace FollowUp.Reports;

/// <summary>Every derived answer of one man, under every rule set.</summary>
/// <param name="PatientId">The man; nothing else here says who he is.</param>
/// <param name="Version">His version.</param>
/// <param name="AsOf">As recorded at this instant; null for now.</param>
/// <param name="On">The date the questions are asked for.</param>
/// <param name="Protocol">The recall protocol used.</param>
/// <param name="RuleSets">Every answer by name, under each hypogonadism rule set by id.</param>
public sealed record ManAnswers(
    Guid PatientId, long Version, Instant? AsOf, LocalDate On, string Protocol,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, object>> RuleSets);

/// <summary>Every answer of every man, for audits and for comparison with other implementations.</summary>
public static class DerivedAnswers
{
    /// <summary>Maps <c>GET /answers</c>.</summary>
    public static void MapDerivedAnswers(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/answers", (PointOfView view, HttpContext http, IDocumentStore store, Courses courses, CancellationToken token) =>
            NdJson.SendAsync(http, AllAsync(SignedIn.Of(http), view, store, courses, token), token))
        .RequireAuthorization(Policies.Care).WithName("answers").WithTags("Lists")
        .WithSummary("Every derived answer of every man under every rule set, or the one named; one line for each man, with his id and true dates. Not for researchers: together with the datasets it would reveal who is who.")
        .WithMetadata(new AnswersAsOf()).Produces<ManAnswers>(contentType: NdJson.MediaType).ProducesProblem(400);

    private static async IAsyncEnumerable<ManAnswers> AllAsync(
        SignedIn user, PointOfView view, IDocumentStore store, Courses courses, [EnumeratorCancellation] CancellationToken token)
    {
        var asked = view.Asked(user.Clinic);
        var ruleSets = view.RuleSet is { } named ? [named] : PublishedGuidelines.Ids(GuidelineKind.RuleSet);
        await using var session = store.QuerySession(user.Clinic.Id);
        await foreach (var answers in courses.All(session, view).AskAsync(Answers, token))
        {
            yield return answers;
        }

        ManAnswers Answers(PatientCourse course) => new(
            course.PatientId, course.Version, view.AsOf, view.On, asked.Protocol,
            ruleSets.ToDictionary(id => id, id => Questions.Ask(course, asked with { RuleSet = id }), StringComparer.Ordinal));
    }
}
