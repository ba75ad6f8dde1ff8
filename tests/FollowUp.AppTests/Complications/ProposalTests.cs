using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.AppTests.Complications;

/// <summary>A man's line in the register, and complications that recorded facts propose, over HTTP.</summary>
public sealed class ProposalTests(AppFixture app)
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    private readonly HttpClient _clinician = app.As(Roles.Clinician);

    [Fact]
    public async Task A_loss_of_volume_is_proposed_confirmed_by_a_clinician_and_only_then_counted()
    {
        var man = await _nurse.EnrolAsync();
        await RecordAsync(_nurse, man, "testicular-volumes", """{"measuredOn":"2026-01-10","side":"Left","millilitres":15,"method":"Ultrasound"}""");
        var operation = await RecordAsync(_nurse, man, "procedures", """{"type":"MTESE","performedOn":"2026-01-15","side":"Both"}""");
        await RecordAsync(_nurse, man, "contacts", """{"madeAt":"2026-10-02T10:00","kind":"Visit","complications":"None"}""");
        await RecordAsync(_nurse, man, "testicular-volumes", """{"measuredOn":"2026-10-02","side":"Left","millilitres":11,"method":"Ultrasound"}""");

        var proposed = await _nurse.Get($"/patients/{man}/proposed-complications");
        proposed.Text("answer.0.type").ShouldBe("Atrophy");
        proposed.Text("answer.0.state").ShouldBe("Proposed");
        (await IndexAsync(man)).ShouldBe(0);

        var complication = await RecordAsync(_nurse, man, "complications", """{"type":"Atrophy","side":"Left","detectedOn":"2026-10-02","reportedBy":"Doctor"}""");
        var review = $$"""{"procedureId":"{{operation["id"]}}","type":"Atrophy","side":"Left","outcome":"Confirmed","reviewedOn":"2026-10-05","complicationId":"{{complication["id"]}}"}""";
        (await _nurse.Post($"/patients/{man}/complication-proposal-reviews", review)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await RecordAsync(_clinician, man, "complication-proposal-reviews", review);
        await RecordAsync(_clinician, man, "complication-grades", $$"""{"complicationId":"{{complication["id"]}}","grade":"I","disability":true,"gradedOn":"2026-10-05","roleInSurgery":"NotInvolved"}""");

        (await _nurse.Get($"/patients/{man}/proposed-complications")).Text("answer.0.state").ShouldBe("Confirmed");
        (await IndexAsync(man)).ShouldBe(8.7m);
        (await _nurse.Get($"/patients/{man}/complications")).Text("answer.0.grades.0.roleInSurgery").ShouldBe("NotInvolved");
    }

    [Theory]
    [InlineData("""{"type":"Atrophy","side":"Left","outcome":"Declined","reviewedOn":"2026-10-05","procedureId":"OPERATION"}""", "type")]
    [InlineData("""{"type":"ChronicScrotalPain","outcome":"Confirmed","reviewedOn":"2026-10-05","procedureId":"OPERATION"}""", "complicationId")]
    [InlineData("""{"type":"ChronicScrotalPain","outcome":"Confirmed","reviewedOn":"2026-10-05","procedureId":"OPERATION","complicationId":"COMPLICATION"}""", "complicationId")]
    [InlineData("""{"type":"ChronicScrotalPain","outcome":"Declined","reviewedOn":"2026-10-05","procedureId":"OPERATION","complicationId":"COMPLICATION"}""", "complicationId")]
    public async Task A_review_of_something_that_is_not_proposed_is_refused_with_its_field(string review, string field)
    {
        var man = await _nurse.EnrolAsync();
        var operation = await RecordAsync(_nurse, man, "procedures", """{"type":"MTESE","performedOn":"2026-01-15","side":"Both"}""");
        await RecordAsync(_nurse, man, "pain-episodes", """{"reportedAt":"2026-05-01","nrs":4,"site":"Testis","side":"Left"}""");
        var complication = await RecordAsync(_nurse, man, "complications", """{"type":"Haematoma","detectedOn":"2026-01-16","reportedBy":"Nurse"}""");

        var reply = await _clinician.Post(
            $"/patients/{man}/complication-proposal-reviews",
            review.Replace("OPERATION", operation["id"]!.ToString(), StringComparison.Ordinal).Replace("COMPLICATION", complication["id"]!.ToString(), StringComparison.Ordinal));

        reply.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, reply.Body?.ToJsonString());
        reply["errors"]!.AsArray().Select(error => error!["field"]!.ToString()).ShouldContain(field);
    }

    private static async Task<JsonNode> RecordAsync(HttpClient client, string man, string path, string fact)
    {
        var reply = await client.Post($"/patients/{man}/{path}", fact);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Body!;
    }

    // Of the window without end.
    private async Task<decimal> IndexAsync(string man) => Math.Round(
        (await _nurse.Get($"/patients/{man}/complication-windows"))["answer.0.windows.3.comprehensiveComplicationIndex"]!.GetValue<decimal>(), 1, MidpointRounding.AwayFromZero);
}
