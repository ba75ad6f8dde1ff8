using FollowUp.Access;
using FollowUp.Course.Json;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Platform;
using FollowUp.Platform.Description;
using FollowUp.Recording;
using Marten;
using NodaTime;

namespace FollowUp.Hormones;

/// <summary>The men of a clinic whose testosterone asks for a clinician's look.</summary>
public sealed class HormonesActivity : IActivity
{
    /// <summary>A man with a flag; it leads to a clinician's review, never to a proposal of treatment.</summary>
    /// <param name="PatientId">The man.</param>
    /// <param name="Flag">The flag with its reasons.</param>
    /// <param name="Review">The review that answers it; null while it waits for one.</param>
    public sealed record FlaggedMan(Guid PatientId, HypogonadismFlag Flag, FlagReview? Review);

    /// <summary>The flagged men of a clinic.</summary>
    /// <param name="AsOf">As recorded at this instant; null for now.</param>
    /// <param name="On">The date asked for.</param>
    /// <param name="RuleSet">The rule set used.</param>
    /// <param name="Men">How many men were looked at.</param>
    /// <param name="Flagged">Those with a flag.</param>
    public sealed record FlagsAnswer(Instant? AsOf, LocalDate On, RuleSetReference RuleSet, int Men, IReadOnlyList<FlaggedMan> Flagged);

    /// <summary>Refuses to start with a rule set that nobody published: answers under another would be taken for its own.</summary>
    /// <exception cref="InvalidOperationException">A clinic names one.</exception>
    public void Configure(StoreOptions store, IServiceProvider services)
    {
        foreach (var clinic in services.GetRequiredService<ClinicRegistry>().All.Where(clinic => !PublishedRuleSets.All.ContainsKey(clinic.RuleSet)))
        {
            throw new InvalidOperationException(
                $"FollowUp:Clinics: {clinic.Id} names the rule set {clinic.RuleSet}. There are: {string.Join(", ", PublishedRuleSets.All.Keys)}.");
        }
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/flags", Flags)
        .RequireAuthorization(Policies.Care).WithName("flags").WithTags("Lists")
        .WithSummary("Men whose testosterone asks for a clinician's look, each with the reasons and the review, where there is one.")
        .WithMetadata(new AnswersAsOf()).Produces<FlagsAnswer>().ProducesProblem(400);

    private static async Task<IResult> Flags(PointOfView view, HttpContext http, IDocumentStore store, Courses courses, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var ruleSet = PublishedRuleSets.Of(view.Asked(clinic).RuleSet);
        var (men, flagged) = (0, new List<FlaggedMan>());
        await using var session = store.QuerySession(clinic.Id);
        await foreach (var course in courses.AllAsync(session, view, token))
        {
            men++;
            var answer = HypogonadismAnswer.Of(course, ruleSet);
            if (answer.Present.ForReview.Count > 0)
            {
                flagged.Add(new(course.PatientId, answer.Present, answer.Review));
            }
        }

        return Results.Json(new FlagsAnswer(view.AsOf, view.On, ruleSet.Reference, men, flagged), FactJson.Options);
    }
}
