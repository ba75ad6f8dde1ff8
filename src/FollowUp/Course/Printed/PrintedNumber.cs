using System.Globalization;

namespace FollowUp.Course.Printed;

/// <summary>A number as it is printed, typed or pasted: read in one way at every door (R14).</summary>
public static class PrintedNumber
{
    /// <summary>The most digits on either side of the decimal mark, so that every conversion stays exact.</summary>
    public const int MostDigits = 9;

    /// <summary>Reads a number without a sign.</summary>
    /// <param name="text">The digits, with at most one mark, which may be a dot or a comma.</param>
    /// <param name="culture">The culture it was written in, for instance <c>tr-TR</c>; without one a dot is the decimal mark.</param>
    /// <param name="field">The field it was sent in.</param>
    /// <param name="shown">The text to name in a refusal, where there was more than the number.</param>
    /// <returns>The number; or why it is refused, with the remedy.</returns>
    /// <remarks>
    /// The other mark than the culture's is a decimal mark too, unless exactly three digits follow it and one to three other than a
    /// lone 0 stand before it: then it can be a thousand, and a thousandth of a dose or of a hormone value is not guessed.
    /// </remarks>
    public static (decimal Number, Finding? Refusal) Read(string text, string? culture, string field, string? shown = null)
    {
        var value = shown ?? text;
        if (DecimalMark(culture) is not { } mark)
        {
            return (0, Finding.Refusal("CultureUnknown", "culture", culture,
                "Write the culture the laboratory prints in, for instance tr-TR or en-US, or leave it out."));
        }

        var digits = text.Trim();
        var at = digits.AsSpan().IndexOfAny('.', ',');
        var whole = at < 0 ? digits : digits[..at];
        var fraction = at < 0 ? "" : digits[(at + 1)..];
        if ((at >= 0 && !IsDigits(fraction)) || !(IsDigits(whole) || (at == 0 && whole.Length == 0)))
        {
            return (0, Finding.Refusal("ValueUnreadable", field, value, FormattableString.Invariant(
                $"Write digits with one decimal mark and no thousands mark, at most {MostDigits} on either side, for instance 11.2.")));
        }

        if (at >= 0 && digits[at] != mark && fraction.Length == 3 && whole is not ("" or "0") && whole.Length <= 3)
        {
            return (0, Finding.Refusal("ValueAmbiguous", field, value,
                $"This can be {whole}{mark}{fraction} or {whole}{fraction}. Write it with {mark} as the decimal mark, or without a thousands mark."));
        }

        return (decimal.Parse($"0{whole}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), null);
    }

    /// <summary>The culture to keep with what a reader of a language typed or pasted: that of the mark it has.</summary>
    /// <param name="text">The value as typed, also with a comparison sign.</param>
    /// <param name="reader">The culture of whoever typed it.</param>
    /// <remarks>Where the mark leaves a doubt in the reader's own culture, it is that culture, in which the value is refused (R14).</remarks>
    public static string CultureOf(string text, string reader) =>
        Read(text.TrimStart('<', '>', '=', '\u2264', '\u2265', ' '), reader, "value").Refusal is { Code: "ValueAmbiguous" } ? reader
        : text.Contains(',', StringComparison.Ordinal) ? "tr-TR"
        : "en-GB";

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
}
