using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.AppTests.Platform;

public sealed class Release010Tests(Release010Fixture app) : IClassFixture<Release010Fixture>
{
    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    private readonly HttpClient _administrator = app.As(Roles.Administrator);

    [Fact]
    public async Task A_database_of_release_0_1_0_is_migrated_rebuilt_and_verified()
    {
        await DocumentsAsync(HttpMethod.Post, "/documents/rebuild");
        (await DocumentsAsync(HttpMethod.Get, "/documents/differences")).SelectMany(step => step["differences"]!.AsArray()).ShouldBeEmpty();

        var chart = await _nurse.Get("/patients/aaaaaaaa-0000-4000-8000-000000000001/chart");
        chart.Status.ShouldBe(HttpStatusCode.OK);
        chart["facts"]!.AsArray().Count.ShouldBe(5);
        (await _nurse.Get("/patients/aaaaaaaa-0000-4000-8000-000000000001/identity"))["identity"]!["familyName"]!.GetValue<string>().ShouldBe("Bir");
    }

    private async Task<IReadOnlyList<JsonNode>> DocumentsAsync(HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        using var response = await _administrator.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        return [.. body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
