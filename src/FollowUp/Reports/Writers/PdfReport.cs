using System.Globalization;
using System.Text;
using FollowUp.Platform.Figures;
using SkiaSharp;

namespace FollowUp.Reports.Writers;

/// <summary>
/// A PDF document: searchable text, figures as vectors, fonts embedded. Its dates are the instant that the report is as of, so that the same report
/// gives the same bytes.
/// </summary>
public sealed class PdfReport : IReportWriter
{
    // The scale of a figure that has the width alone.
    private const float LargestFigure = 0.78f;

    // The height of a figure's heading and notes, in points.
    private const float AroundFigure = 60;

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

            Write(page, report.Figures, cancellationToken);
            foreach (var table in report.Tables)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(page, table);
            }

            page.End();
            document.Close();
        }

        return WithoutZone(buffer.ToArray(), made);
    }

    // The library writes the time in UTC but with the offset of the machine's zone, so other machines would write other bytes.
    private static byte[] WithoutZone(byte[] document, DateTime made)
    {
        foreach (var date in (string[])["/CreationDate", "/ModDate"])
        {
            var before = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{date} (D:{made:yyyyMMddHHmmss}"));
            if (document.AsSpan().IndexOf(before) is >= 0 and var at)
            {
                "+00'00'"u8.CopyTo(document.AsSpan(at + before.Length));
            }
        }

        return document;
    }

    // Two low figures in a row share the width; a high one has it alone.
    private static void Write(PdfPage page, IReadOnlyList<Figure> figures, CancellationToken cancellationToken)
    {
        for (var at = 0; at < figures.Count; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (at + 1 < figures.Count && IsLow(figures[at]) && IsLow(figures[at + 1]))
            {
                var (left, right) = (figures[at], figures[++at]);
                const float half = (PdfPage.TextWidth - PdfPage.Gutter) / 2;
                page.Keep(Math.Max(ScaledTo(half, left), ScaledTo(half, right)) + AroundFigure);
                page.Beside(() => Write(page, left, half), () => Write(page, right, half));
            }
            else
            {
                var width = LargestFigure * figures[at].Width;
                page.Keep(ScaledTo(width, figures[at]) + AroundFigure);
                Write(page, figures[at], width);
            }
        }
    }

    private static void Write(PdfPage page, Figure figure, float width)
    {
        page.Heading(figure.Title);
        page.Draw(ScaledTo(width, figure), (canvas, left, top) => FigureImage.Draw(figure, canvas, left, top, ScaledTo(width, figure) / figure.Height));
        page.Paragraph(string.Join(' ', figure.Notes), PdfPage.NoteSize);
    }

    private static bool IsLow(Figure figure) => figure.Height <= figure.Width * 2 / 3;

    // Its height when drawn this wide, at most that of a page.
    private static float ScaledTo(float width, Figure figure) => Math.Min(figure.Height * width / figure.Width, PdfPage.TextHeight - AroundFigure);

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
