using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Printed;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Recording;

namespace FollowUp.Hormones.Pages;

/// <summary>The meaning of the cells of a pasted line: record number, analyte, value, unit, day, time and status.</summary>
/// <param name="RecordNumber">The record number of the man.</param>
/// <param name="Printed">The analyte as printed.</param>
public sealed record PastedResult(string RecordNumber, string Printed)
{
    /// <summary>How many cells a line needs at least: record number, analyte, value, unit, day.</summary>
    public const int FewestCells = 5;

    /// <summary>What was measured; null when the word for it is not known.</summary>
    public Analyte? Analyte { get; init; }

    /// <summary>When the sample was drawn; null when it can't be read.</summary>
    public ClinicalTime? CollectedAt { get; init; }

    /// <summary>The laboratory's status; null when the word for it is not known.</summary>
    public ResultStatus? Status { get; init; }

    /// <summary>The unit as printed.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The value with its unit; null when it can't be read.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>The fact; null when a cell can't be read.</summary>
    public HormoneResultReported? Fact { get; init; }

    /// <summary>What can't be read, each with its field, value and remedy.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="culture">The culture of the user; it decides whether 1.069 can mean a thousand (R14).</param>
    public static PastedResult Read(PastedLine line, string culture)
    {
        var (value, unit) = (line.Cell(2), line.Cell(3));
        var result = new PastedResult(line.Cell(0), line.Cell(1))
        {
            Analyte = CodeWords.Find<Analyte>(line.Cell(1)),
            CollectedAt = line.Cell(5).Length > 0 ? PrintedTime.Moment(line.Cell(4), line.Cell(5), null) : PrintedTime.Moment(line.Cell(4)),
            Status = line.Cell(6).Length > 0 ? CodeWords.Find<ResultStatus>(line.Cell(6)) : ResultStatus.Final,
            Unit = unit,
        };
        if (line.Cells.Count < FewestCells)
        {
            return result with
            {
                Findings = [Finding.Refusal("TooFewCells", "line", null, FormattableString.Invariant(
                    $"The line has {line.Cells.Count} of {FewestCells} cells: record number, analyte, value, unit, day. Separate them by tabs or semicolons."))],
            };
        }

        var valueCulture = PrintedNumber.CultureOf(value, culture);
        var findings = UnreadableCells(result, line).ToList();
        var reading = result.Analyte is { } analyte ? QuantityReading.Of(analyte, value, unit, valueCulture) : null;
        return result with
        {
            Findings = findings,
            Quantity = reading?.Quantity,
            Fact = findings.Count > 0 ? null : new()
            {
                Analyte = result.Analyte!.Value,
                Value = value.Length > 0 ? value : null,
                Unit = unit.Length > 0 ? unit : null,
                Culture = valueCulture,
                CollectedAt = result.CollectedAt!.Value,
                Status = result.Status!.Value,
            },
        };
    }

    private static IEnumerable<Finding> UnreadableCells(PastedResult result, PastedLine line)
    {
        if (result.Analyte is null)
        {
            yield return Finding.Refusal("AnalyteUnknown", "analyte", line.Cell(1), $"Write one of {string.Join(", ", Enum.GetNames<Analyte>())}, or as a laboratory prints it.");
        }

        if (PrintedTime.Moment(line.Cell(4)) is null)
        {
            yield return PrintedTime.Unreadable("collectedAt", line.Cell(4), "Write the day as 2026-03-05 or 5.3.2026.");
        }
        else if (result.CollectedAt is null)
        {
            yield return Finding.Refusal("ClockUnreadable", "collectedAt", line.Cell(5), "Write the clock time as 08:35, or leave it out where it is not known.");
        }

        if (result.Status is null)
        {
            yield return Finding.Refusal("StatusUnknown", "status", line.Cell(6), $"Write one of {string.Join(", ", Enum.GetNames<ResultStatus>())}, or the laboratory's letter P, F, C, W, X or D.");
        }
    }
}
