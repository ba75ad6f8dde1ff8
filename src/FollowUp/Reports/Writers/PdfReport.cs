using FollowUp.Reports.Figures;
using SkiaSharp;

namespace FollowUp.Reports.Writers;

/// <summary>
/// A document for print and mail: text that can be searched, figures as vectors, fonts in it. Its dates are the instant as of which the
/// report was made, so that the same report gives the same bytes.
/// </summary>
public sealed class PdfReport : IReportWriter
{
    // A figure is drawn as large as the page is wide, and no larger than this.
    private const float LargestFigure = 0.78f;

    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public string ContentType => "application/pdf";

    /// <inheritdoc/>
    public byte[] Write(ReportDocument report, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var made = report.AsOf.ToDateTimeUtc();
        using (var document = SKDocument.CreatePdf(buffer, new SKDocumentPdfMetadata
        {
            Title = report.Title, Creator = "FollowUp", Producer = "FollowUp", Creation = made, Modified = made, RasterDpi = 300, EncodingQuality = 100,
        }))
        using (var page = new PdfPage(document, report.Title))
        {
            page.Paragraph(report.Title, 16, bold: true);
            page.Space(4);
            foreach (var line in report.Header)
            {
                page.Pair(line.Label, line.Value);
            }

            foreach (var figure in report.Figures)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(page, figure);
            }

            foreach (var table in report.Tables)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(page, table);
            }

            page.End();
            document.Close();
        }

        return buffer.ToArray();
    }

    private static void Write(PdfPage page, Figure figure)
    {
        var scale = Math.Min(LargestFigure, Math.Min(PdfPage.TextWidth / figure.Width, (PdfPage.TextHeight - 60) / figure.Height));
        page.Keep((figure.Height * scale) + 50);
        page.Heading(figure.Title);
        page.Draw(figure.Height * scale, (canvas, left, top) => FigureImage.Draw(figure, canvas, left, top, scale));
        page.Paragraph(string.Join(' ', figure.Notes), PdfPage.NoteSize);
    }

    private static void Write(PdfPage page, Table table)
    {
        page.Keep(90);
        page.Heading(table.Title);
        if (table.Rows.Count > 0)
        {
            new PdfTable(page, table).Write();
        }

        page.Paragraph(string.Join(' ', table.Notes), PdfPage.NoteSize);
    }
}
