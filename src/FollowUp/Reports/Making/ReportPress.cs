using System.Globalization;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Figures;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using FollowUp.Reports.Rows;
using FollowUp.Reports.Snapshots;
using FollowUp.Reports.Testosterone;
using Marten;

namespace FollowUp.Reports.Making;

/// <summary>Makes reports: reads the men, counts them, and heads the tables with all that is needed to ask for the same again.</summary>
public sealed class ReportPress(IDocumentStore store, Courses courses, StoreTime time, StoreHorizon horizon, CohortRows rows, SigningKey key) : IDisposable
{
    // A report from rows takes every core for its time: two at once are both late.
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Fixes what a report rests on, so that it is the same whenever it is made.</summary>
    /// <exception cref="UnreadableException">It is asked for a day, or up to an event, that is still to come.</exception>
    public async Task<ReportOrder> OrderAsync(ReportQuery query, ReportForm form, SignedIn user, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        query.View.RequireNoFuture(user.Clinic, now);
        var asOf = query.View.AsOf ?? now;
        var mark = await horizon.MarkAsync(cancellationToken);
        var last = await horizon.LastEventAsync(user.Clinic.Id, asOf, cancellationToken);
        if (query.UpToEvent > last)
        {
            throw new UnreadableException(Finding.Refusal("InFuture", "upToEvent", query.UpToEvent, string.Create(CultureInfo.InvariantCulture, $"The last event that was recorded by then is {last}. Send its number or an earlier one.")));
        }

        var upToEvent = query.UpToEvent ?? last;
        var asked = query.View.Asked(user.Clinic);
        return new(
            query.Report, query.By,
            new(asOf, upToEvent, asOf > mark, asked.On, asked.RuleSet, asked.Protocol, ReportBasis.IsForResearch(query.Report, user)), form)
        {
            IsAboutNow = query.View.AsOf is null && query.UpToEvent is null,
        };
    }

    /// <summary>A report as numbers, words and figures, of the courses of all men.</summary>
    public async Task<FinishedReport> PrintAsync(Clinic clinic, ReportOrder order, IProgress<MenProgress>? progress, CancellationToken cancellationToken)
    {
        var (report, by, basis, _) = order;
        await using var session = store.QuerySession(clinic.Id);
        var cohort = new Cohort(courses.All(session, new(basis.AsOf, basis.On, basis.RuleSet), basis.UpToEvent, progress), basis.ForResearch);
        var content = await report.Of(cohort, new(basis.Asked(clinic), by, basis.ForResearch), cancellationToken);
        return new(DocumentOf(clinic, order, content, cohort.Men, cohort.LeftOut, cohort.MadeUp.OfAll(cohort.Men)), basis, 0);
    }

    /// <summary>A report as numbers, words and figures, of the rows that are kept: of all that these know, and no more.</summary>
    /// <returns>Null when there are no rows to make it of.</returns>
    /// <remarks>One at a time in a node.</remarks>
    public async Task<FinishedReport?> PrintKeptAsync(Clinic clinic, ReportOrder order, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            return await PrintRowsAsync(clinic, order, cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<FinishedReport?> PrintRowsAsync(Clinic clinic, ReportOrder order, CancellationToken cancellationToken)
    {
        await using var kept = order.Report is Report<TestosteroneCourse> ? await rows.OpenAsync(clinic.Id, cancellationToken) : null;
        if (kept is null)
        {
            return null;
        }

        // The instant is taken after the rows are read from: what they know was recorded before it.
        var basis = order.Basis with { AsOf = time.GetCurrentInstant(), UpToEvent = kept.UpToEvent };
        var (men, leftOut, shared, madeUp) = (0, 0, new SharedParts(), new MadeUpMen());
        var content = await ((Report<TestosteroneCourse>)order.Report).Of(Taken(), new(basis.Asked(clinic), order.By, basis.ForResearch), cancellationToken);
        return new(DocumentOf(clinic, order with { Basis = basis }, content, men, leftOut, madeUp.OfAll(men)), basis, kept.Behind);

        async IAsyncEnumerable<IReadOnlyList<TestosteroneCourse>> Taken()
        {
            await foreach (var row in kept.AllAsync(cancellationToken))
            {
                if (row.IsMan && basis.ForResearch && !row.AgreesToResearch)
                {
                    leftOut++;
                }
                else if (row.IsMan)
                {
                    men++;
                    madeUp.Add(row.Id);
                    yield return [.. row.Operations.Select(operation => shared.Of(operation.On(basis.On)))];
                }
            }
        }
    }

    private static ReportDocument DocumentOf(Clinic clinic, ReportOrder order, ReportContent content, int men, int leftOut, string? madeUp) => new(
        order.Report.Name, order.Report.Title, order.Basis.AsOf, ReportHeader.Of(clinic, order.Basis, order.By, men, leftOut, madeUp), content.Tables, content.Figures);

    /// <summary>A report in the form that was ordered.</summary>
    public async Task<Written> WriteAsync(Clinic clinic, ReportOrder order, IProgress<MenProgress>? progress, CancellationToken cancellationToken) =>
        Write(clinic, order, await PrintAsync(clinic, order, progress, cancellationToken), cancellationToken);

    /// <summary>What was printed, in the form that was ordered.</summary>
    public Written Write(Clinic clinic, ReportOrder order, FinishedReport printed, CancellationToken cancellationToken)
    {
        var (document, basis, behind) = printed;
        string[] figures = [.. document.Figures.Select(figure => figure.Key)];
        cancellationToken.ThrowIfCancellationRequested();
        if (order.Form.Figure is { } wanted)
        {
            return document.Figures.FirstOrDefault(each => each.Key == wanted) is not { } figure ? new(null, "", figures)
                : order.Form.Format == ReportForm.Bitmap ? new(FigureImage.Png(figure), "image/png", figures, behind)
                : new(System.Text.Encoding.UTF8.GetBytes(FigureImage.Svg(figure)), "image/svg+xml; charset=utf-8", figures, behind);
        }

        var writer = ReportQuery.Writers[order.Form.Format];
        var written = writer.Write(document.InWords(), cancellationToken);
        return order.Form.Signed
            ? new(JsonSerializer.SerializeToUtf8Bytes(key.Sign(clinic, order with { Basis = basis }, written), FactJson.Options), "application/json; charset=utf-8", figures, behind)
            : new(written, writer.ContentType, figures, behind);
    }
}
