using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.AppTests.Hormones;

/// <summary>A flag leads to a clinician's review with an outcome, and a new result to another review.</summary>
public sealed class FlagReviewTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    private readonly HttpClient _clinician = app.As(Roles.Clinician);

    [Fact]
    public async Task A_flagged_man_waits_for_a_review_until_a_clinician_records_one_and_again_after_the_next_low_result()
    {
        var man = await _nurse.EnrolAsync();
        await Record(_nurse, man, "procedures", """{"type":"MTESE","performedOn":"2026-01-20","side":"Both"}""");
        var first = await Record(_nurse, man, "hormone-results", Testosterone("2026-08-03T08:30", "10.0"));

        var waiting = await Flagged(man);
        waiting["flag"]!["forReview"]!.AsArray().Select(finding => finding!.ToString()).ShouldBe(["LowUnconfirmed"]);
        waiting["flag"]!["latestFactId"]!.ToString().ShouldBe(first);
        waiting["review"].ShouldBeNull();

        var review = Review(first, "LowUnconfirmed");
        (await _nurse.Post($"/patients/{man}/hypogonadism-reviews", review)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await Record(_clinician, man, "hypogonadism-reviews", review);
        (await Flagged(man))["review"]!["outcome"]!.ToString().ShouldBe("RepeatSample");

        var second = await Record(_nurse, man, "hormone-results", Testosterone("2026-09-14T08:30", "9.5"));
        var again = await Flagged(man);
        again["flag"]!["forReview"]!.AsArray().Select(finding => finding!.ToString()).ShouldBe(["LowConfirmed"]);
        again["review"].ShouldBeNull();

        await Record(_clinician, man, "hypogonadism-reviews", Review(second, "LowConfirmed"));
        (await Flagged(man))["review"]!["reviewedOn"]!.ToString().ShouldBe("2026-11-02");
    }

    [Fact]
    public async Task A_review_under_an_unknown_rule_set_is_refused_with_the_published_ones()
    {
        var man = await _nurse.EnrolAsync();
        var result = await Record(_nurse, man, "hormone-results", Testosterone("2026-08-03T08:30", "10.0"));

        var reply = await _clinician.Post(
            $"/patients/{man}/hypogonadism-reviews", Review(result, "LowUnconfirmed").Replace("EAU-2023.1", "EAU-1999", StringComparison.Ordinal));

        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        reply.Text("errors.0.field").ShouldBe("ruleSet");
        reply.Text("errors.0.message")!.ShouldContain("EAU-2023.1");
    }

    private static string Testosterone(string collectedAt, string value) =>
        $$"""{"analyte":"Testosterone","value":"{{value}}","unit":"nmol/L","collectedAt":"{{collectedAt}}","status":"Final"}""";

    private static string Review(string result, string finding) =>
        $$"""{"reviewedOn":"2026-11-02","resultId":"{{result}}","findings":["{{finding}}"],"ruleSet":"EAU-2023.1","outcome":"RepeatSample"}""";

    private static async Task<string> Record(HttpClient who, string man, string path, string body)
    {
        var reply = await who.Post($"/patients/{man}/{path}", body);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Text("id")!;
    }

    private async Task<JsonNode> Flagged(string man) =>
        (await _clinician.Get("/flags"))["flagged"]!.AsArray().Single(each => each!["patientId"]!.ToString() == man)!;
}
