using System.Net;
using FollowUp.Access;
using FollowUp.Guidelines;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using Microsoft.Extensions.DependencyInjection;
using Wolverine;

namespace FollowUp.AppTests.Patients;

/// <summary>What a sender is told once a fact is stored, and what every way in asks before.</summary>
public sealed class StoredAnswerTests(AppFixture app)
{
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
