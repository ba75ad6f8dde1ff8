using NodaTime;

namespace FollowUp.Patients.Directory;

/// <summary>Who a man is: every direct identifier that is kept of him.</summary>
/// <remarks>Its text form shows none of it, so that no log line, trace or message can.</remarks>
public sealed record PatientIdentity
{
    /// <summary>His given names, as his papers spell them.</summary>
    public required string GivenName { get; init; }

    /// <summary>His family name, as his papers spell it.</summary>
    public required string FamilyName { get; init; }

    /// <summary>The clinic's own record number.</summary>
    public string? RecordNumber { get; init; }

    /// <summary>The number his state knows him by.</summary>
    public NationalNumber? NationalNumber { get; init; }

    /// <summary>The day he was born.</summary>
    public LocalDate? BirthDate { get; init; }

    /// <summary>His telephone numbers, the preferred one first; kept in E.164, for instance <c>+905321234567</c>.</summary>
    public IReadOnlyList<string> Telephones { get; init; } = [];

    /// <summary>His e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Where letters reach him.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>Whom the clinic may turn to when it can't reach him.</summary>
    public IReadOnlyList<ContactPerson> ContactPersons { get; init; } = [];

    /// <summary>Shows nothing of him.</summary>
    public override string ToString() => "a patient's identity";
}

/// <summary>The number a state knows a person by.</summary>
/// <param name="Kind">Which number it is: <see cref="Turkish"/>, or any other kind by a short name, for instance <c>passport DE</c>.</param>
/// <param name="Value">The number.</param>
public sealed record NationalNumber(string Kind, string Value)
{
    /// <summary>The Turkish identity number (T.C. kimlik no), also that of foreigners resident in Turkey (99...); the one kind that is checked.</summary>
    public const string Turkish = "TC";

    private const int Length = 11;

    /// <summary>Whether a text is a Turkish identity number: 11 digits, the first not 0, with the two check digits it must have.</summary>
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

/// <summary>Where letters reach a man.</summary>
/// <param name="Lines">Street, house and district, in one or more lines.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="City">The town or province.</param>
/// <param name="Country">The country.</param>
public sealed record PostalAddress(string Lines, string? PostalCode, string? City, string? Country)
{
    /// <summary>Shows nothing of him.</summary>
    public override string ToString() => "a postal address";
}

/// <summary>Someone the clinic may turn to when it can't reach the man.</summary>
/// <param name="Name">The person's whole name.</param>
/// <param name="Relation">What the person is to him, for instance <c>brother</c>.</param>
/// <param name="Telephone">The person's telephone number, kept in E.164.</param>
public sealed record ContactPerson(string Name, string? Relation, string? Telephone)
{
    /// <summary>Shows nothing of the person.</summary>
    public override string ToString() => "a contact person";
}
