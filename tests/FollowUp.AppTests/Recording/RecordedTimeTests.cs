using System.Net;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recording;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.AppTests.Recording;

/// <summary>Two nodes of one database whose clocks differ: no past is seen that never was.</summary>
public sealed class RecordedTimeTests(AppFixture app) : IAsyncLifetime
{
    private const string Attempt = """{"attemptedAt":"2026-11-20T09:00","channel":"Phone","outcome":"Busy"}""";

    private OtherNode _behind = null!;

    private HttpClient _ahead = null!;

    private HttpClient _late = null!;

    private HttpClient _administrator = null!;

    public async ValueTask InitializeAsync()
    {
        _behind = await OtherNode.StartAsync(app, new FakeTimeProvider(app.Time.GetUtcNow().AddMilliseconds(-200)));
        (_ahead, _late) = (app.As(Roles.Nurse), app.As(Roles.Nurse, url: _behind.Url));
        _administrator = app.As(Roles.Administrator, url: _behind.Url);
    }

    public ValueTask DisposeAsync() => _behind.DisposeAsync();

    [Fact]
    public async Task A_fact_recorded_by_a_node_behind_is_never_recorded_before_the_fact_before_it()
    {
        var man = await _ahead.EnrolAsync();
        foreach (var node in (HttpClient[])[_late, _ahead, _late, _late, _ahead])
        {
            (await node.Post($"/patients/{man}/contact-attempts", Attempt)).Status.ShouldBe(HttpStatusCode.Created);
        }

        var recorded = await RecordedAsync(man);
        recorded.Count.ShouldBe(6);
        recorded.ShouldBe([.. recorded.Order()]);
        recorded.Distinct().Count().ShouldBe(6);

        // As of the instant of each entry exactly those before it are there.
        for (var i = 0; i < recorded.Count; i++)
        {
            var course = (await CourseAsync(man)).AsOf(recorded[i]);
            course.Version.ShouldBe(i + 1);
        }
    }

    [Fact]
    public async Task A_merge_and_its_undoing_and_an_erasure_by_a_node_behind_are_recorded_after_what_they_rest_on()
    {
        var (survivor, other) = (await _ahead.EnrolAsync(), await _ahead.EnrolAsync());
        await _ahead.Post($"/patients/{other}/contact-attempts", Attempt);
        var merge = await _administrator.Post($"/patients/{survivor}/merges", $$"""{"otherId":"{{other}}","reason":"one man"}""");
        merge.Status.ShouldBe(HttpStatusCode.Created, merge.Body?.ToJsonString());
        (await _administrator.Post($"/patients/{survivor}/merges/{merge.Text("id")}/undo", """{"assignments":{}}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await _administrator.Post($"/patients/{other}/erasure", $$"""{"reason":"HisRequest","confirm":"{{other}}"}""")).Status.ShouldBe(HttpStatusCode.Created);

        foreach (var man in (string[])[survivor, other])
        {
            var recorded = await RecordedAsync(man);
            recorded.ShouldBe([.. recorded.Order()]);
        }
    }

    [Fact]
    public async Task What_is_asked_as_of_now_sees_what_a_node_ahead_has_recorded()
    {
        var man = await _ahead.EnrolAsync();
        (await _late.Post($"/patients/{man}/contact-attempts", Attempt)).Status.ShouldBe(HttpStatusCode.Created);

        var now = _behind.Time.GetCurrentInstant();

        (await CourseAsync(man)).AsOf(now).Version.ShouldBe(2);
    }

    private async Task<IReadOnlyList<Instant>> RecordedAsync(string man) =>
        [.. (await _ahead.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Select(line => InstantPattern.ExtendedIso.Parse(line!["recordedAt"]!.ToString()).Value)];

    private async Task<PatientCourse> CourseAsync(string man)
    {
        await using var session = app.App.Services.GetRequiredService<IDocumentStore>().QuerySession("izmir");
        return await app.App.Services.GetRequiredService<Courses>().ReadAsync(session, Guid.Parse(man), TestContext.Current.CancellationToken);
    }
}
