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

/// <summary>The men of a clinic whose testosterone a clinician has to review.</summary>
public sealed class HormonesActivity : IActivity
{
    /// <summary>A man with a flag. A flag leads to a clinician's review and never proposes a treatment.</summary>
    /// <param name="PatientId">The man.</param>
    /// <param name="Flag">The flag with its reasons.</param>
    /// <param name="Review">The review of this flag; null while it waits for one.</param>
    public sealed record FlaggedMan(Guid PatientId, HypogonadismFlag Flag, FlagReview? Review);

    /// <summary>The flagged men of a clinic.</summary>
    /// <param name="AsOf">As recorded at this instant; null for now.</param>
    /// <param name="On">The date asked for.</param>
    /// <param name="RuleSet">The rule set used.</param>
    /// <param name="Men">How many men the clinic has.</param>
    /// <param name="Flagged">Those with a flag.</param>
    public sealed record FlagsAnswer(Instant? AsOf, LocalDate On, RuleSetReference RuleSet, int Men, IReadOnlyList<FlaggedMan> Flagged);

    /// <summary>Refuses to start when a clinic names an unknown rule set, so that no answer is given under another one.</summary>
    /// <exception cref="InvalidOperationException">A clinic names an unknown rule set.</exception>
    public void Configure(StoreOptions store, IServiceProvider services)
    {
        foreach (var clinic in services.GetRequiredService<ClinicRegistry>().All.Where(clinic => !PublishedRuleSets.All.ContainsKey(clinic.RuleSet)))
        {
            throw new InvalidOperationException(
                $"FollowUp:Clinics: {clinic.Id} names the rule set {clinic.RuleSet}, which is unknown. Name one of: {string.Join(", ", PublishedRuleSets.All.Keys)}.");
        }
    }

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/flags", Flags)
        .RequireAuthorization(Policies.Care).WithName("flags").WithTags("Lists")
        .WithSummary("The men whose testosterone a clinician has to review, each with the reasons and the review, if there is one.")
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
