using System.Net;
using FollowUp.Access;
using FollowUp.AppTests.Interop;
using FollowUp.AppTests.Pages;
using FollowUp.Course;
using FollowUp.Guidelines;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using Marten;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace FollowUp.AppTests.Recording;

/// <summary>What a sender is told once a fact is stored, and what every way in asks before.</summary>
public sealed class StoredAnswerTests(AppFixture app)
{
    private const string Weight = """{"measuredOn":"2026-11-20","kilograms":81.5}""";

    private const string Correction = """{"changes":{"kilograms":80.5},"reason":"TypingError"}""";

    private const string Retraction = """{"reason":"WrongPatient"}""";

    private const string Attempt = """{"attemptedAt":"2026-11-20T09:00","channel":"Phone","outcome":"Busy"}""";

    [Fact]
    public async Task Whatever_fails_after_the_commit_is_answered_with_what_is_sure_and_never_that_nothing_was_stored()
    {
        // A rule set that this node does not know is in force: every answer of the state fails, after the fact is stored.
        await using var node = await OtherNode.StartAsync(
            app, settings: [("FollowUp:Clinics:70:Id", "torn"), ("FollowUp:Clinics:70:Name", "Clinic of another version"), ("FollowUp:Clinics:70:Synthetic", "false")]);
        using var nurse = app.As(Roles.Nurse, "torn", url: node.Url);
        var torn = node.App.Services.GetRequiredService<ClinicRegistry>()["torn"];
        node.App.Services.GetRequiredService<ClinicRegistry>().Adopted("torn", [new(NodaTime.Instant.MinValue, GuidelineKind.RuleSet, torn.RuleSet, "EAU-2999.1")]);
        var enrolled = await nurse.Post("/patients", Men.Enrolment());

        enrolled.Status.ShouldBe(HttpStatusCode.Created, enrolled.Body?.ToJsonString());
        var man = enrolled.Text("patientId");
        var reply = await nurse.Post($"/patients/{man}/contact-attempts", Attempt);

        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        (reply.Text("version"), reply.Text("patientId"), reply.ETag).ShouldBe(("2", man, "\"2\""));
        reply.Text("notKnown")!.ShouldContain("do not enter it again");
        reply.Text("readAt").ShouldBe($"/patients/{man}/timeline");
        var timeline = await nurse.Get(reply.Text("readAt")!);
        (timeline["lines"]!.AsArray().Count, timeline.Text("lines.1.id")).ShouldBe((2, reply.Text("id")));
    }

    [Fact]
    public async Task What_fails_in_the_bus_after_the_commit_is_recorded_through_every_door_and_stored_once()
    {
        var torn = new TornCommit();
        await using var node = await OtherNode.StartAsync(app, services: services => services.ConfigureMarten(options => options.Listeners.Add(torn)));
        using var nurse = app.As(Roles.Nurse, url: node.Url);
        using var administrator = app.As(Roles.Administrator, url: node.Url);
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse, url: node.Url);

