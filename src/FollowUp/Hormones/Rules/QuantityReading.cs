using System.Globalization;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;

namespace FollowUp.Hormones.Rules;

/// <summary>A printed value, unit and culture, read; or the reason why not.</summary>
/// <param name="Quantity">The quantity; null when it could not be read.</param>
/// <param name="Refusal">Why not, with field, value and remedy; null when it could be read.</param>
public sealed record QuantityReading(Quantity? Quantity, Finding? Refusal)
{
    /// <summary>The most digits on either side of the decimal mark, so that every conversion stays exact.</summary>
    public const int MostDigits = 9;

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
                $"Write the unit as printed: {Accepted(analyte)}. A number without its unit cannot be told apart.");
        }

        if (HormoneUnits.Find(analyte, unit) is not { } known)
        {
            return Refuse("UnitNotConvertible", "unit", unit,
                $"For {analyte} write {Accepted(analyte)}; for a result in another unit ask the laboratory for it in one of these.");
        }

        if (DecimalMark(culture) is not { } mark)
        {
            return Refuse("CultureUnknown", "culture", culture,
                "Write the culture the laboratory prints in, for instance tr-TR or en-US, or leave it out.");
        }

        var text = value.Trim();
        var (sign, comparison) = Signs.FirstOrDefault(each => text.StartsWith(each.Sign, StringComparison.Ordinal));
        var digits = text[(sign?.Length ?? 0)..].Trim();
        return Read(digits, mark, value) is var (number, refusal) && refusal is null
            ? new(new Quantity(comparison, number, known), null)
            : new(null, refusal);
    }

    private static (decimal Number, Finding? Refusal) Read(string digits, char mark, string value)
    {
        var at = digits.AsSpan().IndexOfAny('.', ',');
        var whole = at < 0 ? digits : digits[..at];
        var fraction = at < 0 ? "" : digits[(at + 1)..];
        if ((at >= 0 && !IsDigits(fraction)) || !(IsDigits(whole) || (at == 0 && whole.Length == 0)))
        {
            return (0, Finding.Refusal("ValueUnreadable", "value", value, FormattableString.Invariant(
                $"Write digits with one decimal mark and no thousands mark, at most {MostDigits} on either side, for instance 11.2 or <0.4.")));
        }

        if (at >= 0 && digits[at] != mark && fraction.Length == 3 && whole is not ("" or "0") && whole.Length <= 3)
        {
            return (0, Finding.Refusal("ValueAmbiguous", "value", value,
                $"This can be {whole}{mark}{fraction} or {whole}{fraction}. Write it with {mark} as the decimal mark, or without a thousands mark."));
        }

        return (decimal.Parse($"0{whole}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), null);
    }

    private static bool IsDigits(string text) => text.Length is > 0 and <= MostDigits && text.All(char.IsAsciiDigit);

    private static char? DecimalMark(string? culture)
    {
        if (string.IsNullOrWhiteSpace(culture))
        {
            return '.';
        }

        try
        {
            return CultureInfo.GetCultureInfo(culture, predefinedOnly: true).NumberFormat.NumberDecimalSeparator == "," ? ',' : '.';
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    private static string Accepted(Analyte analyte) =>
        string.Join(" or ", HormoneUnits.All.Where(unit => unit.Analyte == analyte).Select(unit => unit.Symbol));

    private static QuantityReading Refuse(string code, string field, string? value, string message) =>
        new(null, Finding.Refusal(code, field, value, message));
}
