using System.Globalization;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Writers;

/// <summary>Writes a report in one format. Found by scanning. The same report gives the same bytes.</summary>
public interface IReportWriter
{
    /// <summary>The format's name in a request, for instance <c>csv</c>.</summary>
    string Format { get; }

    /// <summary>Its media type.</summary>
    string ContentType { get; }

    /// <summary>The report in this format; text is in UTF-8.</summary>
    byte[] Write(ReportDocument report, CancellationToken cancellationToken);
}

/// <summary>Cells as text, the same in every culture.</summary>
internal static class CellText
{
    /// <summary>What is printed where there is no number.</summary>
    public const string Absent = "-";

    /// <summary>A cell as text.</summary>
    public static string Of(Cell cell, Shape shape) =>
        cell.Text
        ?? (cell.Withheld ? SmallCells.WithheldText
        : cell.Values is [null, ..] ? Absent
        : string.Concat(shape.Layout.Where(piece => IsDefined(piece, cell))
            .Select(piece => string.Format(CultureInfo.InvariantCulture, piece, [.. shape.Fields.Select((field, i) => Number(cell.Values[i], field))])))
            + (SmallCells.IsSmall(cell) ? "*" : ""));

    // There is no percentage of nobody, and no deviation of one value: their piece of the layout is left out.
    private static bool IsDefined(string piece, Cell cell) =>
        cell.Values.Index().Any(value => value.Item is not null && piece.Contains($"{{{value.Index}}}", StringComparison.Ordinal));

    /// <summary>A number with its field's decimals, halves rounded away from zero (R08); a p value below them is printed as such.</summary>
    public static string Number(double? value, Field field)
    {
        if (value is not { } number)
        {
            return Absent;
        }

        // As a decimal, so that a half that binary cannot represent exactly is still a half.
        var rounded = Math.Round((decimal)number, field.Decimals, MidpointRounding.AwayFromZero);
        return field == Shape.Probability.Fields[0] && rounded == 0
            ? "<0.0001"
            : rounded.ToString($"F{field.Decimals}", CultureInfo.InvariantCulture);
    }
}
