using FollowUp.Platform;
using NodaTime.Text;

namespace FollowUp.Directory;

/// <summary>What a man must fulfil to be the one a search looks for.</summary>
/// <param name="Fields">The fields he is found by.</param>
/// <param name="Terms">What he must be indexed by; all of them.</param>
/// <param name="Holds">Whether he is really meant: three-letter parts and the ends of numbers also occur in others.</param>
internal sealed record SearchCriterion(IReadOnlyList<IdentityField> Fields, IReadOnlyList<Term> Terms, Func<PatientIdentity, bool> Holds)
{
    private static readonly LocalDatePattern[] Dates =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"),
    ];

    /// <summary>The criteria that a search may mean; none when there is too little to search for.</summary>
    /// <param name="query">
    /// A name or part of one, a number, a birth date (ISO or day.month.year), a telephone or its end, an e-mail address.
    /// </param>
    /// <param name="region">The country of telephone numbers without a country code.</param>
    public static IReadOnlyList<SearchCriterion> Of(string query, string region)
    {
        var text = query.Trim();
        if (text.Contains('@', StringComparison.Ordinal))
        {
            return Exact(IdentityField.Email, text, identity => identity.Email);
        }

        if (Dates.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success) is { } date)
        {
            return [new SearchCriterion([IdentityField.BirthDate], [Term.Of(date.Value)], identity => identity.BirthDate == date.Value)];
        }

        return
        [
            .. ByRecordNumber(text),
            .. Exact(IdentityField.NationalNumber, text, identity => identity.NationalNumber?.Value),
            .. text.All(IsInTelephone) ? Telephones(text, region) : Names(text),
        ];
    }

    /// <summary>The criteria for a record number; none when nothing is left of it.</summary>
    public static IReadOnlyList<SearchCriterion> ByRecordNumber(string recordNumber) => Exact(IdentityField.RecordNumber, recordNumber, identity => identity.RecordNumber);

    /// <summary>By what another man may be the same person, to be shown when a man is enrolled.</summary>
    public static IReadOnlyList<SearchCriterion> Duplicates(PatientIdentity sought)
    {
        var name = WholeName(sought);
        return
        [
            .. sought.NationalNumber is { } number
                ? Exact(IdentityField.NationalNumber, number.Value, identity => identity.NationalNumber is { } held
                    && string.Equals(held.Kind, number.Kind, StringComparison.OrdinalIgnoreCase) ? held.Value : null)
                : [],
            .. sought.RecordNumber is { } record ? ByRecordNumber(record) : [],
            .. sought.BirthDate is { } born
                ? sought.Telephones.Select(telephone => new SearchCriterion(
                    [IdentityField.Telephone, IdentityField.BirthDate],
                    [.. Term.OfTelephone(IdentityField.Telephone, telephone), Term.Of(born)],
                    identity => identity.BirthDate == born && identity.Telephones.Contains(telephone, StringComparer.Ordinal)))
                : [],
            .. sought.BirthDate is { } birthDate
                ? [new SearchCriterion(
                    [IdentityField.Name, IdentityField.BirthDate],
                    [.. Term.OfWholeNames(IdentityField.Name, sought.GivenName, sought.FamilyName), Term.Of(birthDate)],
                    identity => identity.BirthDate == birthDate && WholeName(identity).SequenceEqual(name, StringComparer.Ordinal))]
                : Array.Empty<SearchCriterion>(),
        ];
    }

    private static IReadOnlyList<SearchCriterion> Exact(IdentityField field, string text, Func<PatientIdentity, string?> value) =>
        [.. Term.Exact(field, text).Select(term => new SearchCriterion(
            [field], [term], identity => value(identity) is { } held && Term.Exact(field, held).Contains(term)))];

    private static bool IsInTelephone(char sign) => char.IsAsciiDigit(sign) || " +-()/.".Contains(sign, StringComparison.Ordinal);

    private static IEnumerable<SearchCriterion> Telephones(string text, string region)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        if (digits.Length < Term.TelephoneEnd)
        {
            return [];
        }

        var whole = Telephone.ToE164(text, region);
        bool Same(string? held) =>
            held is not null && (string.Equals(held, whole, StringComparison.Ordinal) || held.EndsWith(digits, StringComparison.Ordinal));
        return
        [
            new SearchCriterion(
                [IdentityField.Telephone],
                [.. Term.OfTelephone(IdentityField.Telephone, digits)],
                identity => identity.Telephones.Any(Same)),
            new SearchCriterion(
                [IdentityField.ContactPersonTelephone],
                [.. Term.OfTelephone(IdentityField.ContactPersonTelephone, digits)],
                identity => identity.ContactPersons.Any(person => Same(person.Telephone))),
        ];
    }

    private static IEnumerable<SearchCriterion> Names(string text)
    {
        var sought = Spelling.Words(text);
        return new[]
        {
            new SearchCriterion(
                [IdentityField.Name],
                [.. Term.OfPartOfName(IdentityField.Name, sought)],
                identity => IsPart(sought, WholeName(identity))),
            new SearchCriterion(
                [IdentityField.ContactPersonName],
                [.. Term.OfPartOfName(IdentityField.ContactPersonName, sought)],
                identity => identity.ContactPersons.Any(person => IsPart(sought, Spelling.Words(person.Name)))),
        }.Where(criterion => criterion.Terms.Count > 0);
    }

    /// <summary>Whether every word sought is in a word of the name, one or two letters at its beginning.</summary>
    private static bool IsPart(IReadOnlyList<string> sought, IReadOnlyList<string> name) =>
        sought.All(part => name.Any(word => part.Length < Term.GramLength
            ? word.StartsWith(part, StringComparison.Ordinal)
            : word.Contains(part, StringComparison.Ordinal)));

    /// <summary>All words of a name in alphabetical order: given and family name are easily exchanged.</summary>
    private static List<string> WholeName(PatientIdentity identity) =>
        [.. Spelling.Words($"{identity.GivenName} {identity.FamilyName}").Order(StringComparer.Ordinal)];
}
