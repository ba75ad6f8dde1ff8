using System.Net;
using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;

namespace FollowUp.AppTests.Recording;

/// <summary>The versions and tags by which a sender says what they saw.</summary>
public sealed class SeenVersionTests(AppFixture app)
{
    private const string Contact = """{"madeAt":"2026-11-23T10:00","kind":"Call","complications":"None"}""";

    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Theory]
    [InlineData("\"0\"")]
    [InlineData("\"4\"")]
    [InlineData("\"999999999999\"")]
    public async Task A_version_that_the_man_never_had_is_not_taken_for_one_that_was_seen(string version)
    {
        var (man, entry) = await ContactedAsync();

        var reply = await CorrectAsync(man, entry, "11:30", version);

        reply.Status.ShouldBe(HttpStatusCode.PreconditionFailed, reply.Body?.ToJsonString());
        reply.Text("title")!.ShouldContain("never had");
        reply.Text("currentVersion").ShouldBe("3");
    }

    [Fact]
    public async Task A_version_before_other_entries_is_accepted_and_one_before_a_change_of_this_entry_is_not()
    {
        var (man, entry) = await ContactedAsync();

        (await CorrectAsync(man, entry, "11:30", "\"2\"")).Status.ShouldBe(HttpStatusCode.Created);
        (await CorrectAsync(man, entry, "11:45", "\"3\"")).Status.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await CorrectAsync(man, entry, "11:45", "\"4\"")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_correction_sent_again_with_its_id_is_the_same_one_and_not_stale_by_itself()
    {
        var (man, entry) = await ContactedAsync();
        var id = Guid.NewGuid();

        var first = await CorrectAsync(man, entry, "11:30", "\"3\"", id);
        var again = await CorrectAsync(man, entry, "11:30", "\"3\"", id);

        (again.Status, again.Text("version")).ShouldBe((first.Status, first.Text("version")));
        first.Status.ShouldBe(HttpStatusCode.Created, first.Body?.ToJsonString());
    }

    [Fact]
    public async Task The_charts_tag_changes_with_its_body_also_when_only_the_day_does_and_is_taken_as_a_version()
    {
        var (man, entry) = await ContactedAsync();

        var today = await _nurse.Get($"/patients/{man}/chart");
        var again = await _nurse.Get($"/patients/{man}/chart");
        var later = await _nurse.Get($"/patients/{man}/chart?on=2026-12-24");

        again.ETag.ShouldBe(today.ETag);
        later.ETag.ShouldNotBe(today.ETag);
        later.Text("version").ShouldBe(today.Text("version"));
        (await CorrectAsync(man, entry, "11:30", later.ETag!)).Status.ShouldBe(HttpStatusCode.Created);
    }

    private async Task<(string Man, string Entry)> ContactedAsync()
    {
        var man = await _nurse.EnrolAsync();
        var entry = (await _nurse.Post($"/patients/{man}/contacts", Contact)).Text("id")!;
        await _nurse.Post($"/patients/{man}/contact-attempts", """{"attemptedAt":"2026-11-20T09:00","channel":"Phone","outcome":"Busy"}""");
        return (man, entry);
    }

    private Task<Reply> CorrectAsync(string man, string entry, string time, string version, Guid? id = null) => _nurse.Post(
        $"/patients/{man}/entries/{entry}/corrections",
        $$$"""{"id":"{{{id ?? Guid.NewGuid()}}}","changes":{"madeAt":"2026-11-23T{{{time}}}"},"reason":"TypingError"}""", ("If-Match", version));
}
