using FollowUp.Course;
using FollowUp.Course.Printed;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>The result of reading a printed value with its unit and culture: the quantity, or why it could not be read.</summary>
/// <param name="Quantity">The quantity; null when it could not be read.</param>
/// <param name="Refusal">Why it could not be read, with field, value and remedy; null when it could.</param>
public sealed record QuantityReading(Quantity? Quantity, Finding? Refusal)
{
    private static readonly (string Sign, Comparison Comparison)[] Signs =
    [
        ("<=", Comparison.AtMost), ("\u2264", Comparison.AtMost), (">=", Comparison.AtLeast), ("\u2265", Comparison.AtLeast),
        ("<", Comparison.LessThan), (">", Comparison.GreaterThan),
    ];

    /// <summary>Reads the value of a reported result.</summary>
    public static QuantityReading Of(HormoneResultReported result) => Of(result.Analyte, result.Value, result.Unit, result.Culture);

    /// <summary>Reads a printed value; the culture says which decimal mark it was printed with (R14).</summary>
    public static QuantityReading Of(Analyte analyte, string? value, string? unit, string? culture)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return Refuse("ValueMissing", "value", value, "Write the value as printed, for instance 11.2 or <0.4.");
        }

        if (string.IsNullOrWhiteSpace(unit))
        {
            return Refuse("UnitMissing", "unit", unit,
                $"Write the unit as printed: {Accepted(analyte)}. A number without its unit has no meaning.");
        }

        if (HormoneUnits.Find(analyte, unit) is not { } foundUnit)
        {
            return Refuse("UnitNotConvertible", "unit", unit,
                $"For {analyte} write {Accepted(analyte)}. For a result in another unit, ask the laboratory for it in one of these.");
        }

        var text = value.Trim();
        var (sign, comparison) = Signs.FirstOrDefault(each => text.StartsWith(each.Sign, StringComparison.Ordinal));
        var digits = text[(sign?.Length ?? 0)..].Trim();
        return PrintedNumber.Read(digits, culture, "value", value) is var (number, refusal) && refusal is null
            ? new(new Quantity(comparison, number, foundUnit), null)
            : new(null, refusal);
    }

    private static string Accepted(Analyte analyte) =>
        string.Join(" or ", HormoneUnits.All.Where(unit => unit.Analyte == analyte).Select(unit => unit.Symbol));

    private static QuantityReading Refuse(string code, string field, string? value, string message) =>
        new(null, Finding.Refusal(code, field, value, message));
}
