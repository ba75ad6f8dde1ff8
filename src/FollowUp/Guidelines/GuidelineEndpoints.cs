using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using NodaTime;

namespace FollowUp.Guidelines;

/// <summary>Which guidelines there are, what another one would change, and the clinic's choice.</summary>
public static class GuidelineEndpoints
{
    /// <summary>The published guidelines and the clinic's choice.</summary>
    /// <param name="InForce">Those in force then.</param>
    /// <param name="RuleSets">Every rule set.</param>
    /// <param name="Protocols">Every recall protocol, with every choice of its optional items.</param>
    /// <param name="Adopted">What the clinic has adopted by then, in that order; until the first one its configuration holds.</param>
    public sealed record GuidelinesAnswer(
        InForceAnswer InForce, IReadOnlyList<Guideline> RuleSets, IReadOnlyList<Guideline> Protocols, IReadOnlyList<AdoptionAnswer> Adopted);

    /// <summary>The guidelines in force.</summary>
    /// <param name="RuleSet">The rule set's id.</param>
    /// <param name="Protocol">The recall protocol's id.</param>
    public sealed record InForceAnswer(string RuleSet, string Protocol);

    /// <summary>A guideline that the clinic adopted.</summary>
    /// <param name="At">From when on it is in force.</param>
    /// <param name="By">Who adopted it.</param>
    /// <param name="From">The one in force before.</param>
    /// <param name="RuleSet">The rule set adopted; null when it was a protocol.</param>
    /// <param name="Protocol">The recall protocol adopted; null when it was a rule set.</param>
    /// <param name="Men">How many men were looked at.</param>
    /// <param name="Changing">How many of them have another flag or recall under it.</param>
    public sealed record AdoptionAnswer(Instant At, string By, string From, string? RuleSet, string? Protocol, int Men, int Changing);

    /// <summary>A choice of one guideline.</summary>
    /// <param name="RuleSet">A rule set's id.</param>
    /// <param name="Protocol">Or a recall protocol's.</param>
    public sealed record AdoptionRequest(string? RuleSet = null, string? Protocol = null);

    private static readonly DifferenceStep ExampleStep = new(100, 310,
    [
        new(Guid.Parse("0190a1b2-0000-7000-8000-00000000000a"),
            [new("hypogonadism.status", null, "Present", new("HypogonadismStatus", "LowUnconfirmed"), new("HypogonadismStatus", "Indeterminate"))]),
    ]);

    /// <summary>Maps them.</summary>
    public static void MapGuidelines(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/guidelines", List)
            .RequireAuthorization(Policies.Everybody).WithName("guidelines").WithTags("Guidelines")
            .WithSummary("The published rule sets and recall protocols, which ones the clinic uses, and what it has adopted.")
            .WithMetadata(new AnswersAsOf()).Produces<GuidelinesAnswer>().ProducesProblem(400);
        endpoints.MapGet("/guidelines/{id}/difference", Differ)
            .RequireAuthorization(Policies.Clinical).WithName("guideline_difference").WithTags("Guidelines")
            .WithSummary("Man by man, whose flag and which recall would change under a rule set or protocol; one line for each hundred men. Nothing is adopted.")
            .WithMetadata(new AnswersAsOf(), new Shows(Answered: ExampleStep)).Produces<DifferenceStep>(contentType: NdJson.MediaType).ProducesProblem(400).ProducesProblem(404);
        endpoints.MapPost("/guidelines/adoptions", Adopt)
            .RequireAuthorization(Policies.Administration).WithName("adopt_guideline").WithTags("Guidelines")
            .WithSummary("Adopt a rule set or a recall protocol for the clinic, from now on. The men that change are counted and the number is recorded with it.")
            .WithMetadata(new Shows(new AdoptionRequest("BSSM-2023.1"), new AdoptionAnswer(
                Instant.FromUtc(2026, 3, 5, 8, 35), "administrator-1", "EAU-2023.1", "BSSM-2023.1", null, Men: 310, Changing: 103)))
            .Accepts<AdoptionRequest>("application/json").Produces<AdoptionAnswer>(201).ProducesProblem(400).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> List(PointOfView view, HttpContext http, Adoptions adoptions, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var adopted = await adoptions.OfAsync(clinic.Id, token);
        return Results.Json(new GuidelinesAnswer(
            new(clinic.InForce(GuidelineKind.RuleSet, view.AsOf), clinic.InForce(GuidelineKind.Protocol, view.AsOf)),
            PublishedGuidelines.Of(GuidelineKind.RuleSet).All,
            PublishedGuidelines.Of(GuidelineKind.Protocol).All,
            [.. adopted.Where(adoption => !(adoption.At > view.AsOf)).Select(Answer)]), FactJson.Options);
    }

    private static async Task Differ(string id, PointOfView view, HttpContext http, GuidelineDifference difference, CancellationToken token)
    {
        if (PublishedGuidelines.Find(id) is not { } guidelines)
        {
            await Problems.Of(404, "unknown-guideline", "There is no such rule set or protocol.",
                [Finding.Refusal("Unknown", "id", id, "GET /guidelines lists them.")]).ExecuteAsync(http);
            return;
        }

        await NdJson.SendAsync(http, difference.AskAsync(SignedIn.Of(http).Clinic, view, guidelines, id, token), token);
    }

    private static async Task<IResult> Adopt(HttpContext http, Adoptions adoptions, GuidelineDifference difference, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var request = (AdoptionRequest)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(AdoptionRequest));
        if (request.RuleSet is null == request.Protocol is null)
        {
            return Refused(Finding.Refusal("OneOf", "ruleSet", request.RuleSet, "Name one guideline: ruleSet or protocol."));
        }

        var (kind, field, id) = request.RuleSet is { } ruleSet ? (GuidelineKind.RuleSet, "ruleSet", ruleSet) : (GuidelineKind.Protocol, "protocol", request.Protocol!);
        var (adopted, refused) = await adoptions.AdoptAsync(user, kind, field, id, difference, time, token);
        return refused is not null ? Refused(refused)
            : adopted is null ? Problems.Of(409, "conflict", "Another guideline was adopted at the same moment. Look at the list again, then decide.")
            : Results.Json(Answer(adopted), FactJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static IResult Refused(Finding finding) => Problems.Of(422, "refused", "No guideline was adopted.", [finding]);

    private static AdoptionAnswer Answer(Adoption adoption)
    {
        var fact = adoption.Fact;
        return new(
            adoption.At, adoption.By, fact.From, fact.Kind == GuidelineKind.RuleSet ? fact.Guideline : null,
            fact.Kind == GuidelineKind.Protocol ? fact.Guideline : null, fact.Men, fact.Changing);
    }
}
