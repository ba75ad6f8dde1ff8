using FollowUp.Platform;
using NodaTime;

namespace FollowUp.Directory;

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

    /// <summary>His national identity number.</summary>
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

    /// <summary>Whether these two can't be one man: neither the whole name, in any spelling and order, nor the birth date is the same.</summary>
    /// <remarks>One of them may be a typing error, or a name that changed; both together are somebody else.</remarks>
    public bool IsAnotherManThan(PatientIdentity other) =>
        !(BirthDate is { } born && other.BirthDate == born) && !Words(this).SequenceEqual(Words(other), StringComparer.Ordinal);

    private static IEnumerable<string> Words(PatientIdentity identity) =>
        Spelling.Words($"{identity.GivenName} {identity.FamilyName}").Order(StringComparer.Ordinal);

    /// <summary>Shows nothing of him.</summary>
    public override string ToString() => "a patient's identity";
}

/// <summary>Where letters reach a man.</summary>
/// <param name="Lines">Street, house and district, in one or more lines.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="City">The town or province.</param>
/// <param name="Country">The country.</param>
public sealed record PostalAddress(string Lines, string? PostalCode = null, string? City = null, string? Country = null)
{
    /// <summary>Shows nothing of him.</summary>
    public override string ToString() => "a postal address";
}

/// <summary>Someone the clinic may turn to when it can't reach the man.</summary>
/// <param name="Name">The person's whole name.</param>
/// <param name="Relation">What the person is to him, for instance <c>brother</c>.</param>
/// <param name="Telephone">The person's telephone number, kept in E.164.</param>
public sealed record ContactPerson(string Name, string? Relation = null, string? Telephone = null)
{
    /// <summary>Shows nothing of the person.</summary>
    public override string ToString() => "a contact person";
}
