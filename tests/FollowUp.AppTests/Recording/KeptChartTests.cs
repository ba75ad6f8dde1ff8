using System.Net;
using FollowUp.Access;
using FollowUp.Directory;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.AppTests.Recording;

/// <summary>A chart that was answered before, and what changes, hides or erases what stands in it.</summary>
public sealed class KeptChartTests(AppFixture app)
{
    private const string Contact = """{"madeAt":"2026-11-23T10:00","kind":"Call","note":"çok özel not"}""";

    private readonly HttpClient _nurse = app.As(Roles.Nurse);

    [Fact]
    public async Task A_fact_recorded_since_stands_in_the_chart()
    {
        var man = await _nurse.EnrolAsync();
        var first = await Chart(man);
        var again = await Chart(man);
        await _nurse.Post($"/patients/{man}/contacts", Contact);

        var after = await Chart(man);

        again.Body!.ToJsonString().ShouldBe(first.Body!.ToJsonString());
        after["facts"]!.AsArray().Count.ShouldBe(2);
        after.ETag.ShouldStartWith("\"2.");
    }

    [Fact]
    public async Task A_chart_opened_in_one_clinic_is_not_there_in_another()
    {
        var man = await _nurse.EnrolAsync();
        await Chart(man);
        using var elsewhere = app.As(Roles.Nurse, clinic: "made-up");

        (await elsewhere.Get($"/patients/{man}/chart")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_text_erased_since_is_not_in_the_chart()
    {
        var man = await _nurse.EnrolAsync();
        await _nurse.Post($"/patients/{man}/contacts", Contact);
        (await Chart(man)).Text("facts.1.fact.note").ShouldBe("çok özel not");
        var directory = app.App.Services.GetRequiredService<PatientDirectory>();
        await using var session = app.App.Services.GetRequiredService<IDocumentStore>().LightweightSession("izmir");
        directory.Erase(session, (await directory.Find(session, Guid.Parse(man), TestContext.Current.CancellationToken))!);
        await session.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await Chart(man)).Text("facts.1.fact.note").ShouldBe("erased");
    }

    private Task<Reply> Chart(string man) => _nurse.Get($"/patients/{man}/chart");
}
