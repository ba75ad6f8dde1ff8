using System.Collections.Concurrent;
using System.Net;
using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;

namespace FollowUp.AppTests.Recording;

public sealed class CrashTests(AppFixture app)
{
    private const int Writes = 200;

    [Fact]
    public async Task Every_fact_acknowledged_before_a_kill_is_there_once_after_it()
    {
        await using var first = await ServerProcess.StartAsync(app.Settings);
        using var nurse = app.As(Roles.Nurse, url: first.Url);
        var men = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            men.Add(await nurse.EnrolAsync());
        }

        var acknowledged = new ConcurrentBag<(string Man, string Id)>();
        var killed = new TaskCompletionSource();
        async Task Write(int n)
        {
            var (man, id) = (men[n % men.Count], Guid.NewGuid().ToString());
            try
            {
                var reply = await nurse.Post($"/patients/{man}/contacts", $$"""{"id":"{{id}}","madeAt":"2026-11-20T10:00","kind":"Call"}""");
                if (reply.Status == HttpStatusCode.Created)
                {
                    acknowledged.Add((man, id));
                    if (acknowledged.Count == Writes / 4)
                    {
                        await first.KillAsync();
                        killed.SetResult();
                    }
                }
            }
            catch (HttpRequestException)
            {
                await killed.Task;
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Writes).Select(Write));
        await using var second = await ServerProcess.StartAsync(app.Settings);
        using var again = app.As(Roles.Nurse, url: second.Url);

        acknowledged.Count.ShouldBeInRange(Writes / 4, Writes - 1);
        foreach (var man in men)
        {
            var recorded = (await again.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Select(line => line!["id"]!.ToString()).ToList();
            recorded.ShouldBeUnique();
            acknowledged.Where(fact => fact.Man == man).Select(fact => fact.Id).ShouldBeSubsetOf(recorded);
        }
    }
}
