using System.Net;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using FollowUp.AppTests.Pages;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using FollowUp.Reports;
using FollowUp.Reports.Making;
using FollowUp.Reports.Rows;
using Marten;
using Marten.Events;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace FollowUp.AppTests.Reports;

/// <summary>Rows kept current behind the writers, beside the streams; in clinics of their own.</summary>
public sealed class CohortRowTests(RowsFixture app) : IClassFixture<RowsFixture>
{
    private const string Clinic = "rows";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ReportBuilder Builder => app.App.Services.GetRequiredService<ReportBuilder>();

    private IDocumentStore Store => app.App.Services.GetRequiredService<IDocumentStore>();

    [Fact]
    public async Task The_document_of_rows_is_that_of_streams_byte_for_byte_for_men_whom_chance_made()
    {
        var random = new RandomMen(app, Clinic, seed: 4);
        var men = await random.AddAsync(250);
        await CurrentAsync();
        await TheSameAsync(new LocalDate(2026, 11, 23));

        await random.ContinueAsync(men.Where((_, i) => i % 3 == 0));
        await random.AddAsync(40);
        await CurrentAsync();
        foreach (var on in (LocalDate[])[new(2023, 6, 1), new(2024, 9, 15), new(2026, 11, 23), new(2029, 1, 1)])
        {
            await TheSameAsync(on);
        }

        await TheSameAsync(new LocalDate(2026, 11, 23), Roles.Researcher);
        await TheSameAsync(new LocalDate(2025, 3, 1), Roles.Clinician, "ES-2018.1", "karyotype", "procedure-number");
    }

