using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using FollowUp.AppTests.Pages;
using FollowUp.AppTests.Recalls;
using FollowUp.Course;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Recalls.Sending;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FollowUp.AppTests.Guidelines;

/// <summary>Adoptions of several nodes, and what is said while due dates are being recalculated.</summary>
public sealed class DatingTests(DatingFixture app) : IClassFixture<DatingFixture>
{
    private const string Clinic = "recalled";

    // It asks for a contact at 90 days, which no other here does.
    private const string WithReview = "standard-2+CONTACT_90D";

    private readonly HttpClient _nurse = app.As(Roles.Nurse, Clinic);

    private readonly HttpClient _administrator = app.As(Roles.Administrator, Clinic);

    [Fact]
    public async Task Adopting_twice_in_quick_succession_ends_and_every_node_goes_by_the_later_one()
    {
        const string clinic = "guided";
        using var nurse = app.As(Roles.Nurse, clinic);
        using var administrator = app.As(Roles.Administrator, clinic);
        using var elsewhere = app.As(Roles.Administrator, clinic, url: app.OtherUrl);
        using var nurseElsewhere = app.As(Roles.Nurse, clinic, url: app.OtherUrl);
        List<string> men = [];
        for (var man = 0; man < DueDateWorker.MenAtATime + 3; man++)
        {
            men.Add(await nurse.EnrolAsync());
        }

        // Whose dates are others under each protocol: all that both ask for was done by then.
        var telling = await DueMan.EnrolAsync(app, nurse, operatedDaysAgo: 100);
        men.Add(telling.Id.ToString());
        foreach (var daysAgo in (int[])[99, 93, 58])
        {
            var madeAt = NodaTime.Text.LocalDatePattern.Iso.Format(app.Today.PlusDays(-daysAgo));
            (await nurse.Post($"/patients/{telling.Id}/contacts", $$"""{"madeAt":"{{madeAt}}","kind":"Call","complications":"None"}""")).Status.ShouldBe(HttpStatusCode.Created);
        }

        await using (await app.NobodysTurnAsync())
        {
            (await administrator.Post("/guidelines/adoptions", """{"protocol":"standard-2"}""")).Status.ShouldBe(HttpStatusCode.Created);
        }

        // Some are dated under the first when the second is adopted on the other node.
        await app.App.Services.GetRequiredService<DueDateWorker>().WorkAsync(clinic, TestContext.Current.CancellationToken);
        var second = await elsewhere.Post("/guidelines/adoptions", """{"protocol":"standard-1"}""");
        (second.Status, second.Text("from")).ShouldBe((HttpStatusCode.Created, "standard-2"));
        (await elsewhere.Post("/guidelines/adoptions", """{"ruleSet":"EAU-2025.1"}""")).Status.ShouldBe(HttpStatusCode.Created);

        foreach (var node in (HttpClient[])[nurse, nurseElsewhere])
        {
            while ((await node.Get($"/patients/{men[0]}/chart")).Text("ruleSet") != "EAU-2025.1")
            {
            }

            (await node.Get($"/patients/{men[0]}/chart")).Text("protocol").ShouldBe("standard-1");
            (await node.Get($"/patients/{men[0]}/explanations")).Body!.ToJsonString().ShouldContain("EAU-2025.1");
            (await node.Get("/flags")).Text("ruleSet.id").ShouldBe("EAU-2025.1");
        }

        await app.DatedAsync(clinic);
        (await app.SqlAsync("select count(*) from followup.mt_doc_coursedocument where tenant_id = $1 and protocol = 'standard-1'", clinic)).ShouldBe((long)men.Count);
        (await app.App.Services.GetRequiredService<DueDateWorker>().WorkAsync(clinic, TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await app.Other.GetRequiredService<DueDateWorker>().WorkAsync(clinic, TestContext.Current.CancellationToken)).ShouldBeFalse();

        await DatedUnderAsync("standard-1");

        // Once more, to one that no clinic here is configured with.
        (await administrator.Post("/guidelines/adoptions", $$"""{"protocol":"{{WithReview}}"}""")).Status.ShouldBe(HttpStatusCode.Created);
        await app.DatedAsync(clinic);
        (await app.SqlAsync("select count(*) from followup.mt_doc_coursedocument where tenant_id = $1 and protocol = $2", clinic, WithReview)).ShouldBe((long)men.Count);
        await DatedUnderAsync(WithReview);

        // He can still be recorded of, and nothing that is kept differs from his stream.
        (await nurse.Post($"/patients/{men[0]}/weights", """{"measuredOn":"2026-03-02","kilograms":80}""")).Status.ShouldBe(HttpStatusCode.Created);
        await foreach (var step in app.App.Services.GetRequiredService<Replay>().VerifyAsync(TestContext.Current.CancellationToken))
        {
            step.Differences.ShouldBeEmpty();
        }
    }

    // The dates, and not their label alone, are those of the protocol, and those of the other one are not the same.
    private async Task DatedUnderAsync(string protocol)
    {
        await using var session = app.App.Services.GetRequiredService<IDocumentStore>().QuerySession("guided");
        var courses = await app.App.Services.GetRequiredService<Courses>().FoldAsync(session, session.Query<DueDates>().Select(man => man.Id), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
        var stored = (await session.Query<DueDates>().ToListAsync(TestContext.Current.CancellationToken)).ToDictionary(man => man.Id);
        courses.ShouldNotBeEmpty();
        foreach (var course in courses)
        {
            stored[course.PatientId].ShouldBe(DueDates.Of(course, protocol));
            (await app.SqlAsync("select work_from from followup.mt_doc_coursedocument where id = $1", course.PatientId))
                .ShouldBe(DueDates.Of(course, protocol).WorkFrom is { } from ? from : DBNull.Value);
        }

        courses.ShouldContain(course => DueDates.Of(course, "standard-1").WorkFrom != DueDates.Of(course, WithReview).WorkFrom);
    }

    [Fact]
    public async Task A_node_that_has_not_looked_for_two_seconds_looks_before_it_answers()
    {
        using var stale = app.Build(NodeRole.Command);
        var known = stale.Services.GetRequiredService<ClinicRegistry>();
        var updates = stale.Services.GetRequiredService<IClinicUpdates>();
        using var administrator = app.As(Roles.Administrator, "studied");
        (await administrator.Post("/guidelines/adoptions", """{"ruleSet":"EAU-2025.1"}""")).Status.ShouldBe(HttpStatusCode.Created);
        known["studied"].InForce(GuidelineKind.RuleSet).ShouldBe("EAU-2023.1");

        await updates.RefreshIfOldAsync(TestContext.Current.CancellationToken);

        known["studied"].InForce(GuidelineKind.RuleSet).ShouldBe("EAU-2025.1");
    }

    [Fact]
    public async Task A_decision_is_recorded_after_the_one_before_it_also_by_a_node_whose_clock_is_behind()
    {
        using var administrator = app.As(Roles.Administrator, "kept");
        var first = await administrator.Post("/guidelines/adoptions", """{"ruleSet":"EAU-2025.1"}""");
        var ahead = DateTimeOffset.Parse(first.Text("at")!, System.Globalization.CultureInfo.InvariantCulture).AddMilliseconds(300);
        await app.SqlAsync("update followup.mt_events set timestamp = $2 where tenant_id = $1 and type = 'rule_set_adopted'", "kept", ahead);

        var second = await administrator.Post("/guidelines/adoptions", """{"ruleSet":"BSSM-2023.1"}""");

        second.Status.ShouldBe(HttpStatusCode.Created, second.Body?.ToJsonString());
        DateTimeOffset.Parse(second.Text("at")!, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(ahead.AddMicroseconds(1));
    }

    [Fact]
    public async Task While_dates_are_being_found_everything_that_goes_by_them_says_so_and_nothing_goes_out_on_an_old_one()
    {
        app.MoveTo(app.Today, 12);
        var due = await DueMan.EnrolAsync(app, _nurse);
        var address = await _nurse.Post("/calendar/feeds", "{}");
        var feed = new Uri(app.Url, new Uri(address.Text("address")!).PathAndQuery);
        await using (var turn = await app.NobodysTurnAsync())
        {
            // A date of another protocol, on which a message would be due.
            await app.SqlAsync("update followup.mt_doc_coursedocument set protocol = 'standard-9', data = jsonb_set(data, '{protocol}', '\"standard-9\"') where tenant_id = $1", Clinic);
            var of = (long)(await app.SqlAsync("select count(*) from followup.mt_doc_coursedocument where tenant_id = $1", Clinic))!;
            var said = of == 1 ? "0 of 1 man" : $"0 of {of} men";

            var list = await _nurse.Get("/worklist");
            (list.Text("dates.known"), list.Text("dates.of")).ShouldBe(("0", $"{of}"));
            list["rows"]!.AsArray().ShouldContain(row => row!["patientId"]!.ToString() == due.Id.ToString(), "those first on the list are asked themselves");
            (await _nurse.Get("/worklist/completeness")).Text("dates.of").ShouldBe($"{of}");
            var planned = await _nurse.Get("/recalls");
            (planned.Text("dates.of"), planned["messages"]!.AsArray().Count).ShouldBe(($"{of}", 0));
            (await app.RoundAsync(_nurse))["ordered"]!.AsArray().ShouldBeEmpty();
            (await CautionOfAsync("/reports/testosterone-return")).ShouldContain(said);
            (await CautionOfAsync("/recalls/simulation?weeks=4")).ShouldContain(said);
            (await CautionOfAsync($"/patients/{due.Id}/chart")).ShouldBeEmpty("a chart goes by no stored date");

            (await app.BesideServerAsync(Clinic, "recall", "list")).Error.ShouldContain($"Dates are being recalculated under standard-1, {said}");
            using (var program = new HttpClient())
            {
                Unfolded(await program.GetStringAsync(feed, TestContext.Current.CancellationToken)).ShouldContain($"SUMMARY:Tarihler standard-1 ile yeniden hesaplanıyor: {of} hastadan 0 tamam");
            }

            using var english = await PageClient.SignedInAsync(app, Roles.Nurse, Clinic);
            (await english.OpenAsync("/today")).Html.ShouldContain($"Dates are being recalculated under standard-1, {said}");
            using var turkish = await PageClient.SignedInAsync(app, Roles.Administrator, Clinic, "tr");
            var health = (await turkish.OpenAsync("/settings/health")).Html;
            health.ShouldContain($"Tarihler standard-1 ile yeniden hesaplanıyor: {of} hastadan 0 tamam");
            health.ShouldContain("henüz bilinmiyor");

            var measured = await MeasuredAsync();
            measured.ShouldNotContainKey("followup.reminders.due", "not known is not 0");
            measured["followup.recalls.undated"].ShouldBe(of);
            (await app.App.Services.GetRequiredService<DueDateWorker>().WorkAsync(Clinic, TestContext.Current.CancellationToken)).ShouldBeFalse("it is another's turn");
        }

        // The other worker was killed: its turn ends with its connection.
        await app.DatedAsync(Clinic, app.Other);
        var known = await _nurse.Get("/worklist");
        known["dates"].ShouldBeNull();
        known["rows"]!.AsArray().ShouldContain(row => row!["patientId"]!.ToString() == due.Id.ToString());
        (await CautionOfAsync("/worklist")).ShouldBeEmpty();
        (await MeasuredAsync())["followup.reminders.due"].ShouldBe(1);
        (await app.RoundAsync(_nurse))["ordered"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_calendar_address_ends_and_is_not_made_of_the_host_that_a_request_names()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/calendar/feeds") { Content = new StringContent("{}") };
        request.Headers.Host = "evil.test";
        using var response = await _nurse.SendAsync(request, TestContext.Current.CancellationToken);
        var made = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        made["address"]!.ToString().ShouldStartWith("https://followup.clinic.example/calendar/");
        using var program = new HttpClient { BaseAddress = app.Url };
        var path = new Uri(made["address"]!.ToString()).PathAndQuery;
        using (var answer = await program.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await app.SqlAsync("update followup.mt_doc_calendarfeed set data = jsonb_set(data, '{madeAt}', '\"2026-01-01T00:00:00Z\"')");

        var ended = await program.Get(path);
        (ended.Status, ended.Text("code")).ShouldBe((HttpStatusCode.Gone, "calendar-ended"));
    }

    [Fact]
    public async Task A_decision_that_this_version_does_not_know_stops_no_node_and_is_said_beside_every_answer()
    {
        const string clinic = "large";
        using var nurse = app.As(Roles.Nurse, clinic);
        using var administrator = app.As(Roles.Administrator, clinic);
        var man = await DueMan.EnrolAsync(app, nurse);
        (await administrator.Post("/guidelines/adoptions", """{"ruleSet":"EAU-2025.1"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await administrator.Post("/guidelines/adoptions", """{"protocol":"standard-2"}""")).Status.ShouldBe(HttpStatusCode.Created);
        await app.SqlAsync("update followup.mt_events set type = 'formulary_adopted', mt_dotnet_type = 'FollowUp.FormularyAdopted, FollowUp' where tenant_id = $1 and type = 'protocol_adopted'", clinic);

        using var restarted = app.Build(NodeRole.Command);
        await restarted.StartAsync(TestContext.Current.CancellationToken);
        restarted.Services.GetRequiredService<ClinicRegistry>()[clinic].InForce(GuidelineKind.RuleSet).ShouldBe("EAU-2025.1", "what it knows of the others holds");
        using var chart = await new HttpClient { DefaultRequestHeaders = { Authorization = nurse.DefaultRequestHeaders.Authorization } }
            .GetAsync(new Uri(new Uri(restarted.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
                .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First()), $"/patients/{man.Id}/chart"), TestContext.Current.CancellationToken);
        chart.StatusCode.ShouldBe(HttpStatusCode.OK);
        chart.Headers.GetValues("Caution").ShouldContain(caution => caution.Contains("formulary_adopted", StringComparison.Ordinal) || caution.Contains("FormularyAdopted", StringComparison.Ordinal));
        (await restarted.Services.GetRequiredService<SendingPauses>().HoldAsync(clinic, TestContext.Current.CancellationToken)).ShouldBeTrue("no message goes out by a protocol that may have been replaced");
        (await restarted.Services.GetRequiredService<Microsoft.Extensions.Diagnostics.HealthChecks.HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken))
            .Entries["guidelines"].Status.ShouldBe(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded);
        await restarted.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Each_look_for_adoptions_finds_a_clinics_stream_by_its_key()
    {
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("set enable_seqscan = off", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var explain = new NpgsqlCommand($"explain {FollowUp.Platform.Store.StoreSql.StreamVersions}", connection);
        explain.Parameters.AddWithValue((string[])[Clinic]);
        explain.Parameters.AddWithValue(FollowUp.Guidelines.Adoptions.ClinicStream);
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var plan = "";
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan += reader.GetString(0) + "\n";
        }

        plan.ShouldMatch(@"Index Cond: \(.*tenant_id.* AND \(id = ");
    }

    private async Task<string> CautionOfAsync(string address)
    {
        using var response = await _nurse.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return response.Headers.TryGetValues("Caution", out var cautions) ? string.Join('\n', cautions) : "";
    }

    private static string Unfolded(string calendar) => calendar.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal);

    private async Task<IReadOnlyDictionary<string, double>> MeasuredAsync()
    {
        var measured = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => listening.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (instrument.Meter.Name == "FollowUp" && tags.Length > 0 && (tags[0].Value as string) == Clinic)
            {
                measured[instrument.Name] = value;
            }
        });
        listener.Start();
        await app.App.Services.GetRequiredService<LedgerGauges>().MeasureAsync(TestContext.Current.CancellationToken);
        return measured;
    }
}
