using System.Globalization;
using System.Text;
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

/// <summary>Makes reports: reads the men, counts them, and puts a header above the tables.</summary>
public sealed class ReportBuilder(IDocumentStore store, Courses courses, StoreTime time, StoreHorizon horizon, CohortRows rows, SigningKey key) : IDisposable
{
    // A report from rows uses every core, so two at the same time would only make each other late.
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Fixes everything that a report depends on, so that it is the same whenever it is made.</summary>
    /// <exception cref="UnreadableException">The date, the instant or the event is in the future.</exception>
    public async Task<ReportRequest> ResolveAsync(ReportQuery query, ReportForm form, SignedIn user, CancellationToken cancellationToken)
    {
        var now = time.GetCurrentInstant();
        query.View.RequireNoFuture(user.Clinic, now);
        var asOf = query.View.AsOf ?? now;
        var mark = await horizon.MarkAsync(cancellationToken);
        var last = await horizon.LastEventAsync(user.Clinic.Id, asOf, cancellationToken);
        if (query.UpToEvent > last)
        {
            throw new UnreadableException(Finding.Refusal("InFuture", "upToEvent", query.UpToEvent, string.Create(
                CultureInfo.InvariantCulture, $"The last event recorded by then is {last}. Send its number or a lower one.")));
        }

        var asked = query.View.Asked(user.Clinic);
        var basis = new ReportBasis(
            asOf, query.UpToEvent ?? last, asOf > mark, asked.On, asked.RuleSet, asked.Protocol, ReportBasis.IsForResearch(query.Report, user));
        return new(query.Report, query.By, basis, form) { IsAboutNow = query.View.AsOf is null && query.UpToEvent is null };
    }

    /// <summary>Makes a report from the courses of all men.</summary>
    public async Task<FinishedReport> BuildAsync(Clinic clinic, ReportRequest request, IProgress<MenProgress>? progress, CancellationToken cancellationToken)
    {
        var (report, by, basis, _) = request;
        await using var session = store.QuerySession(clinic.Id);
        var cohort = new Cohort(courses.All(session, new(basis.AsOf, basis.On, basis.RuleSet), basis.UpToEvent, progress), basis.ForResearch);
        var content = await report.Of(cohort, new(basis.Asked(clinic), by, basis.ForResearch), cancellationToken);
        return new(DocumentOf(clinic, request, content, cohort.Men, cohort.LeftOut, cohort.Synthetic.NoteOn(cohort.Men)), basis, 0);
    }

    /// <summary>Makes a report from the stored rows, up to the last event that these contain. One report at a time on each node.</summary>
    /// <returns>Null when there are no rows to make it from.</returns>
    public async Task<FinishedReport?> BuildFromRowsAsync(Clinic clinic, ReportRequest request, CancellationToken cancellationToken)
    {
        if (request.Report is not Report<TestosteroneCourse> report)
        {
            return null;
        }

        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            await using var reader = await rows.OpenAsync(clinic.Id, cancellationToken);
            return reader is null ? null : await BuildFromRowsAsync(clinic, request, report, reader, cancellationToken);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <summary>Makes a report and writes it in the format that was asked for.</summary>
    public async Task<WrittenReport> WriteAsync(Clinic clinic, ReportRequest request, IProgress<MenProgress>? progress, CancellationToken cancellationToken) =>
        Write(clinic, request, await BuildAsync(clinic, request, progress, cancellationToken), cancellationToken);

    /// <summary>Writes a finished report in the format that was asked for.</summary>
    public WrittenReport Write(Clinic clinic, ReportRequest request, FinishedReport finished, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return request.Form.Figure is { } figure ? WriteFigure(figure, request.Form.Format, finished) : WriteDocument(clinic, request, finished, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<FinishedReport> BuildFromRowsAsync(
        Clinic clinic, ReportRequest request, Report<TestosteroneCourse> report, RowReader reader, CancellationToken cancellationToken)
    {
        // The instant is taken after the rows were opened: everything in them was recorded before it.
        var basis = request.Basis with { AsOf = time.GetCurrentInstant(), UpToEvent = reader.UpToEvent };
        var (men, leftOut, interned, synthetic) = (0, 0, new InternedCourses(), new SyntheticCohorts());
        var content = await report.Of(Courses(), new(basis.Asked(clinic), request.By, basis.ForResearch), cancellationToken);
        return new(DocumentOf(clinic, request with { Basis = basis }, content, men, leftOut, synthetic.NoteOn(men)), basis, reader.Behind);

        async IAsyncEnumerable<IReadOnlyList<TestosteroneCourse>> Courses()
        {
            await foreach (var row in reader.AllAsync(cancellationToken))
            {
                if (row.IsMan && basis.ForResearch && !row.AgreesToResearch)
                {
                    leftOut++;
                }
                else if (row.IsMan)
                {
                    men++;
                    synthetic.Add(row.Id);
                    yield return [.. row.Operations.Select(operation => interned.Of(operation.On(basis.On)))];
                }
            }
        }
    }

    private static ReportDocument DocumentOf(Clinic clinic, ReportRequest request, ReportContent content, int men, int leftOut, string? synthetic) => new(
        request.Report.Name, request.Report.Title, request.Basis.AsOf, ReportHeader.Of(clinic, request.Basis, request.By, men, leftOut, synthetic),
        content.Tables, content.Figures);

    private WrittenReport WriteDocument(Clinic clinic, ReportRequest request, FinishedReport finished, CancellationToken cancellationToken)
    {
        var writer = ReportQuery.Writers[request.Form.Format];
        var document = writer.Write(finished.Document.InWords(), cancellationToken);
        if (!request.Form.Signed)
        {
            return new(document, writer.ContentType, KeysOf(finished), finished.Behind);
        }

        var snapshot = key.Sign(clinic, request with { Basis = finished.Basis }, document);
        return new(JsonSerializer.SerializeToUtf8Bytes(snapshot, FactJson.Options), "application/json; charset=utf-8", KeysOf(finished), finished.Behind);
    }

    private static WrittenReport WriteFigure(string wanted, string format, FinishedReport finished) =>
        finished.Document.Figures.FirstOrDefault(each => each.Key == wanted) is not { } figure ? new(null, "", KeysOf(finished))
        : format == ReportForm.Bitmap ? new(FigureImage.Png(figure), "image/png", KeysOf(finished), finished.Behind)
        : new(Encoding.UTF8.GetBytes(FigureImage.Svg(figure)), "image/svg+xml; charset=utf-8", KeysOf(finished), finished.Behind);

    private static string[] KeysOf(FinishedReport finished) => [.. finished.Document.Figures.Select(figure => figure.Key)];
}
