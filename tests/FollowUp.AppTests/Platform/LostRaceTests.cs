using System.Net;
using FollowUp.Access;

namespace FollowUp.AppTests.Platform;

/// <summary>What the log says of races that writers lose.</summary>
public sealed class LostRaceTests(AppFixture app)
{
    [Fact]
    public async Task A_lost_race_is_one_line_in_the_log_and_no_stack_trace()
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        var before = app.Log.Lines.Count;

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(minute =>
            nurse.Post($"/patients/{man}/contact-attempts", $$"""{"attemptedAt":"2026-11-23T09:{{minute:00}}","channel":"Phone","outcome":"Busy"}""")));

        replies.ShouldAllBe(reply => reply.Status == HttpStatusCode.Created);
        var lines = app.Log.Lines.Skip(before).ToList();
        lines.ShouldContain(line => line.Contains("another writer was first", StringComparison.Ordinal));
        lines.ShouldNotContain(line => line.Contains("ConcurrencyException", StringComparison.Ordinal) && line.Contains("   at ", StringComparison.Ordinal));
    }
}
