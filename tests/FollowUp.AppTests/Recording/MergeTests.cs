using System.Net;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.AppTests.Recording;

public sealed class MergeTests(AppFixture app)
{
    private const string Operation = """{"type":"MTESE","performedOn":"2026-01-15","side":"Both"}""";

    private const string Call = """{"madeAt":"2026-03-01T10:00","kind":"Call","complications":"None"}""";

    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    private readonly HttpClient _administrator = app.As(Roles.Administrator);

    [Fact]
    public async Task Both_addresses_answer_as_one_man_with_all_facts_does()
    {
        var (survivor, other, one) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        var operation = await RecordAsync(other, "procedures", Operation);
        await RecordAsync(other, "complications", $$"""{"type":"Haematoma","detectedOn":"2026-01-20","reportedBy":"Nurse","procedureId":"{{operation}}"}""");
        await RecordAsync(survivor, "contacts", Call);
        var theOperation = await RecordAsync(one, "procedures", Operation);
        await RecordAsync(one, "complications", $$"""{"type":"Haematoma","detectedOn":"2026-01-20","reportedBy":"Nurse","procedureId":"{{theOperation}}"}""");
        await RecordAsync(one, "contacts", Call);

        var merge = await MergeAsync(survivor, other);

        merge.Text("copies").ShouldBe("3");
        var (merged, expected) = (await _nurse.Get($"/patients/{survivor}/chart"), await _nurse.Get($"/patients/{one}/chart"));
        foreach (var (name, answer) in expected["answers"]!.AsObject().Where(answer => answer.Key != "enrolment"))
        {
            WithoutIds(merged["answers"]![name]!).ShouldBe(WithoutIds(answer!), name);
        }

        merged.Body!.ToJsonString().ShouldContain("2026-01-20");
        foreach (var page in (string[])["chart", "timeline", "operations", "due-items?on=2026-12-01"])
        {
            using var response = await _nurse.GetAsync(new Uri($"/patients/{other}/{page}", UriKind.Relative), TestContext.Current.CancellationToken);
            response.Content.Headers.ContentLocation!.ToString().ShouldBe($"/patients/{survivor}/{page}");
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            JsonNode.DeepEquals(JsonNode.Parse(body), (await _nurse.Get($"/patients/{survivor}/{page}")).Body).ShouldBeTrue(page);
        }

        await NothingDiffersAsync(survivor, other);
    }

