using System.Net;
using FollowUp.Access;
using FollowUp.AppTests.Interop;

namespace FollowUp.AppTests.Hormones;

/// <summary>The end of a therapy in the future is refused with what to do instead, whoever sends it.</summary>
public sealed class TherapyEndTests(AppFixture app)
{
    private const string ToCome = "2027-02-01";

    private readonly HttpClient _clinician = app.As(Roles.Clinician);

    [Fact]
    public async Task An_end_in_the_future_is_refused_with_the_remedy_to_leave_it_out_and_send_ongoing()
    {
        var man = await _clinician.EnrolAsync();

        var refused = await _clinician.Post($"/patients/{man}/hormone-therapies", Therapy($$""" "stoppedOn":"{{ToCome}}" """));
        var line = await _clinician.Import($$"""{"patient":"{{man}}","command":"hormone_therapy_recorded","id":"{{Guid.NewGuid()}}","drug":"Clomifene","startedOn":"2026-09","stoppedOn":"{{ToCome}}"}""");

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (refused.Text("errors.0.code"), refused.Text("errors.0.field")).ShouldBe(("InTheFuture", "stoppedOn"));
        refused.Text("errors.0.message")!.ShouldContain("leave stoppedOn out and send ongoing Yes");
        line.Error(0, "message").ShouldBe(refused.Text("errors.0.message"));

        // What it says to do is taken.
        (await _clinician.Post($"/patients/{man}/hormone-therapies", Therapy(""" "ongoing":"Yes" """))).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_stop_in_the_future_is_refused_with_the_remedy_to_record_it_once_the_day_has_come()
    {
        var man = await _clinician.EnrolAsync();
        var therapy = await _clinician.Post($"/patients/{man}/hormone-therapies", Therapy(""" "ongoing":"Yes" """));

        var refused = await _clinician.Post($"/patients/{man}/hormone-therapy-stops", $$"""{"therapyId":"{{therapy.Text("id")}}","stoppedOn":"{{ToCome}}"}""");
        var line = await _clinician.Import($$"""{"patient":"{{man}}","command":"hormone_therapy_stopped","id":"{{Guid.NewGuid()}}","therapyId":"{{therapy.Text("id")}}","stoppedOn":"{{ToCome}}"}""");

        (refused.Status, refused.Text("errors.0.code")).ShouldBe((HttpStatusCode.UnprocessableEntity, "InTheFuture"));
        refused.Text("errors.0.message")!.ShouldContain("record its end once the day has come");
        line.Error(0, "message").ShouldBe(refused.Text("errors.0.message"));
    }

    private static string Therapy(string more) => $$"""{"drug":"Clomifene","startedOn":"2026-09",{{more}}}""";
}
