using FollowUp.Platform;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Directory;

/// <summary>Something indexed of a man: a whole value, the end of a telephone number, or three letters of a name.</summary>
internal readonly record struct Term(IdentityField Field, string Text)
{
    /// <summary>How many letters of a name are indexed together.</summary>
    public const int GramLength = 3;

    /// <summary>How many digits of a telephone number are indexed, the last ones.</summary>
    public const int TelephoneEnd = 4;

    /// <summary>Everything a man is indexed by.</summary>
    public static IEnumerable<Term> Of(PatientIdentity identity) =>
    [
        .. OfWholeNames(IdentityField.Name, identity.GivenName, identity.FamilyName),
        .. identity.RecordNumber is { } record ? Exact(IdentityField.RecordNumber, record) : [],
        .. identity.NationalNumber is { } number ? Exact(IdentityField.NationalNumber, number.Value) : [],
        .. identity.BirthDate is { } born ? [Of(born)] : Array.Empty<Term>(),
        .. identity.Telephones.SelectMany(telephone => OfTelephone(IdentityField.Telephone, telephone)),
        .. identity.Email is { } email ? Exact(IdentityField.Email, email) : [],
        .. identity.ContactPersons.SelectMany(person => OfWholeNames(IdentityField.ContactPersonName, person.Name)),
        .. identity.ContactPersons.SelectMany(person => OfTelephone(IdentityField.ContactPersonTelephone, person.Telephone ?? "")),
    ];

    /// <summary>
    /// A whole value: a number without its signs and marks, an e-mail address in small letters; nothing when nothing is left.
    /// </summary>
    public static IEnumerable<Term> Exact(IdentityField field, string value)
    {
        var folded = field is IdentityField.Email ? value.ToLowerInvariant() : Spelling.Joined(value);
        return folded.Length > 0 ? [new(field, folded)] : [];
    }

    /// <summary>A birth date.</summary>
    public static Term Of(LocalDate birthDate) => new(IdentityField.BirthDate, LocalDatePattern.Iso.Format(birthDate));

    /// <summary>The end of a telephone number; nothing when it has fewer digits.</summary>
    public static IEnumerable<Term> OfTelephone(IdentityField field, string digits) =>
        digits.Length >= TelephoneEnd ? [new(field, digits[^TelephoneEnd..])] : [];

    /// <summary>What whole names are indexed by: how each word begins, and every three letters in it.</summary>
    public static IEnumerable<Term> OfWholeNames(IdentityField field, params IEnumerable<string> names) =>
        Of(field, names.SelectMany(Spelling.Words).SelectMany(word => Grams($"^{word}")));

    /// <summary>What part of a name must have been indexed by: three letters and more anywhere in a word, fewer at its beginning.</summary>
    public static IEnumerable<Term> OfPartOfName(IdentityField field, IEnumerable<string> words) =>
        Of(field, words.SelectMany(word => Grams(word.Length < GramLength ? $"^{word}" : word)));

    private static IEnumerable<Term> Of(IdentityField field, IEnumerable<string> grams) =>
        grams.Distinct(StringComparer.Ordinal).Select(gram => new Term(field, gram));

    private static IEnumerable<string> Grams(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - GramLength + 1)).Select(start => text.Substring(start, GramLength));
}
