using System.Text.Encodings.Web;
using System.Text.Json;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Writers;

/// <summary>JSON with unrounded numbers, for programs.</summary>
public sealed class JsonReport : IReportWriter
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public string ContentType => "application/json";

    /// <inheritdoc/>
    public byte[] Write(ReportDocument report, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("name", report.Name);
            json.WriteString("title", report.Title);
            json.WriteStartObject("header");
            foreach (var line in report.Header)
            {
                json.WriteString(line.Key, line.Value);
            }

            json.WriteEndObject();
            json.WriteStartArray("tables");
            foreach (var table in report.Tables)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Write(json, table);
            }

            json.WriteEndArray();
            json.WriteStartObject("figures");
            foreach (var figure in report.Figures)
            {
                json.WriteString(figure.Key, figure.Title);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Table table)
    {
        json.WriteStartObject();
        json.WriteString("key", table.Key);
        json.WriteString("title", table.Title);
        json.WriteStartObject("columns");
        foreach (var column in table.Columns)
        {
            json.WriteString(column.Key, column.Heading);
        }

        json.WriteEndObject();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteString("group", row.Group);
            json.WriteString("row", row.Label);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                json.WritePropertyName(table.Columns[i].Key);
                Write(json, row.Cells[i], table.Columns[i].Shape);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in table.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Cell cell, Shape shape)
    {
        if (cell.Text is { } words)
        {
            json.WriteStringValue(words);
            return;
        }

        json.WriteStartObject();
        if (cell.Withheld)
        {
            json.WriteBoolean("withheld", true);
        }
        else
        {
            for (var i = 0; i < shape.Fields.Count; i++)
            {
                if (cell.Values[i] is { } value)
                {
                    json.WriteNumber(shape.Fields[i].Name, value);
                }
                else
                {
                    json.WriteNull(shape.Fields[i].Name);
                }
            }

            if (SmallCells.IsSmall(cell))
            {
                json.WriteBoolean("small", true);
            }
        }

        json.WriteEndObject();
    }
}
