using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;

namespace FollowUp.Patients.Directory;

/// <summary>A field a man can be found by. The names are part of the index keys: a renamed one finds nothing that was written before.</summary>
public enum IdentityField
{
    /// <summary>His given and family names.</summary>
    Name,

    /// <summary>The clinic's record number.</summary>
    RecordNumber,

    /// <summary>The number his state knows him by.</summary>
    NationalNumber,

    /// <summary>The day he was born.</summary>
    BirthDate,

    /// <summary>A telephone number of his.</summary>
    Telephone,

    /// <summary>His e-mail address.</summary>
    Email,

    /// <summary>The name of a contact person.</summary>
    ContactPersonName,

    /// <summary>The telephone number of a contact person.</summary>
    ContactPersonTelephone,
}

/// <summary>Something indexed of a man: a whole value, the end of a telephone number, or three letters of a name.</summary>
internal readonly record struct Term(IdentityField Field, string Text)
{
    private const int GramLength = 3;
    private const int TelephoneEnd = 4;

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

    /// <summary>A whole value without its signs and marks; nothing when no letter or digit is in it.</summary>
    public static IEnumerable<Term> Exact(IdentityField field, string value) =>
        Spelling.Joined(value) is { Length: > 0 } folded ? [new(field, folded)] : [];

    /// <summary>A birth date.</summary>
    public static Term Of(NodaTime.LocalDate birthDate) => new(IdentityField.BirthDate, LocalDatePattern.Iso.Format(birthDate));

    /// <summary>The end of a telephone number; nothing when it has fewer digits.</summary>
    public static IEnumerable<Term> OfTelephone(IdentityField field, string digits) =>
        digits.Length >= TelephoneEnd ? [new(field, digits[^TelephoneEnd..])] : [];

    /// <summary>What whole names are indexed by: how each word begins, and every three letters in it.</summary>
    public static IEnumerable<Term> OfWholeNames(IdentityField field, params IEnumerable<string> names) =>
        names.SelectMany(Spelling.Words).SelectMany(word => Grams($"^{word}")).Distinct(StringComparer.Ordinal).Select(gram => new Term(field, gram));

    /// <summary>What part of a name must have been indexed by: three letters and more anywhere in a word, fewer at its beginning.</summary>
    public static IEnumerable<Term> OfPartOfName(IdentityField field, IEnumerable<string> words) =>
        words.SelectMany(word => word.Length < GramLength ? Grams($"^{word}") : Grams(word)).Distinct(StringComparer.Ordinal).Select(gram => new Term(field, gram));

    private static IEnumerable<string> Grams(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - GramLength + 1)).Select(start => text.Substring(start, GramLength));
}

/// <summary>Makes the tokens of a clinic's index: keyed hashes that say nothing without the key and differ between clinics and fields.</summary>
internal sealed class BlindIndex(MasterKey master, string clinic)
{
    private readonly Dictionary<IdentityField, byte[]> _keys = [];

    /// <summary>The tokens of these terms, in numerical order, so that their order tells nothing about a name.</summary>
    public long[] Tokens(IEnumerable<Term> terms) => [.. terms.Select(Token).Distinct().Order()];

    private long Token(Term term)
    {
        if (!_keys.TryGetValue(term.Field, out var key))
        {
            _keys[term.Field] = key = master.IndexKey(clinic, term.Field);
        }

        return BinaryPrimitives.ReadInt64BigEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(term.Text)));
    }
}