        var (man, other) = (await nurse.EnrolAsync(), await nurse.EnrolAsync());
        var weight = await nurse.Post($"/patients/{man}/weights", Weight, ("Idempotency-Key", $"torn-{man}"));
        Reply[] replies =
        [
            weight,
            await nurse.Post($"/patients/{man}/entries/{weight.Text("id")}/corrections", Correction, ("If-Match", weight.ETag!)),
            await nurse.Post($"/patients/{man}/entries/{weight.Text("id")}/retractions", Retraction, ("If-Match", "\"3\"")),
            await administrator.Post($"/patients/{man}/merges", $$"""{"otherId":"{{other}}","reason":"the same man","id":"{{Ids.Of($"torn/{man}")}}"}"""),
            await administrator.Post($"/patients/{man}/merges/{Ids.Of($"torn/{man}")}/undo", """{"assignments":{}}"""),
        ];
        var results = await browser.OpenAsync($"/men/{man}/results");
        var together = await browser.SendAsync(
            $"/men/{man}/results", ("key", results.Field("key")), ("collectedAt", "2026-08-20"), ("status", "Final"), ("value.LH", "6,1"), ("unit.LH", "IU/L"), ("value.FSH", "9"), ("unit.FSH", "IU/L"));
        var line = await nurse.Import($$"""{"patient":"{{man}}","command":"weight_measured","id":"{{Ids.Of($"line/{man}")}}","measuredOn":"2026-11-21","kilograms":82}""");
        var again = await nurse.Post($"/patients/{man}/weights", Weight, ("Idempotency-Key", $"torn-{man}"));
        var erased = await administrator.Post($"/patients/{man}/erasure", $$"""{"reason":"HisRequest","confirm":"{{man}}"}""");

        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created);
        together.Address.AbsolutePath.ShouldBe($"/men/{man}", together.Html);
        (again.Status, again.Text("id")).ShouldBe((HttpStatusCode.Created, weight.Text("id")));
        line.Results.ShouldBe(["Recorded"]);
        erased.Status.ShouldBe(HttpStatusCode.Created, erased.Body?.ToJsonString());
        torn.Torn.ShouldBe(10, "every commit failed after it was made");
        (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Select(entry => entry!["kind"]!.ToString()).ShouldBe(
        [
            "patient_enrolled", "weight_measured", "entry_corrected", "entry_retracted", "records_merged", "patient_enrolled", "entry_retracted", "entry_retracted",
            "hormone_result_reported", "hormone_result_reported", "weight_measured", "identity_erased",
        ]);
    }

    [Fact]
    public async Task What_fails_before_the_commit_is_no_answer_that_it_was_stored()
    {
        var torn = new TornCommit { Before = true };
        await using var node = await OtherNode.StartAsync(app, services: services => services.ConfigureMarten(options => options.Listeners.Add(torn)));
        using var nurse = app.As(Roles.Nurse);
        using var there = app.As(Roles.Nurse, url: node.Url);
        var man = await nurse.EnrolAsync();

        (await there.Post($"/patients/{man}/weights", Weight)).Status.ShouldBe(HttpStatusCode.InternalServerError);

        (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(1);
    }

    // Whoever listens to commits fails: before them, or once they are made.
    private sealed class TornCommit : DocumentSessionListenerBase
    {
        public bool Before { get; init; }

        public int Torn { get; private set; }

        public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token) => Before ? Tear(session.PendingChanges.Streams().Any()) : Task.CompletedTask;

        public override Task AfterCommitAsync(IDocumentSession session, IChangeSet commit, CancellationToken token) => Before ? Task.CompletedTask : Tear(commit.GetStreams().Any());

        private Task Tear(bool hasFacts)
        {
            if (!hasFacts)
            {
                return Task.CompletedTask;
            }

            Torn++;
            throw new InvalidOperationException("Whoever listens to commits fails.");
        }
    }

    [Fact]
    public async Task Facts_recorded_together_are_asked_all_that_one_alone_is_asked_the_rule_of_loss_among_it()
    {
        using var nurse = app.As(Roles.Nurse, "previewed");
        using var clinician = app.As(Roles.Clinician, "previewed");
        var man = await nurse.EnrolAsync();
        await nurse.Post($"/patients/{man}/procedures", """{"type":"MTESE","performedOn":"2026-06-01","side":"Both"}""");
        var lost = new PatientLostToFollowUp { DeclaredOn = new(2026, 11, 20), Reason = LossReason.Unreachable };
        var sender = new Sender("clinician-1", "previewed", IsClinician: true);
        var facts = new List<StatedFact> { new(Ids.New(), lost) };

        await using var scope = app.App.Services.CreateAsyncScope();
        var bus = scope.ServiceProvider.GetRequiredService<IMessageBus>();
        var alone = await bus.InvokeForTenantAsync<Outcome>("previewed", new RecordFact(Guid.Parse(man), facts[0].FactId, lost, sender), TestContext.Current.CancellationToken);
        var together = await bus.InvokeForTenantAsync<Outcome>("previewed", new RecordTogether(Guid.Parse(man), facts, sender), TestContext.Current.CancellationToken);

        alone.ShouldBeOfType<Outcome.Refused>().Findings.ShouldContain(finding => finding.Code == "LossBeforeRule");
        together.ShouldBeOfType<Outcome.Refused>().Findings.Select(finding => finding.Code).ShouldBe(((Outcome.Refused)alone).Findings.Select(finding => finding.Code));
    }
}
