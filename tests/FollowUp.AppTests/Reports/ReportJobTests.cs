using System.Globalization;
using System.Net;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using FollowUp.AppTests.Pages;
using FollowUp.Platform;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using FollowUp.Reports;
using FollowUp.Reports.Jobs;
using FollowUp.Reports.Making;
using Marten;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.AppTests.Reports;

/// <summary>Reports on more men than are answered for at once; in a clinic of its own.</summary>
public sealed class ReportJobTests(AppFixture app) : IAsyncLifetime
{
    private const string Clinic = "large";

    private readonly HttpClient _clinician = app.As(Roles.Clinician, Clinic);

    private string _asOf = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReportJobs Jobs => app.App.Services.GetRequiredService<ReportJobs>();

    private ReportJobRunner Runner => app.App.Services.GetRequiredService<ReportJobRunner>();

    private string Address(string report = "complications", string format = "csv") => $"/reports/{report}?asOf={_asOf}&format={format}";

    public async ValueTask InitializeAsync()
    {
        await using var session = app.App.Services.GetRequiredService<IDocumentStore>().QuerySession(Clinic);
        if (!await session.Query<DueDates>().AnyAsync(Token))
        {
            await new RandomMen(app, Clinic, seed: 3).AddAsync(600);
        }

        app.Time.Advance(TimeSpan.FromSeconds(1));
        _asOf = app.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        app.Time.Advance(TimeSpan.FromMinutes(1));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task It_is_a_job_with_an_address_that_says_how_far_it_is_and_then_the_same_document_as_at_once()
    {
        var location = "";
        await app.SettledAsync(async () =>
        {
            using var taken = await _clinician.GetAsync(new Uri(Address(), UriKind.Relative), Token);
            taken.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            location = taken.Headers.Location!.ToString();
            (await _clinician.Get(location)).Text("state").ShouldBeOneOf("Waiting", "Running", "Done");
        });

        var done = await _clinician.Get(location);
        (done.Text("state"), done.Text("men"), done.Text("of"), done.Text("report")).ShouldBe(("Done", "600", "600", "complications"));
        done.Text("begunAt").ShouldNotBeNull();
        var document = await Bytes(_clinician, done.Text("document")!);
        document.ShouldBe(await AtOnceAsync(Address()));
        (await Bytes(_clinician, Address())).ShouldBe(document);
        (await Bytes(_clinician, done.Text("again")!)).ShouldBe(document);

        (await _clinician.Get("/reports/jobs")).Body!.AsArray().Select(job => job!["id"]!.ToString()).ShouldContain(done.Text("id")!);
        using var another = app.As(Roles.Clinician, Clinic, user: "clinician-2");
        (await another.Get("/reports/jobs")).Body!.AsArray().ShouldBeEmpty();
        using var asResearcher = app.As(Roles.Researcher, Clinic, user: "clinician-1");
        using var elsewhere = app.As(Roles.Clinician, "izmir");
        foreach (var stranger in (HttpClient[])[another, asResearcher, elsewhere])
        {
            (await stranger.Get(location)).Status.ShouldBe(HttpStatusCode.NotFound);
            (await stranger.Get($"{location}/document")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Cancelled_it_is_gone_and_leaves_nothing()
    {
        string location = "";
        await app.SettledAsync(async () =>
        {
            using var taken = await _clinician.GetAsync(new Uri(Address(format: "pdf"), UriKind.Relative), Token);
            location = taken.Headers.Location!.ToString();
            using var cancelled = await _clinician.DeleteAsync(new Uri(location, UriKind.Relative), Token);
            cancelled.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        });

        var gone = await _clinician.Get(location);
        (gone.Status, gone.Text("code")).ShouldBe((HttpStatusCode.NotFound, "unknown-job"));
        using var again = await _clinician.DeleteAsync(new Uri(location, UriKind.Relative), Token);
        again.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_a_crash_it_says_that_it_was_interrupted_and_how_to_ask_for_the_same()
    {
        var job = await StoredAsync(JobState.Running);

        await Runner.RunAsync(Clinic, new(job.Id, job.Attempt), Token);

        var says = await _clinician.Get(ReportJobEndpoints.AddressOf(job));
        says.Text("state").ShouldBe("Interrupted");
        says.Text("says")!.ShouldContain("Ask for it again");
        (await _clinician.Get($"{ReportJobEndpoints.AddressOf(job)}/document")).Text("code").ShouldBe("not-done");
        await app.SettledAsync(async () => await _clinician.GetAsync(new Uri(says.Text("again")!, UriKind.Relative), Token));
        (await Bytes(_clinician, says.Text("again")!)).ShouldBe(await AtOnceAsync(Address("sperm-retrieval")));
    }

    [Fact]
    public async Task A_server_that_stops_interrupts_it_and_what_need_not_be_kept_is_forgotten()
    {
        var job = await StoredAsync(JobState.Waiting, figure: "rates");

        await Runner.RunAsync(Clinic, new(job.Id, job.Attempt), new CancellationToken(canceled: true));
        var says = await _clinician.Get(ReportJobEndpoints.AddressOf(job));
        says.Text("state").ShouldBe("Interrupted");
        OffsetDateTimePattern.Rfc3339.Parse(says.Text("keptUntil")!).Value.ToInstant().ShouldBe(Instant.FromDateTimeOffset(app.Time.GetUtcNow()) + Duration.FromHours(24));

        // Written a day back, for the other tests live on the same day.
        await using var session = app.App.Services.GetRequiredService<IDocumentStore>().LightweightSession(Clinic);
        session.Store((await session.LoadAsync<ReportJob>(job.Id, Token))! with { KeptUntil = app.Time.GetUtcNow().AddSeconds(-1) });
        await session.SaveChangesAsync(Token);
        (await _clinician.Get(ReportJobEndpoints.AddressOf(job))).Status.ShouldBe(HttpStatusCode.NotFound);
        await Jobs.DeleteExpiredAsync(Token);
        (await session.LoadAsync<ReportJob>(job.Id, Token)).ShouldBeNull();
    }

    [Fact]
    public async Task A_figure_that_there_is_not_fails_with_those_that_there_are()
    {
        var job = await StoredAsync(JobState.Waiting, figure: "pie");

        await Runner.RunAsync(Clinic, new(job.Id, job.Attempt), Token);

        var says = await _clinician.Get(ReportJobEndpoints.AddressOf(job));
        (says.Text("state"), says.Text("says")!).ShouldSatisfyAllConditions(
            failed => failed.Item1.ShouldBe("Failed"), failed => failed.Item2.ShouldContain("Ask for one of"));
    }

    [Fact]
    public async Task The_command_line_waits_for_it_and_says_how_far_it_is()
    {
        var said = await app.BesideServerAsync(Clinic, "report", "complications", "--as-of", _asOf, "--format", "table");

        said.ExitCode.ShouldBe(0, said.Error);
        said.Error.ShouldContain("Making the report: ");
        said.Out.ShouldBe(System.Text.Encoding.UTF8.GetString(await AtOnceAsync(Address(format: "table"))));
    }

    [Fact]
    public async Task The_page_can_be_left_and_come_back_to()
    {
        using var browser = await PageClient.SignedInAsync(app, Roles.Clinician, Clinic);
        Shown first = null!;
        await app.SettledAsync(async () => first = await browser.OpenAsync("/analysis/completeness?day=2026-11-01"));
        first.Address.AbsolutePath.ShouldStartWith("/analysis/jobs/");

        var then = await browser.OpenAsync(first.Address.AbsolutePath);
        then.Html.ShouldContain("The report is there.");
        then.Html.ShouldContain("Open the report");
        (await browser.OpenAsync("/analysis")).Html.ShouldContain(first.Address.AbsolutePath);

        Shown csv = null!;
        await app.SettledAsync(async () => csv = await browser.SendAsync($"{first.Address.AbsolutePath}/forms", ("format", "csv")));
        csv.Address.AbsolutePath.ShouldNotBe(first.Address.AbsolutePath);
        (await browser.OpenAsync(csv.Address.AbsolutePath)).Html.ShouldContain("completeness.csv");
        (await browser.SendAsync($"{csv.Address.AbsolutePath}/cancellation")).Address.AbsolutePath.ShouldBe("/analysis");
        (await browser.OpenAsync(csv.Address.AbsolutePath)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<byte[]> Bytes(HttpClient client, string address)
    {
        using var response = await client.GetAsync(new Uri(address, UriKind.Relative), Token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await response.Content.ReadAsByteArrayAsync(Token);
    }

    // As a process without a queue answers.
    private async Task<byte[]> AtOnceAsync(string address)
    {
        await using var node = app.Build(NodeRole.Command);
        await node.StartAsync(Token);
        using var client = app.As(Roles.Clinician, Clinic, url: new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        var bytes = await Bytes(client, address);
        await node.StopAsync(Token);
        return bytes;
    }

    // A job as a server that died left it.
    private async Task<ReportJob> StoredAsync(JobState state, string? figure = null)
    {
        var clinic = app.App.Services.GetRequiredService<ClinicRegistry>()[Clinic];
        var user = new SignedIn("clinician-1", clinic, new HashSet<string> { Roles.Clinician });
        var asOf = InstantPattern.ExtendedIso.Parse(_asOf).Value;
        var query = new ReportQuery(ReportQuery.Reports["sperm-retrieval"], [], new(asOf, asOf.InZone(clinic.Zone).Date), null);
        var request = await app.App.Services.GetRequiredService<ReportBuilder>().ResolveAsync(query, figure is null ? new("csv") : new("svg", figure), user, Token);
        var job = ReportJob.For(user, request, asOf) with { State = state };
        await using var session = app.App.Services.GetRequiredService<IDocumentStore>().LightweightSession(Clinic);
        session.Store(job);
        await session.SaveChangesAsync(Token);
        return job;
    }
}