    [Fact]
    public async Task Verify_finds_a_row_that_is_not_what_its_stream_says_and_rebuild_puts_it_right()
    {
        var men = await new RandomMen(app, "rebuilt", seed: 5).AddAsync(20);
        await CurrentAsync();
        await ExecuteAsync("update followup.mt_doc_cohortrow set data = jsonb_set(data, '{agreesToResearch}', (not (data ->> 'agreesToResearch')::boolean)::text::jsonb) where id = $1", men[3]);
        await ExecuteAsync("delete from followup.mt_doc_cohortrow where id = $1", men[4]);

        var rows = app.App.Services.GetRequiredService<CohortRows>();
        var found = await rows.DifferencesAsync("rebuilt", [.. men], Token);
        found.OrderBy(difference => difference.PatientId == men[3] ? 0 : 1).Select(difference => (difference.PatientId, difference.Where))
            .ShouldBe([(men[3], "row.agreesToResearch"), (men[4], "row")]);

        (await app.AloneAsync("rebuild")).Out.ShouldContain("were rebuilt");
        (await rows.DifferencesAsync("rebuilt", [.. men], Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rebuild_that_was_broken_off_goes_on_where_it_was()
    {
        await new RandomMen(app, "rebuilt", seed: 6).AddAsync(230);
        var replay = app.App.Services.GetRequiredService<Replay>();
        await foreach (var step in replay.RebuildAsync(Token))
        {
            if (step.Done >= 100)
            {
                break;
            }
        }

        var again = await replay.RebuildAsync(Token).ToListAsync(Token);

        again[0].Done.ShouldBeGreaterThan(100);
        again[^1].Done.ShouldBe(again[^1].Of);
        (await replay.RebuildAsync(Token).ToListAsync(Token))[0].Done.ShouldBeLessThanOrEqualTo(100, "a rebuild that ended begins anew");
    }

    [Fact]
    public async Task A_second_rebuild_waits_for_the_first_and_passes_over_no_man()
    {
        var (early, late) = ((await new RandomMen(app, "behind", seed: 21).AddAsync(1))[0], (await new RandomMen(app, "rebuilt", seed: 22).AddAsync(1))[0]);
        var replay = app.App.Services.GetRequiredService<Replay>();
        await using var database = NpgsqlDataSource.Create(app.ConnectionString);
        await using var connection = await database.OpenConnectionAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using var hold = new NpgsqlCommand("select 1 from followup.mt_streams where id = $1 for update", connection, transaction) { Parameters = { new() { Value = late } } };
        await hold.ExecuteNonQueryAsync(Token);

        // The first is past the first clinic when the document is lost there.
        var first = replay.RebuildAsync(Token).ToListAsync(Token).AsTask();
        await WaitingAsync(1);
        await ExecuteAsync("delete from followup.mt_doc_coursedocument where id = $1", early);
        var second = replay.RebuildAsync(Token).ToListAsync(Token).AsTask();
        await WaitingAsync(2);
        await transaction.RollbackAsync(Token);

        await first;
        (await second).SelectMany(step => step.Differences).ShouldContain(difference => difference.PatientId == early);
    }

    private async Task WaitingAsync(int connections)
    {
        while (await EventsAsync("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") < connections)
        {
        }
    }

    [Fact]
    public async Task Rows_of_another_kind_are_not_read_until_they_are_rebuilt()
    {
        var men = await new RandomMen(app, "upgraded", seed: 7).AddAsync(5);
        await CurrentAsync();
        (await PrintedAsync("upgraded")).ShouldNotBeNull();
        await ExecuteAsync("update followup.mt_doc_cohortrow set data = jsonb_set(data, '{kind}', '\"0\"'), kind = '0' where id = $1", men[0]);

        (await PrintedAsync("upgraded")).ShouldBeNull();
        await app.App.Services.GetRequiredService<CohortRows>().ReplaceAsync("upgraded", [.. men], Token);
        (await PrintedAsync("upgraded")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_many_men_the_present_is_answered_at_once_from_rows_and_says_how_far_they_go()
    {
        await new RandomMen(app, "crowded", seed: 8).AddAsync(520);
        await CurrentAsync();
        using var clinician = app.As(Roles.Clinician, "crowded");

        var now = await clinician.Get("/reports/testosterone-return");
        now.Status.ShouldBe(HttpStatusCode.OK);
        now.Text("header.men").ShouldBe("520");
        var upTo = long.Parse(now.Text("header.upToEvent")!, System.Globalization.CultureInfo.InvariantCulture);
        (await EventsAsync("select coalesce(max(seq_id), 0) from followup.mt_events where tenant_id = 'crowded'")).ShouldBe(upTo);

        using var past = await clinician.GetAsync(new Uri("/reports/testosterone-return?asOf=2026-11-22T00:00:00Z", UriKind.Relative), Token);
        past.StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Rows_say_how_far_behind_they_are_and_are_not_read_when_it_is_far()
    {
        await new RandomMen(app, "behind", seed: 9).AddAsync(520);
        await CurrentAsync();
        var mark = await EventsAsync("select last_seq_id from followup.mt_event_progression where name = 'CohortRow:All'");

        using var little = await WithMarkAtAsync("select seq_id from followup.mt_events where tenant_id = 'behind' order by seq_id desc offset 7 limit 1");
        little.StatusCode.ShouldBe(HttpStatusCode.OK);
        little.Headers.GetValues(ReportEndpoints.EventsBehind).ShouldBe(["7"]);

        using var far = await WithMarkAtAsync("select seq_id from followup.mt_events where tenant_id = 'behind' order by seq_id desc offset 1001 limit 1");
        far.StatusCode.ShouldBe(HttpStatusCode.Accepted);

        using var current = await WithMarkAtAsync($"{mark}");
        current.StatusCode.ShouldBe(HttpStatusCode.OK);
        current.Headers.Contains(ReportEndpoints.EventsBehind).ShouldBeFalse();
    }

    [Fact]
    public async Task The_health_of_the_server_says_when_the_rows_stand_still()
    {
        await new RandomMen(app, "behind", seed: 10).AddAsync(3);
        await CurrentAsync();
        app.Time.Advance(TimeSpan.FromMinutes(10));
        (await HealthAsync()).Status.ShouldBe("Healthy");

        var mark = await EventsAsync("select last_seq_id from followup.mt_event_progression where name = 'CohortRow:All'");
        await ExecuteAsync($"update followup.mt_event_progression set last_seq_id = {mark} - 4, last_updated = now() - interval '1 minute' where name = 'CohortRow:All'");
        (await HealthAsync()).Status.ShouldBe("Healthy", "it goes on");

        await ExecuteAsync("update followup.mt_event_progression set last_updated = now() - interval '1 hour' where name = 'CohortRow:All'");
        var stands = await HealthAsync();
        stands.Status.ShouldBe("Degraded");
        stands.Says.ShouldContain($"event {mark - 4} of {mark}, 10 minutes behind");
        using var administrator = await PageClient.SignedInAsync(app, Roles.Administrator, "behind");
        (await administrator.OpenAsync("/settings/health")).Html.ShouldContain("have stopped");

        await ExecuteAsync($"update followup.mt_event_progression set last_seq_id = {mark} where name = 'CohortRow:All'");
        (await HealthAsync()).Status.ShouldBe("Healthy", "a quiet night is none");
    }

    private async Task<(string Status, string Says)> HealthAsync()
    {
        using var anybody = new HttpClient { BaseAddress = app.Url };
        var health = await anybody.Get("/health/ready");

        // Of the rows alone: whether the database answers at once is another check's, and not so while everything runs on one machine.
        return (health.Text("checks.report-rows.status") ?? $"{health.Body}", health.Text("checks.report-rows.description") ?? "");
    }

    [Fact]
    public async Task Reports_of_rows_are_made_one_at_a_time()
    {
        const string waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'select mark.last_seq_id%'";

        // Rows are current only where there is an event; this test may be the first of its class.
        await new RandomMen(app, "rebuilt", seed: 23).AddAsync(1);
        await CurrentAsync();
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(Token);
        await using var transaction = await connection.BeginTransactionAsync(Token);
        await using (var locking = new NpgsqlCommand("lock table followup.mt_doc_cohortrow in access exclusive mode", connection, transaction))
        {
            await locking.ExecuteNonQueryAsync(Token);
        }

        var one = PrintedAsync("rows");
        while (await EventsAsync(waiting) == 0)
        {
            one.IsCompleted.ShouldBeFalse($"{one.Exception}");
        }

        var other = PrintedAsync("rebuilt");

        // Long enough for it to come as far as the first one, were it let in.
        for (var asked = 0; asked < 200; asked++)
        {
            (await EventsAsync(waiting)).ShouldBe(1);
        }

        await transaction.RollbackAsync(Token);
        await Task.WhenAll(one, other);
    }

    [Fact]
    public async Task The_command_line_says_how_far_behind_a_report_is()
    {
        await new RandomMen(app, "behind", seed: 12).AddAsync(520);
        await CurrentAsync();
        var mark = await EventsAsync("select last_seq_id from followup.mt_event_progression where name = 'CohortRow:All'");
        await ExecuteAsync($"update followup.mt_event_progression set last_seq_id = (select seq_id from followup.mt_events where tenant_id = 'behind' order by seq_id desc offset 7 limit 1) where name = 'CohortRow:All'");

        var behind = await app.BesideServerAsync("behind", "report", "testosterone-return");
        await ExecuteAsync($"update followup.mt_event_progression set last_seq_id = {mark} where name = 'CohortRow:All'");
        var current = await app.BesideServerAsync("behind", "report", "testosterone-return");

        (behind.ExitCode, current.ExitCode, current.Error).ShouldBe((0, 0, ""));
        behind.Error.ShouldStartWith("Recent events that are not in the report yet: 7.");
        behind.Out.ShouldNotContain("not in it yet");
    }

    // As if the projection stood there: nothing is recorded meanwhile that would move it.
    private async Task<HttpResponseMessage> WithMarkAtAsync(string number)
    {
        await ExecuteAsync($"update followup.mt_event_progression set last_seq_id = ({number}) where name = 'CohortRow:All'");
        using var clinician = app.As(Roles.Clinician, "behind");
        return await clinician.GetAsync(new Uri("/reports/testosterone-return", UriKind.Relative), Token);
    }

    private Task CurrentAsync() => Store.WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(60));

    private async Task<FinishedReport?> PrintedAsync(string clinic)
    {
        var user = User(clinic, Roles.Clinician);
        return await Builder.BuildFromRowsAsync(user.Clinic, await RequestAsync(user, new(2026, 11, 23)), Token);
    }

    private async Task TheSameAsync(LocalDate on, string role = Roles.Clinician, string? ruleSet = null, params string[] by)
    {
        var user = User(Clinic, role);
        var request = await RequestAsync(user, on, ruleSet, by);
        var kept = (await Builder.BuildFromRowsAsync(user.Clinic, request, Token))!;
        kept.Behind.ShouldBe(0);
        var streamed = await Builder.BuildAsync(user.Clinic, request with { Basis = kept.Basis }, progress: null, Token);
        foreach (var writer in ReportQuery.Writers.Values)
        {
            writer.Write(kept.Document, Token).ShouldBe(writer.Write(streamed.Document, Token), $"{writer.Format} {on} {role}");
        }
    }

    private async Task<ReportRequest> RequestAsync(SignedIn user, LocalDate on, string? ruleSet = null, params string[] by)
    {
        var report = ReportQuery.Reports["testosterone-return"];
        var request = await Builder.ResolveAsync(
            new(report, [.. by.Select(key => report.Strata.Single(stratum => stratum.Key == key))], new(null, new(2023, 1, 1), ruleSet), null), new("json"), user, Token);

        // Also of a day still to come, of which nobody may ask: then every window is over.
        return request with { Basis = request.Basis with { On = on } };
    }

    private SignedIn User(string clinic, string role) =>
        new("someone", app.App.Services.GetRequiredService<ClinicRegistry>()[clinic], new HashSet<string> { role });

    private async Task ExecuteAsync(string sql, params Guid[] men)
    {
        await using var command = app.App.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddRange(Array.ConvertAll(men, man => new NpgsqlParameter { Value = man }));
        await command.ExecuteNonQueryAsync(Token);
    }

    private async Task<long> EventsAsync(string sql)
    {
        await using var command = app.App.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Token))!;
    }
}
