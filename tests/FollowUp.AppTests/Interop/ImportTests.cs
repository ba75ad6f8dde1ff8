using System.Net;
using System.Text;
using FollowUp.Access;

namespace FollowUp.AppTests.Interop;

public sealed class ImportTests(AppFixture app)
{
    private readonly HttpClient _clinician = app.As(Roles.Clinician);

    private readonly Guid _man = Guid.NewGuid();

    [Fact]
    public async Task A_later_line_corrects_an_earlier_one_by_the_senders_id()
    {
        var call = Guid.NewGuid();

        var answers = await _clinician.Import(
            Lines.Enrol(_man, Guid.NewGuid()),
            Lines.Call(_man, call),
            $$"""{"patient":"{{_man}}","command":"correct_entry","id":"{{Guid.NewGuid()}}","entryId":"{{call}}","changes":{"kind":"Visit"},"reason":"TypingError"}""");

        answers.Results.ShouldBe(["Recorded", "Recorded", "Recorded"]);
        var chart = await _clinician.Get($"/patients/{_man}/chart");
        chart.Text("facts.1.fact.kind").ShouldBe("Visit");
        chart.Text("version").ShouldBe("3");
    }

    [Fact]
    public async Task The_same_lines_again_store_nothing_twice()
    {
        string[] lines = [Lines.Enrol(_man, Guid.NewGuid(), "\"note\":\"çok özel not\""), Lines.Call(_man, Guid.NewGuid(), more: "\"note\":\"çok özel not\"")];
        await _clinician.Import(lines);

        var again = await _clinician.Import(lines);

        again.Results.ShouldBe(["AlreadyThere", "AlreadyThere"]);
        again.Summary["alreadyThere"]!.GetValue<int>().ShouldBe(2);
        (await _clinician.Get($"/patients/{_man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_id_used_before_with_other_content_is_rejected_and_all_else_goes_in()
    {
        var id = Guid.NewGuid();

        var answers = await _clinician.Import(
            Lines.Enrol(_man, Guid.NewGuid()), Lines.Call(_man, id), Lines.Call(_man, id, "2026-11-03T10:00"), Lines.Call(_man, Guid.NewGuid(), "2026-11-04T10:00"));

        answers.Results.ShouldBe(["Recorded", "Recorded", "Rejected", "Recorded"]);
        answers.Error(2).ShouldBe("IdInUse");
    }

    [Fact]
    public async Task What_is_no_command_is_rejected_with_its_line_and_all_else_goes_in()
    {
        using var file = new MemoryStream();
        foreach (var line in (byte[][])
        [
            Encoding.UTF8.GetBytes(Lines.Enrol(_man, Guid.NewGuid())),
            "{\"patient\":\"\xff\xfe\"}"u8.ToArray()[..12],
            [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D],
            "nonsense"u8.ToArray(),
            [],
            Enumerable.Repeat((byte)'x', 10_000_000).ToArray(),
            Encoding.UTF8.GetBytes($$"""{"patient":"{{_man}}","command":"dance","id":"{{Guid.NewGuid()}}"}"""),
            Encoding.UTF8.GetBytes($$"""{"patient":"{{_man}}","command":"contact_made","madeAt":"2026-11-02T10:00","kind":"Call"}"""),
            Encoding.UTF8.GetBytes(Lines.Call(Guid.NewGuid(), Guid.NewGuid())),
            Encoding.UTF8.GetBytes(Lines.Call(_man, Guid.NewGuid(), "2027-11-02T10:00")),
            Encoding.UTF8.GetBytes(Lines.Call(_man, Guid.NewGuid())),
        ])
        {
            file.Write(line);
            file.WriteByte((byte)'\n');
        }

        var answers = await _clinician.Import(file.ToArray());

        answers.Of.Select(answer => (answer["line"]!.GetValue<int>(), answer["errors"]?[0]?["code"]?.ToString(), answer["errors"]?[0]?["field"]?.ToString())).ShouldBe(
        [
            (1, null, null), (2, "Unreadable", "body"), (3, "Unreadable", "body"), (4, "Unreadable", "body"), (6, "TooLong", "line"),
            (7, "UnknownCommand", "command"), (8, "Missing", "id"), (9, "UnknownPatient", "patient"), (10, "InTheFuture", "madeAt"), (11, null, null),
        ]);
        answers.Summary["rejected"]!.GetValue<int>().ShouldBe(8);
    }

    [Fact]
    public async Task A_warning_is_stored_unconfirmed_and_said()
    {
        var answers = await _clinician.Import(
            Lines.Enrol(_man, Guid.NewGuid()), Operation("2026-03-02"), Operation("2026-06-02"));

        answers.Results.ShouldBe(["Recorded", "Recorded", "Recorded"]);
        answers.Of[2]["warnings"]![0]!.ToString().ShouldBe("IntervalBelow6Months");
        var line = (await _clinician.Get($"/patients/{_man}/timeline"))["lines.2.fact.warnings.0"]!;
        line["code"]!.ToString().ShouldBe("IntervalBelow6Months");
        line["reason"].ShouldBeNull();
    }

    [Fact]
    public async Task The_sources_own_time_is_kept_and_is_not_the_recorded_time()
    {
        await _clinician.Import(Lines.Enrol(_man, Guid.NewGuid()), Lines.Call(_man, Guid.NewGuid(), more: "\"sourceRecordedAt\":\"2026-11-02T09:15:00Z\""));

        var line = (await _clinician.Get($"/patients/{_man}/timeline"))["lines.1"]!;
        line["fact"]!["sourceRecordedAt"]!.ToString().ShouldBe("2026-11-02T09:15:00Z");
        line["recordedAt"]!.ToString().ShouldStartWith("2026-11-23");
    }

    [Fact]
    public async Task Only_a_clinic_of_made_up_men_may_set_the_recorded_time()
    {
        const string recorded = "\"recordedAt\":\"2026-01-05T09:00:00.123456789Z\"";
        using var madeUp = app.As(Roles.Clinician, "made-up");

        var real = await _clinician.Import(Lines.Enrol(_man, Guid.NewGuid(), recorded));
        var synthetic = await madeUp.Import(
            Lines.Enrol(_man, Guid.NewGuid(), recorded),
            Lines.Call(_man, Guid.NewGuid(), "2026-01-06T10:00", "\"recordedAt\":\"2026-01-06T09:00:00Z\""),
            Lines.Call(_man, Guid.NewGuid(), "2026-01-05T11:00", "\"recordedAt\":\"2026-01-05T10:00:00Z\""),
            Lines.Call(_man, Guid.NewGuid(), "2026-01-05T11:00", "\"recordedAt\":\"2027-01-05T10:00:00Z\""));

        real.Error(0).ShouldBe("RecordedTimeSet");
        synthetic.Results.ShouldBe(["Recorded", "Recorded", "Rejected", "Rejected"]);
        synthetic.Error(2).ShouldBe("BeforeLastRecorded");
        synthetic.Error(3).ShouldBe("InTheFuture");
        var past = await madeUp.Get($"/patients/{_man}/chart?asOf=2026-01-05T20:00:00Z");
        past.Text("version").ShouldBe("1");
    }

    [Fact]
    public async Task Only_a_clinic_of_made_up_men_may_have_the_programs_own_facts()
    {
        var operation = Guid.NewGuid();
        string[] lines =
        [
            Lines.Enrol(_man, Guid.NewGuid()), Operation("2026-03-02", operation),
            $$"""{"patient":"{{_man}}","command":"reminder_decided","id":"{{Guid.NewGuid()}}","recall":"CONTACT_6W","procedureId":"{{operation}}","occurrence":1,"channel":"Email","decidedOn":"2026-04-13","protocol":"standard-1"}""",
        ];
        using var madeUp = app.As(Roles.Clinician, "made-up");

        (await _clinician.Import(lines)).Error(2).ShouldBe("NotAllowed");
        (await madeUp.Import(lines)).Results.ShouldBe(["Recorded", "Recorded", "Recorded"]);
    }

    [Fact]
    public async Task Each_mans_lines_are_taken_in_their_order_though_several_men_are_taken_at_once()
    {
        var men = Enumerable.Range(0, 12).Select(_ => Guid.NewGuid()).ToList();
        var lines = men.Select(man => Lines.Enrol(man, Guid.NewGuid()))
            .Concat(Enumerable.Range(0, 15).SelectMany(minute => men.Select(man => Lines.Call(man, Guid.NewGuid(), $"2026-11-02T10:{minute:00}"))));

        var answers = await _clinician.Import([.. lines]);

        answers.Results.ShouldAllBe(result => result == "Recorded");
        foreach (var man in men)
        {
            var called = (await _clinician.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Skip(1).Select(line => line!["fact"]!["madeAt"]!.ToString()).ToList();
            called.Count.ShouldBe(15);
            called.ShouldBe(called.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task A_nurse_imports_what_nurses_record_and_a_researcher_nothing()
    {
        using var nurse = app.As(Roles.Nurse);
        using var researcher = app.As(Roles.Researcher);

        var answers = await nurse.Import(
            Lines.Enrol(_man, Guid.NewGuid()),
            $$"""{"patient":"{{_man}}","command":"patient_died","id":"{{Guid.NewGuid()}}","diedOn":"2026-10"}""");

        answers.Results.ShouldBe(["Recorded", "Rejected"]);
        answers.Error(1).ShouldBe("NotAllowed");
        (await Should.ThrowAsync<HttpRequestException>(researcher.Import(Lines.Call(_man, Guid.NewGuid())))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private string Operation(string on, Guid? id = null) =>
        $$"""{"patient":"{{_man}}","command":"procedure_performed","id":"{{id ?? Guid.NewGuid()}}","type":"MTESE","performedOn":"{{on}}","side":"Left"}""";
}