    [Fact]
    public async Task A_merged_record_takes_no_more_and_names_the_survivor()
    {
        var (survivor, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        await MergeAsync(survivor, other);

        var reply = await _nurse.Post($"/patients/{other}/contacts", Call);

        reply.Status.ShouldBe(HttpStatusCode.Conflict);
        reply.Text("code").ShouldBe("record-merged");
        reply.Text("survivorId").ShouldBe(survivor);
    }

    [Fact]
    public async Task His_other_name_still_finds_him_and_points_to_the_survivor()
    {
        var (survivor, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        var number = (await _nurse.Get($"/patients/{other}/identity")).Text("identity.recordNumber");
        await MergeAsync(survivor, other);

        var found = await _nurse.Post("/patients/search", $$"""{"q":"{{number}}"}""");

        var hit = found["hits"]!.AsArray().Single(hit => hit!["patientId"]!.ToString() == other)!;
        hit["mergedInto"]!.ToString().ShouldBe(survivor);
    }

    [Fact]
    public async Task A_copied_note_is_sealed_with_the_survivors_key_and_read_at_both_addresses()
    {
        var (survivor, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        await RecordAsync(other, "contacts", """{"madeAt":"2026-03-01T10:00","kind":"Call","note":"çok özel not"}""");

        await MergeAsync(survivor, other);

        foreach (var address in (string[])[survivor, other])
        {
            (await _nurse.Get($"/patients/{address}/chart"))["facts"]!.AsArray().Single(fact => fact!["kind"]!.ToString() == "contact_made")!["fact"]!["note"]!
                .ToString().ShouldBe("çok özel not");
        }
    }

    [Fact]
    public async Task Undone_both_charts_are_what_they_were()
    {
        var (survivor, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        await RecordAsync(other, "procedures", Operation);
        await RecordAsync(other, "contacts", """{"madeAt":"2026-03-01T10:00","kind":"Call","note":"çok özel not"}""");
        await RecordAsync(survivor, "contacts", Call);
        var before = (await ChartAsync(survivor), await ChartAsync(other));
        var merge = (await MergeAsync(survivor, other)).Text("id");

        var replies = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _administrator.Post($"/patients/{survivor}/merges/{merge}/undo", """{"assignments":{}}""")));

        replies.ShouldAllBe(undone => undone.Status == HttpStatusCode.Created && undone.Text("undone") == "true");
        (await ChartAsync(survivor), await ChartAsync(other)).ShouldBe(before);
        (await _nurse.Post($"/patients/{other}/contacts", Call)).Status.ShouldBe(HttpStatusCode.Created);
        await NothingDiffersAsync(survivor, other);
    }

    [Fact]
    public async Task What_was_recorded_since_is_assigned_one_by_one()
    {
        var (survivor, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        var operation = await RecordAsync(other, "procedures", Operation);
        var merge = Guid.Parse((await MergeAsync(survivor, other)).Text("id")!);
        var complication = await RecordAsync(survivor, "complications", $$"""
            {"type":"Haematoma","detectedOn":"2026-01-20","reportedBy":"Nurse","procedureId":"{{Merging.CopyId(merge, Guid.Parse(operation))}}","note":"çok özel not"}
            """);
        var weight = await RecordAsync(survivor, "weights", """{"measuredOn":"2026-01-05","kilograms":70}""");

        var seen = await _administrator.Get($"/patients/{survivor}/merges/{merge}");
        var forgotten = await _administrator.Post($"/patients/{survivor}/merges/{merge}/undo", $$$"""{"assignments":{"{{{weight}}}":"Survivor"}}""");
        var undone = await _administrator.Post(
            $"/patients/{survivor}/merges/{merge}/undo", $$$"""{"assignments":{"{{{weight}}}":"Survivor","{{{complication}}}":"Other"}}""");

        seen["since"]!.AsArray().Select(since => $"{since!["kind"]} {since["proposal"]}").ShouldBe(["complication_reported Other", "weight_measured Survivor"]);
        forgotten.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        forgotten.Text("errors.0.code").ShouldBe("Unassigned");
        forgotten.Text("errors.0.value").ShouldBe(complication);
        undone.Status.ShouldBe(HttpStatusCode.Created, undone.Body?.ToJsonString());
        (await KindsAsync(survivor)).ShouldBe(["patient_enrolled", "weight_measured"], ignoreOrder: true);
        (await KindsAsync(other)).ShouldBe(["patient_enrolled", "procedure_performed", "complication_reported"], ignoreOrder: true);
        (await _nurse.Get($"/patients/{other}/chart"))["facts"]!.AsArray().Single(fact => fact!["kind"]!.ToString() == "complication_reported")!["fact"]!["note"]!
            .ToString().ShouldBe("çok özel not");
    }

    [Fact]
    public async Task Sent_again_it_merges_once()
    {
        var (survivor, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        await RecordAsync(other, "contacts", Call);
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());

        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _administrator.Post($"/patients/{survivor}/merges", Body(other), key)));

        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created);
        replies.Select(reply => reply.Text("id")).Distinct().Count().ShouldBe(1);
        (await KindsAsync(survivor)).Count(kind => kind == "contact_made").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_recorded_of_the_other_while_he_is_merged_is_copied_or_refused_never_lost()
    {
        var (survivor, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());

        var recording = Task.WhenAll(Enumerable.Range(0, 12).Select(minute =>
            _nurse.Post($"/patients/{other}/contacts", Call.Replace("10:00", $"10:{minute:00}", StringComparison.Ordinal))));
        await MergeAsync(survivor, other);
        var replies = await recording;

        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created || reply.Status == HttpStatusCode.Conflict);
        (await KindsAsync(survivor)).Count(kind => kind == "contact_made").ShouldBe(replies.Count(reply => reply.Status == HttpStatusCode.Created));
        await NothingDiffersAsync(survivor, other);
    }

    [Fact]
    public async Task Two_records_merged_into_each_other_at_once_leave_one()
    {
        var (one, two) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());

        var replies = await Task.WhenAll(
            _administrator.Post($"/patients/{one}/merges", Body(two)), _administrator.Post($"/patients/{two}/merges", Body(one)));

