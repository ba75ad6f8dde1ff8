using System.Globalization;
using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace FollowUp.AppTests.Reports;

/// <summary>All men of a clinic of its own, read and asked some at a time.</summary>
public sealed class FoldingTests(AppFixture app)
{
    private const string Clinic = "folded";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_core_and_four_make_the_same_documents_and_datasets()
    {
        await new RandomMen(app, Clinic, seed: 1).AddAsync(900);
        var asOf = app.Time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        string[] addresses =
        [
            $"/reports/testosterone-return?asOf={asOf}&format=pdf", $"/reports/complications?asOf={asOf}&format=html", $"/datasets/operations?asOf={asOf}",
            $"/datasets/bundles?asOf={asOf}", $"/answers?asOf={asOf}",
        ];

        var one = await AnswersAsync(1, addresses);
        var four = await AnswersAsync(4, addresses);

        foreach (var (address, (alone, together)) in addresses.Zip(one.Zip(four)))
        {
            together.ShouldBe(alone, address);
            alone.Length.ShouldBeGreaterThan(1000);
        }
    }

    [Fact]
    public async Task Who_reads_no_further_is_asked_nothing_more_and_progress_ends_with_all()
    {
        await new RandomMen(app, Clinic, seed: 2).AddAsync(700);
        var courses = app.App.Services.GetRequiredService<Courses>();
        await using var session = app.App.Services.GetRequiredService<IDocumentStore>().QuerySession(Clinic);
        var told = new Told();
        var men = courses.All(session, new(null, new LocalDate(2026, 11, 23)), progress: told);
        (await men.AskAsync(course => course.PatientId, Token).CountAsync(Token)).ShouldBe((int)told.Last!.Of);
        told.Last.Men.ShouldBe(told.Last.Of);

        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var asked = 0;
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in men.AskAsync(course => Interlocked.Increment(ref asked), cancel.Token))
            {
                await cancel.CancelAsync();
            }
        });
        var then = asked;
        await session.Query<DueDates>().CountAsync(Token);
        asked.ShouldBe(then);
    }

    private async Task<List<byte[]>> AnswersAsync(int workers, IEnumerable<string> addresses)
    {
        await using var node = app.Build(NodeRole.Command, ("FollowUp:FoldingWorkers", workers.ToString(CultureInfo.InvariantCulture)));
        await node.StartAsync(Token);
        using var nurse = app.As(Roles.Clinician, Clinic, url: new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
        using var researcher = app.As(Roles.Researcher, Clinic, url: nurse.BaseAddress);
        List<byte[]> answers = [];
        foreach (var address in addresses)
        {
            answers.Add(await (address.StartsWith("/datasets", StringComparison.Ordinal) ? researcher : nurse).GetByteArrayAsync(new Uri(address, UriKind.Relative), Token));
        }

        await node.StopAsync(Token);
        return answers;
    }

    private sealed class Told : IProgress<MenProgress>
    {
        public MenProgress? Last { get; private set; }

        public void Report(MenProgress value) => Last = value;
    }
}
