using System.Globalization;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Writers;

/// <summary>Gives a report a form. Found by scanning; the same report gives the same bytes.</summary>
public interface IReportWriter
{
    /// <summary>The form's name in a request, for instance <c>csv</c>.</summary>
    string Format { get; }

    /// <summary>Its media type.</summary>
    string ContentType { get; }

    /// <summary>The report in this form; what is text is in UTF-8.</summary>
    byte[] Write(ReportDocument report, CancellationToken cancellationToken);
}

/// <summary>Numbers as they are printed, in whatever culture the server runs.</summary>
internal static class Printed
{
    /// <summary>What stands where there is no number.</summary>
    public const string Absent = "-";

    /// <summary>A cell in words.</summary>
    public static string Words(Cell cell, Shape shape) =>
        cell.Text
        ?? (cell.Withheld ? SmallCells.Instead
        : cell.Values is [null, ..] ? Absent
        : string.Concat(shape.Layout.Where(piece => IsDefined(piece, cell))
            .Select(piece => string.Format(CultureInfo.InvariantCulture, piece, [.. shape.Fields.Select((field, i) => Number(cell.Values[i], field))])))
            + (SmallCells.IsSmall(cell) ? "*" : ""));

    // Of nobody there is no percentage, and of one value no deviation: what is not there needs no brackets.
    private static bool IsDefined(string piece, Cell cell) =>
        cell.Values.Index().Any(value => value.Item is not null && piece.Contains($"{{{value.Index}}}", StringComparison.Ordinal));

    /// <summary>A number with so many decimals, halves away from zero (R08); a p too small for them says so.</summary>
    public static string Number(double? value, Field field)
    {
        if (value is not { } number)
        {
            return Absent;
        }

        // By way of decimal, so that a half which binary cannot hold exactly is still a half.
        var rounded = Math.Round((decimal)number, field.Decimals, MidpointRounding.AwayFromZero);
        return field == Shape.Probability.Fields[0] && rounded == 0
            ? "<0.0001"
            : rounded.ToString($"F{field.Decimals}", CultureInfo.InvariantCulture);
    }
}