        replies.Select(reply => reply.Status).Order().ShouldBe([HttpStatusCode.Created, HttpStatusCode.Conflict]);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused_by_name()
    {
        var (survivor, other, third) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        using var elsewhere = app.As(Roles.Nurse, "made-up");
        var stranger = await elsewhere.EnrolAsync();
        await MergeAsync(survivor, other);

        (await CodeAsync(survivor, survivor)).ShouldBe("SameRecord");
        (await CodeAsync(survivor, Guid.NewGuid().ToString())).ShouldBe("UnknownPatient");
        (await CodeAsync(survivor, stranger)).ShouldBe("UnknownPatient");
        (await CodeAsync(Guid.NewGuid().ToString(), other)).ShouldBe("UnknownPatient");
        (await CodeAsync(third, other)).ShouldBe("RecordMerged");
        (await CodeAsync(other, third)).ShouldBe("RecordMerged");
        (await _nurse.Post($"/patients/{survivor}/merges", Body(third))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await _administrator.Post($"/patients/{survivor}/merges", $$"""{"otherId":"{{third}}","reason":" "}""")).Text("errors.0.field").ShouldBe("reason");
    }

    [Fact]
    public async Task An_erased_record_is_not_merged()
    {
        var (survivor, other) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        var directory = app.App.Services.GetRequiredService<PatientDirectory>();
        await using var session = app.App.Services.GetRequiredService<IDocumentStore>().LightweightSession("izmir");
        directory.Erase(session, (await directory.Find(session, Guid.Parse(other), TestContext.Current.CancellationToken))!);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await CodeAsync(survivor, other)).ShouldBe("Erased");
        (await CodeAsync(other, survivor)).ShouldBe("Erased");
    }

    [Fact]
    public async Task Merged_on_from_record_to_record_he_is_found_in_the_last_and_separated_from_there()
    {
        var (first, second, last) = (await _nurse.EnrolAsync(), await _nurse.EnrolAsync(), await _nurse.EnrolAsync());
        var contact = await RecordAsync(first, "contacts", Call);
        var inner = (await MergeAsync(second, first)).Text("id");
        var outer = (await MergeAsync(last, second)).Text("id");

        var chart = await _nurse.Get($"/patients/{first}/chart");
        var early = await _administrator.Post($"/patients/{second}/merges/{inner}/undo", """{"assignments":{}}""");
        await _administrator.Post($"/patients/{last}/merges/{outer}/undo", """{"assignments":{}}""");
        var late = await _administrator.Post($"/patients/{second}/merges/{inner}/undo", """{"assignments":{}}""");

        chart.Text("patientId").ShouldBe(last);
        chart["facts"]!.AsArray().Single(fact => fact!["kind"]!.ToString() == "contact_made")!["fact"]!["copiedFrom"]!["entryId"]!.ToString().ShouldBe(contact);
        early.Text("survivorId").ShouldBe(last);
        late.Status.ShouldBe(HttpStatusCode.Created, late.Body?.ToJsonString());
        (await KindsAsync(first)).ShouldContain("contact_made");
        (await KindsAsync(second)).ShouldBe(["patient_enrolled"]);
        (await KindsAsync(last)).ShouldBe(["patient_enrolled"]);
        await NothingDiffersAsync(first, second, last);
    }

    private static string Body(string other) => $$"""{"otherId":"{{other}}","reason":"çok özel not: enrolled twice"}""";

    private static string WithoutIds(JsonNode node) =>
        System.Text.RegularExpressions.Regex.Replace(node.ToJsonString(), "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private async Task<Reply> MergeAsync(string survivor, string other)
    {
        var reply = await _administrator.Post($"/patients/{survivor}/merges", Body(other));
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply;
    }

    private async Task<string?> CodeAsync(string survivor, string other) =>
        (await _administrator.Post($"/patients/{survivor}/merges", Body(other))).Text("errors.0.code");

    private async Task<string> RecordAsync(string man, string path, string fact)
    {
        var reply = await _nurse.Post($"/patients/{man}/{path}", fact);
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Text("id")!;
    }

    private async Task<string> ChartAsync(string man)
    {
        var chart = (await _nurse.Get($"/patients/{man}/chart")).Body!.AsObject();
        chart.Remove("version");
        return chart.ToJsonString();
    }

    private async Task<IReadOnlyList<string>> KindsAsync(string man) =>
        [.. (await _nurse.Get($"/patients/{man}/chart"))["facts"]!.AsArray().Select(fact => fact!["kind"]!.ToString())];

    private async Task NothingDiffersAsync(params string[] men)
    {
        using var response = await _administrator.GetAsync(new Uri("/documents/differences", UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        men.ShouldAllBe(man => !lines.Contains(man, StringComparison.Ordinal), lines);
    }
}
