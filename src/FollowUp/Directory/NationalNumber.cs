namespace FollowUp.Directory;

/// <summary>A person's national identity number.</summary>
/// <param name="Kind">
/// Which number it is: <see cref="Turkish"/>, or any other kind by a short name, for instance <c>passport DE</c>.
/// </param>
/// <param name="Value">The number.</param>
public sealed record NationalNumber(string Kind, string Value)
{
    /// <summary>
    /// The Turkish identity number (T.C. kimlik no), also that of foreigners resident in Turkey (99...); the one kind that is
    /// checked.
    /// </summary>
    public const string Turkish = "TC";

    private const int Length = 11;

    /// <summary>Whether a text is a Turkish identity number: 11 digits, the first not 0, with the right two check digits.</summary>
    /// <remarks>
    /// The tenth digit is 7 times the sum of the odd places less the sum of the even places (to the ninth), modulo 10; the
    /// eleventh is the sum of the first ten, modulo 10.
    /// </remarks>
    public static bool IsTurkish(string value)
    {
        if (value.Length != Length || value[0] == '0' || !value.All(char.IsAsciiDigit))
        {
            return false;
        }

        int Digit(int place) => value[place - 1] - '0';
        var odd = Digit(1) + Digit(3) + Digit(5) + Digit(7) + Digit(9);
        var even = Digit(2) + Digit(4) + Digit(6) + Digit(8);

        // 7 * odd is at least 7 and even at most 36, so 40 keeps the remainder positive without changing it.
        var tenth = ((7 * odd) - even + 40) % 10;
        var eleventh = (odd + even + Digit(10)) % 10;
        return Digit(10) == tenth && Digit(11) == eleventh;
    }

    /// <summary>Shows nothing of him.</summary>
    public override string ToString() => "a national number";
}
