using System.Globalization;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using FollowUp.Platform.Figures;
using FollowUp.Reports.Snapshots;
using Marten;

namespace FollowUp.Reports;

/// <summary>Makes reports: reads the men, counts them, and heads the tables with all that is needed to ask for the same again.</summary>
public sealed class ReportPress(IDocumentStore store, Courses courses, StoreTime time, StoreHorizon horizon, SigningKey key)
{
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
            new(asOf, upToEvent, asOf > mark, asked.On, asked.RuleSet, asked.Protocol, ReportBasis.IsForResearch(query.Report, user)), form);
    }

    /// <summary>A report as numbers, words and figures.</summary>
    public async Task<ReportDocument> PrintAsync(Clinic clinic, ReportOrder order, IProgress<MenSoFar>? progress, CancellationToken cancellationToken)
    {
        var (report, by, basis, _) = order;
        await using var session = store.QuerySession(clinic.Id);
        var cohort = new Cohort(courses.All(session, new(basis.AsOf, basis.On, basis.RuleSet), basis.UpToEvent, progress), basis.ForResearch);
        var content = await report.Of(cohort, new(basis.Asked(clinic), by, basis.ForResearch), cancellationToken);
        return new(report.Name, report.Title, basis.AsOf, ReportHeader.Of(clinic, basis, by, cohort), content.Tables, content.Figures);
    }

    /// <summary>A report in the form that was ordered.</summary>
    public async Task<Written> WriteAsync(Clinic clinic, ReportOrder order, IProgress<MenSoFar>? progress, CancellationToken cancellationToken)
    {
        var document = await PrintAsync(clinic, order, progress, cancellationToken);
        string[] figures = [.. document.Figures.Select(figure => figure.Key)];
        cancellationToken.ThrowIfCancellationRequested();
        if (order.Form.Figure is { } wanted)
        {
            return document.Figures.FirstOrDefault(each => each.Key == wanted) is not { } figure ? new(null, "", figures)
                : order.Form.Format == ReportForm.Bitmap ? new(FigureImage.Png(figure), "image/png", figures)
                : new(System.Text.Encoding.UTF8.GetBytes(FigureImage.Svg(figure)), "image/svg+xml; charset=utf-8", figures);
        }

        var writer = ReportQuery.Writers[order.Form.Format];
        var written = writer.Write(document, cancellationToken);
        return order.Form.Signed
            ? new(JsonSerializer.SerializeToUtf8Bytes(key.Sign(clinic, order, written), FactJson.Options), "application/json; charset=utf-8", figures)
            : new(written, writer.ContentType, figures);
    }
}
