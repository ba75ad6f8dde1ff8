using FollowUp.Access;
using FollowUp.Hormones.Rules;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using FollowUp.Platform.Description;
using JasperFx;
using Marten.Exceptions;
using NodaTime;

namespace FollowUp.Hormones.Guidelines;

/// <summary>Which rule sets there are, what another one would change, and the clinic's choice.</summary>
public static class GuidelineEndpoints
{
    /// <summary>The published rule sets and the clinic's choice.</summary>
    /// <param name="InForce">The id of the one in force then.</param>
    /// <param name="RuleSets">Every one.</param>
    /// <param name="Adopted">What the clinic has adopted by then, in that order; until the first one its configuration holds.</param>
    public sealed record GuidelinesAnswer(string InForce, IReadOnlyList<RuleSetReference> RuleSets, IReadOnlyList<AdoptionAnswer> Adopted);

    /// <summary>A rule set that the clinic adopted.</summary>
    /// <param name="At">From when on it is in force.</param>
    /// <param name="By">Who adopted it.</param>
    /// <param name="From">The rule set in force before.</param>
    /// <param name="RuleSet">The rule set adopted.</param>
    /// <param name="Men">How many men were looked at.</param>
    /// <param name="Changing">How many of them have another flag or recall under it.</param>
    public sealed record AdoptionAnswer(Instant At, string By, string From, string RuleSet, int Men, int Changing);

    /// <summary>A choice of rule set.</summary>
    /// <param name="RuleSet">Its id.</param>
    public sealed record AdoptionRequest(string RuleSet);

    private static readonly DifferenceStep ExampleStep = new(100, 310,
    [
        new(Guid.Parse("0190a1b2-0000-7000-8000-00000000000a"),
            [new("hypogonadism.status", null, "Present", HypogonadismStatus.LowUnconfirmed, HypogonadismStatus.Indeterminate)]),
    ]);

    /// <summary>Maps them.</summary>
    public static void MapGuidelines(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/guidelines", List)
            .RequireAuthorization(Policies.Everybody).WithName("guidelines").WithTags("Guidelines")
            .WithSummary("The published rule sets, which one the clinic uses, and what it has adopted.")
            .WithMetadata(new AnswersAsOf()).Produces<GuidelinesAnswer>().ProducesProblem(400);
        endpoints.MapGet("/guidelines/{id}/difference", Differ)
            .RequireAuthorization(Policies.Clinical).WithName("guideline_difference").WithTags("Guidelines")
            .WithSummary("Man by man, whose flag and which recall would change under a rule set; one line for each hundred men. Nothing is adopted.")
            .WithMetadata(new AnswersAsOf(), new Shows(Answered: ExampleStep)).Produces<DifferenceStep>(contentType: NdJson.MediaType).ProducesProblem(400).ProducesProblem(404);
        endpoints.MapPost("/guidelines/adoptions", Adopt)
            .RequireAuthorization(Policies.Administration).WithName("adopt_guideline").WithTags("Guidelines")
            .WithSummary("Adopt a rule set for the clinic, from now on. The men that change are counted and the number is recorded with it.")
            .WithMetadata(new Shows(new AdoptionRequest("BSSM-2023.1"), new AdoptionAnswer(
                Instant.FromUtc(2026, 3, 5, 8, 35), "administrator-1", PublishedRuleSets.Default, "BSSM-2023.1", Men: 310, Changing: 103)))
            .Accepts<AdoptionRequest>("application/json").Produces<AdoptionAnswer>(201).ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> List(PointOfView view, HttpContext http, Adoptions adoptions, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var adopted = await adoptions.OfAsync(clinic.Id, token);
        return Results.Json(new GuidelinesAnswer(
            clinic.RuleSetAt(view.AsOf),
            [.. PublishedRuleSets.All.Values.Select(ruleSet => ruleSet.Reference)],
            [.. adopted.Where(adoption => !(adoption.At > view.AsOf)).Select(Answer)]), FactJson.Options);
    }

    private static async Task Differ(string id, PointOfView view, HttpContext http, RuleSetDifference difference, CancellationToken token)
    {
        if (RuleSetIds.Refuse("id", id) is { } refused)
        {
            await Problems.Of(404, "unknown-rule-set", "There is no such rule set.", [refused]).ExecuteAsync(http);
            return;
        }

        await NdJson.SendAsync(http, difference.AskAsync(SignedIn.Of(http).Clinic, view, id, token), token);
    }

    private static async Task<IResult> Adopt(HttpContext http, Adoptions adoptions, RuleSetDifference difference, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var request = (AdoptionRequest)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(AdoptionRequest));
        if (RuleSetIds.Refuse("ruleSet", request.RuleSet) is { } unknown)
        {
            return Problems.Of(422, "refused", "No rule set was adopted.", [unknown]);
        }

        var adopted = await adoptions.OfAsync(user.Clinic.Id, token);
        var from = adopted.Count > 0 ? adopted[^1].Fact.RuleSet : user.Clinic.RuleSet;
        if (from == request.RuleSet)
        {
            return Problems.Of(422, "refused", "No rule set was adopted.",
                [Finding.Refusal("AlreadyInForce", "ruleSet", from, "It is in force already. GET /guidelines lists the others.")]);
        }

        var (men, changing) = (0, 0);
        var view = new PointOfView(null, time.GetCurrentInstant().InZone(user.Clinic.Zone).Date, from);
        await foreach (var step in difference.AskAsync(user.Clinic, view, request.RuleSet, token))
        {
            men = step.Done;
            changing += step.Changed.Count;
        }

        var at = time.GetCurrentInstant();
        var fact = new RuleSetAdopted(from, request.RuleSet, men, changing);
        try
        {
            await adoptions.AdoptAsync(user.Clinic, fact, adopted.Count, user.UserId, at, token);
        }
        catch (Exception raced) when (raced is ExistingStreamIdCollisionException or ConcurrencyException)
        {
            return Problems.Of(409, "conflict", "Another rule set was adopted at the same moment. Look at the list again, then decide.");
        }

        return Results.Json(Answer(new(at, user.UserId, fact)), FactJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static AdoptionAnswer Answer(Adoption adoption) =>
        new(adoption.At, adoption.By, adoption.Fact.From, adoption.Fact.RuleSet, adoption.Fact.Men, adoption.Fact.Changing);
}
