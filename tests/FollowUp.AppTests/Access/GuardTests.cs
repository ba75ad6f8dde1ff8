using System.Net;
using FollowUp.Access;
using FollowUp.Platform.Store;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.AppTests.Access;

public sealed class GuardTests(AppFixture app)
{
    private static readonly string[] Open = ["/health/live", "/health/ready", "/openapi/{documentName}.json", "/docs", "/assets/", "/sign-in", "/looks"];

    // Whoever asks here has no account: the body is signed, or the address holds a secret.
    private static readonly string[] Signed = ["/receipts/sms", "/calendar/{secret}.ics"];

    [Fact]
    public void Every_address_is_guarded_by_a_named_policy_but_those_that_hold_no_data()
    {
        var endpoints = app.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        endpoints.ShouldNotBeEmpty();
        foreach (var endpoint in endpoints)
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            if (!Open.Concat(Signed).Any(open => path.StartsWith(open, StringComparison.Ordinal)))
            {
                endpoint.Metadata.GetMetadata<IAllowAnonymous>().ShouldBeNull(path);
                Policies.All.Keys.ShouldContain(endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy ?? "", path);
            }
        }
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_token()
    {
        using var anybody = new HttpClient { BaseAddress = app.Url };

        (await anybody.Get($"/patients/{Guid.NewGuid()}/chart")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_expired_token_does_not_open()
    {
        using var late = Client(app, Roles.Nurse, "izmir", SystemClock.Instance.GetCurrentInstant() - Duration.FromHours(13));

        (await late.Get($"/patients/{Guid.NewGuid()}/chart")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("atlantis")]
    [InlineData("")]
    public async Task A_clinic_that_is_not_served_is_forbidden(string clinic)
    {
        using var stranger = app.As(Roles.Nurse, clinic);

        (await stranger.Get($"/patients/{Guid.NewGuid()}/chart")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData(Roles.Researcher)]
    [InlineData(Roles.Administrator)]
    public async Task Researchers_and_administrators_see_no_single_man(string role)
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        using var other = app.As(role);

        foreach (var page in (string[])["chart", "timeline", "identity"])
        {
            (await other.Get($"/patients/{man}/{page}")).Status.ShouldBe(HttpStatusCode.Forbidden, page);
        }

        (await other.Post("/patients/search", """{"q":"Isik"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await other.Post($"/patients/{man}/contacts", """{"madeAt":"2026-11-23","kind":"Call"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("deaths", """{"diedOn":"2026-11"}""")]
    [InlineData("losses", """{"declaredOn":"2026-11-01"}""")]
    public async Task What_needs_a_clinician_is_refused_to_a_nurse_and_taken_from_a_clinician(string path, string body)
    {
        using var nurse = app.As(Roles.Nurse);
        using var clinician = app.As(Roles.Clinician);
        var man = await nurse.EnrolAsync();

        (await nurse.Post($"/patients/{man}/{path}", body)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var stated = await clinician.Post($"/patients/{man}/{path}", body);
        stated.Status.ShouldBe(HttpStatusCode.Created, stated.Body?.ToJsonString());

        (await nurse.Post($"/patients/{man}/entries/{stated.Text("id")}/retractions", """{"reason":"TypingError"}""", ("If-Match", "\"2\"")))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_nurse_cannot_undo_what_a_clinician_undid_of_a_clinicians_entry()
    {
        using var nurse = app.As(Roles.Nurse);
        using var clinician = app.As(Roles.Clinician);
        var man = await nurse.EnrolAsync();
        var loss = (await clinician.Post($"/patients/{man}/losses", """{"declaredOn":"2026-11-01"}""")).Text("id");
        const string retraction = """{"reason":"SourceError"}""";
        var retracted = await clinician.Post($"/patients/{man}/entries/{loss}/retractions", retraction, ("If-Match", "\"2\""));

        var undone = await nurse.Post($"/patients/{man}/entries/{retracted.Text("id")}/retractions", retraction, ("If-Match", "\"3\""));

        retracted.Status.ShouldBe(HttpStatusCode.Created);
        undone.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("FollowUp:Clinics:0:RuleSet", "EAU-1900")]
    [InlineData("FollowUp:Clinics:0:Protocol", "standard-0")]
    public void A_clinic_with_a_rule_set_or_protocol_that_does_not_exist_refuses_to_start(string setting, string value)
    {
        using var process = app.Build(FollowUp.Platform.NodeRole.Command, (setting, value));

        Should.Throw<InvalidOperationException>(() => process.Services.GetRequiredService<Marten.IDocumentStore>()).Message.ShouldContain(value);
    }

    [Theory]
    [InlineData("FollowUp:Url", "http://0.0.0.0:0")]
    [InlineData("FollowUp:EmbeddedDatabase", "false")]
    [InlineData("ConnectionStrings:FollowUp", "Host=db.example.org;Database=x;Username=y")]
    [InlineData("FollowUp:SignIn:Authority", "https://login.example.org")]
    public void The_development_issuer_starts_only_beside_the_embedded_database_on_loopback(string setting, string value)
    {
        Should.Throw<InvalidOperationException>(() => app.Build(FollowUp.Platform.NodeRole.Command, (setting, value)))
            .Message.ShouldContain("evelopment issuer");
    }

    private static HttpClient Client(AppFixture app, string role, string clinic, Instant issued)
    {
        var issuer = DevelopmentIssuer.From(app.App.Configuration)!;
        var client = new HttpClient { BaseAddress = app.Url };
        client.DefaultRequestHeaders.Authorization = new("Bearer", issuer.Issue("late", role, clinic, issued));
        return client;
    }
}
