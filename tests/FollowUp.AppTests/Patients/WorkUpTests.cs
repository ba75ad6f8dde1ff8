using System.Net;
using System.Text;
using FollowUp.Access;

namespace FollowUp.AppTests.Patients;

public sealed class WorkUpTests(AppFixture app)
{
    private const string Clinic = "examined";

    private readonly HttpClient _nurse = app.As(Roles.Nurse, Clinic);

    [Fact]
    public async Task An_examination_and_an_ultrasound_stand_in_the_timeline_and_the_dataset_with_each_side_for_itself()
    {
        var man = await _nurse.EnrolAsync();
        await Sent(man, "research-agreements", """{"agrees":true,"statedOn":"2026-01-05"}""");
        await Sent(man, "procedures", """{"type":"MTESE","performedOn":"2026-03-10","side":"Both","outcome":"SpermFound"}""");
        await Sent(man, "physical-examinations", """
            {"examinedOn":"2026-01-10","left":"Abnormal","right":"Normal","leftMillilitres":10,"rightMillilitres":14,"leftConsistency":"Soft",
             "leftVas":"Palpable","rightVas":"Palpable","leftVaricocele":"Grade2","rightVaricocele":"None","secondarySigns":"Normal","gynaecomastia":"No"}
            """);
        await Sent(man, "testicular-ultrasounds", """
            {"examinedOn":"2026-09-12","left":"Abnormal","right":"NotExamined","leftMillilitres":9.5,"leftEchotexture":"Heterogeneous",
             "leftMicrolithiasis":"Present","leftVaricocele":"Yes","leftOther":["Hydrocele","Fibrosis"]}
            """);

        var timeline = (await _nurse.Get($"/patients/{man}/timeline")).Body!.ToJsonString();
        timeline.ShouldContain("physical_examination_recorded");
        timeline.ShouldContain("testicular_ultrasound_recorded");

        using var researcher = app.As(Roles.Researcher, Clinic);
        var lines = (await researcher.GetStringAsync(new Uri("/datasets/work-up", UriKind.Relative), TestContext.Current.CancellationToken))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        // Without the study id and the moved day.
        lines.Select(line => string.Join(',', line.Split(',').Skip(2))).ShouldBe(
        [
            "examined_after_operation,examined_days_after,examined_by,side,finding,volume,consistency,vas_deferens,varicocele_grade,secondary_signs,gynaecomastia,"
            + "echotexture,microlithiasis,varicocele_ultrasound,other_findings",
            ",,Hand,Left,Abnormal,10,Soft,WITHHELD,Grade2,Normal,No,,,,",
            ",,Hand,Right,Normal,14,NotStated,WITHHELD,None,Normal,No,,,,",
            "1,186,Ultrasound,Left,Abnormal,9.5,,,,,,Heterogeneous,Present,Yes,WITHHELD",
            "1,186,Ultrasound,Right,NotExamined,,,,,,,NotStated,NotStated,NotAsked,",
        ]);
    }

    [Fact]
    public async Task Findings_of_a_side_that_was_not_examined_are_refused_with_field_and_remedy()
    {
        var man = await _nurse.EnrolAsync();

        var reply = await _nurse.Post($"/patients/{man}/testicular-ultrasounds", """{"examinedOn":"2026-01-10","left":"NotExamined","right":"Normal","leftMicrolithiasis":"None"}""");

        (reply.Status, reply.Text("errors.0.code"), reply.Text("errors.0.field")).ShouldBe((HttpStatusCode.UnprocessableEntity, "SideNotExamined", "leftMicrolithiasis"));
        reply.Text("errors.0.message")!.ShouldContain("Normal or Abnormal");
    }

    [Fact]
    public async Task An_examination_comes_in_by_a_file_and_a_contradiction_stays_for_a_person_to_look_at()
    {
        var man = await _nurse.EnrolAsync();
        using var administrator = app.As(Roles.Clinician, Clinic);
        var id = Guid.NewGuid();
        using var file = new StringContent(
            $$"""{"patient":"{{man}}","command":"physical_examination_recorded","id":"{{id}}","examinedOn":"2026-01-10","left":"Normal","right":"Normal","leftVas":"NotPalpable"}""",
            Encoding.UTF8, "application/x-ndjson");

        using var answer = await administrator.PostAsync(new Uri("/import", UriKind.Relative), file, TestContext.Current.CancellationToken);

        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        said.ShouldContain("NormalWithFinding");
        said.ShouldContain("\"recorded\":1");
    }

    private async Task Sent(string man, string path, string body)
    {
        var reply = await _nurse.Post($"/patients/{man}/{path}", body);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
    }
}
