using System.Net;
using FollowUp.Access;
using FollowUp.Platform.Pages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.AppTests.Pages;

/// <summary>Each role tries each page and each form directly.</summary>
public sealed class RoleTests(AppFixture app)
{
    private const string Care = "nurse clinician";
    private const string Everybody = "nurse clinician researcher administrator";

    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["GET /"] = Everybody,
        ["GET /keys"] = Everybody,
        ["GET /rules"] = Everybody,
        ["GET /sources"] = Everybody,
        ["GET /sign-in"] = Everybody,
        ["GET /sign-in/provider"] = Everybody,
        ["POST /sign-in/development"] = Everybody,
        ["POST /sign-out"] = Everybody,
        ["POST /looks"] = Everybody,
        ["GET /today"] = Care,
        ["GET /today/next"] = Care,
        ["POST /today/search"] = Care,
        ["POST /today/claims"] = Care,
        ["GET /today/completeness"] = Care,
        ["GET /men/{id:guid}/hand-over"] = Care,
        ["POST /men/{id:guid}/hand-over"] = Care,
        ["GET /men/new"] = Care,
        ["POST /men/new"] = Care,
        ["GET /men/{id:guid}"] = Care,
        ["GET /men/{id:guid}/timeline"] = Care,
        ["GET /men/{id:guid}/why/{question}"] = Care,
        ["GET /men/{id:guid}/record"] = Care,
        ["GET /men/{id:guid}/record/{path}"] = Care,
        ["POST /men/{id:guid}/record/{path}"] = Care,
        ["GET /men/{id:guid}/entries/{entryId:guid}"] = Care,
        ["POST /men/{id:guid}/entries/{entryId:guid}"] = Care,
        ["GET /men/{id:guid}/call"] = Care,
        ["POST /men/{id:guid}/call"] = Care,
        ["POST /men/{id:guid}/call/live"] = Care,
        ["POST /men/{id:guid}/call/draft"] = Care,
        ["POST /men/{id:guid}/call/discard"] = Care,
        ["POST /men/{id:guid}/call/attempt"] = Care,
        ["GET /men/{id:guid}/call/done"] = Care,
        ["GET /men/{id:guid}/identity"] = Care,
        ["POST /men/{id:guid}/identity"] = Care,
        ["GET /men/{id:guid}/results"] = Care,
        ["POST /men/{id:guid}/results"] = Care,
        ["POST /men/{id:guid}/results/live"] = Care,
        ["GET /reminders"] = Care,
        ["GET /reminders/weeks"] = Care,
        ["POST /reminders/pause"] = Care,
        ["POST /reminders/settlements"] = Care,
        ["GET /results-in"] = Care,
        ["POST /results-in"] = Care,
        ["GET /analysis"] = Everybody,
        ["GET /analysis/{name}"] = "nurse clinician researcher",
        ["GET /analysis/jobs/{id:guid}"] = Everybody,
        ["POST /analysis/jobs/{id:guid}/forms"] = Everybody,
        ["POST /analysis/jobs/{id:guid}/cancellation"] = Everybody,
        ["GET /settings"] = "administrator",
        ["GET /settings/difference/{id}"] = "administrator",
        ["POST /settings/adoptions"] = "administrator",
        ["GET /settings/hours"] = "administrator",
        ["POST /settings/hours"] = "administrator",
        ["GET /settings/channels"] = "administrator",
        ["POST /settings/channels/test"] = "administrator",
        ["POST /settings/channels/text"] = "administrator",
        ["GET /settings/sign-in"] = "administrator",
        ["GET /settings/health"] = "administrator",
        ["POST /settings/health/orders"] = "administrator",
        ["POST /settings/health/replies"] = "administrator",
    };

    [Fact]
    public void Every_page_and_form_stands_in_the_table() => Addresses().Order(StringComparer.Ordinal).ShouldBe(Allowed.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData(Roles.Nurse)]
    [InlineData(Roles.Clinician)]
    [InlineData(Roles.Researcher)]
    [InlineData(Roles.Administrator)]
    public async Task A_role_gets_what_the_table_says_and_nothing_else(string role)
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        foreach (var (address, roles) in Allowed.Where(address => address.Key is not ("POST /sign-out" or "GET /")))
        {
            using var browser = await PageClient.SignedInAsync(app, role);
            var path = address.Split(' ')[1].Replace("{id:guid}", man, StringComparison.Ordinal).Replace("{entryId:guid}", man, StringComparison.Ordinal)
                .Replace("{path}", "weights", StringComparison.Ordinal).Replace("{question}", "pain", StringComparison.Ordinal).Replace("{name}", "sperm-retrieval", StringComparison.Ordinal).Replace("{id}", "BSSM-2023.1", StringComparison.Ordinal);
            path += path.EndsWith("/done", StringComparison.Ordinal) ? $"?entry={man}" : "";

            var page = address.StartsWith("GET", StringComparison.Ordinal) ? await browser.OpenAsync(path) : await browser.SendAsync(path, ("q", "none"));

            if (roles.Split(' ').Contains(role))
            {
                page.Status.ShouldNotBe(HttpStatusCode.Forbidden, $"{role} {address}");
                ((int)page.Status).ShouldBeLessThan(500, $"{role} {address}");
            }
            else
            {
                page.Status.ShouldBe(HttpStatusCode.Forbidden, $"{role} {address}");
                page.Html.ShouldNotContain("Şahinoğlu");
            }
        }
    }

    [Theory]
    [InlineData(Roles.Nurse, "/today")]
    [InlineData(Roles.Clinician, "/today")]
    [InlineData(Roles.Researcher, "/analysis")]
    [InlineData(Roles.Administrator, "/settings")]
    public async Task Everybody_begins_where_his_work_is(string role, string page)
    {
        using var browser = await PageClient.SignedInAsync(app, role);

        (await browser.OpenAsync("/")).Address.AbsolutePath.ShouldBe(page);
    }

    private IEnumerable<string> Addresses() => app.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<PageMetadata>() is not null)
        .Select(endpoint => $"{endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} /{endpoint.RoutePattern.RawText!.TrimStart('/')}");
}
