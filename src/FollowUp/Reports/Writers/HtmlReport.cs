using System.Globalization;
using System.Net;
using System.Text;
using FollowUp.Platform.Figures;

namespace FollowUp.Reports.Writers;

/// <summary>A self-contained page: fonts and figures are included, and there is no script and no link.</summary>
public sealed class HtmlReport : IReportWriter
{
    private static readonly string Style = $$"""
        {{FontFace(bold: false)}}
        {{FontFace(bold: true)}}
        body { font: 14px/1.45 "{{FigureImage.FontFamily}}", sans-serif; color: #222; max-width: 1200px; margin: 2rem auto; padding: 0 1rem; }
        h1 { font-size: 1.6rem; margin-bottom: .5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; } dt { color: #555; } dd { margin: 0; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .86rem; font-variant-numeric: tabular-nums; }
        th, td { padding: .2rem .6rem; text-align: right; vertical-align: top; white-space: nowrap; }
        th { border-bottom: 1px solid #222; white-space: normal; vertical-align: bottom; } tbody th { border: 0; text-align: left; font-weight: normal; white-space: nowrap; }
        tbody tr:nth-child(even) { background: #f3f5f6; } td.words, th.words { text-align: left; }
        figure { margin: 1rem 0 0; } figure svg { max-width: 100%; height: auto; } p.note, figcaption { color: #444; margin: .4rem 0 0; max-width: 80ch; }
        @media print { body { margin: 0; max-width: none; font-size: 9pt; } h2 { break-after: avoid; } table, figure { break-inside: avoid; } }
        """.ReplaceLineEndings("\n");

    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public string ContentType => "text/html; charset=utf-8";

    /// <inheritdoc/>
    public byte[] Write(ReportDocument report, CancellationToken cancellationToken)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{Text(report.Title)}</title>\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>\n").Append(Style).Append("\n</style>\n</head>\n<body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Text(report.Title)}</h1>\n<dl>\n");
        foreach (var line in report.Header)
        {
            page.Append(CultureInfo.InvariantCulture, $"<dt>{Text(line.Label)}</dt><dd>{Text(line.Value)}</dd>\n");
        }

        page.Append("</dl>\n");
        foreach (var figure in report.Figures)
        {
            cancellationToken.ThrowIfCancellationRequested();
            page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{figure.Key}\">{Text(figure.Title)}</h2>\n<figure role=\"img\" aria-label=\"{Text(figure.Title)}\">\n");
            page.Append(FigureImage.Svg(figure));
            page.Append(CultureInfo.InvariantCulture, $"<figcaption>{Text(string.Join(' ', figure.Notes))}</figcaption>\n</figure>\n");
        }

        foreach (var table in report.Tables)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Write(page, table);
        }

        return Encoding.UTF8.GetBytes(page.Append("</body>\n</html>\n").ToString());
    }

    private static void Write(StringBuilder page, Table table)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{table.Key}\">{Text(table.Title)}</h2>\n");
        if (table.Rows.Count > 0)
        {
            page.Append("<div class=\"wide\"><table>\n<thead><tr><td></td>");
            foreach (var column in table.Columns)
            {
                page.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Words(column)}>{Text(column.Heading)}</th>");
            }

            page.Append("</tr></thead>\n<tbody>\n");
            foreach (var row in table.Rows)
            {
                page.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Text($"{row.Group}: {row.Label}")}</th>");
                foreach (var (cell, column) in row.Cells.Zip(table.Columns))
                {
                    page.Append(CultureInfo.InvariantCulture, $"<td{Words(column)}>{Text(CellText.Of(cell, column.Shape))}</td>");
                }

                page.Append("</tr>\n");
            }

            page.Append("</tbody>\n</table></div>\n");
        }

        if (table.Notes.Count > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Text(string.Join(' ', table.Notes))}</p>\n");
        }
    }

    private static string Words(Column column) => column.Shape == Shape.Words ? " class=\"words\"" : "";

    private static string Text(string words) => WebUtility.HtmlEncode(words);

    private static string FontFace(bool bold) =>
        $"@font-face {{ font-family: \"{FigureImage.FontFamily}\"; font-weight: {(bold ? "bold" : "normal")}; "
        + $"src: url(data:font/ttf;base64,{Convert.ToBase64String(File.ReadAllBytes(FigureImage.FontFile(bold)))}); }}";
}
