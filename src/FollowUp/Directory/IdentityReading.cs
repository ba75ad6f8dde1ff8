using System.Net.Mail;
using System.Text;
using FollowUp.Course;
using NodaTime;

namespace FollowUp.Directory;

/// <summary>An identity as it was sent, put into the form it is kept in, with everything that is wrong with it.</summary>
/// <param name="Identity">Trimmed, telephones in E.164, empty fields left out.</param>
/// <param name="Findings">
/// All problems at once; the identity may be stored only when there are none. A finding's value is the sender's own and goes back
/// to him alone: it is never logged.
/// </param>
public sealed record IdentityReading(PatientIdentity Identity, IReadOnlyList<Finding> Findings)
{
    /// <summary>The longest text of a field, in characters.</summary>
    public const int LongestText = 200;

    /// <summary>The most telephones and the most contact persons.</summary>
    public const int LongestList = 10;

    /// <summary>No man lives longer, in years; an earlier birth date is a typing error.</summary>
    public const int LongestLifeYears = 120;

    /// <summary>Reads an identity as it was sent.</summary>
    /// <param name="sent">As it was sent; nothing in it is trusted.</param>
    /// <param name="today">The clinic's date.</param>
    /// <param name="region">The country of telephone numbers without a country code, ISO 3166 alpha-2: the clinic's.</param>
    public static IdentityReading Of(PatientIdentity sent, LocalDate today, string region)
    {
        var reader = new Reader(region);
        var identity = new PatientIdentity
        {
            GivenName = reader.Required("givenName", sent.GivenName, Reader.NameNeeded),
            FamilyName = reader.Required("familyName", sent.FamilyName, Reader.NameNeeded),
            RecordNumber = reader.Text("recordNumber", sent.RecordNumber),
            NationalNumber = reader.NationalNumber(sent.NationalNumber),
            BirthDate = reader.BirthDate(sent.BirthDate, today),
            Telephones = [.. reader.List("telephones", sent.Telephones, reader.Telephone).Distinct(StringComparer.Ordinal)],
            Email = reader.Email(sent.Email),
            Address = reader.Address(sent.Address),
            ContactPersons = reader.List("contactPersons", sent.ContactPersons, reader.ContactPerson),
        };
        return new IdentityReading(identity, reader.Findings);
    }

    private sealed class Reader(string region)
    {
        public const string NameNeeded = "a man is enrolled with his given name and his family name.";

        public List<Finding> Findings { get; } = [];

        public string Required(string field, string? value, string remedy)
        {
            if (Text(field, value) is { } text)
            {
                return text;
            }

            if (!(value?.Length > LongestText))
            {
                Refuse("Missing", field, value, $"It is missing: {remedy}");
            }

            return "";
        }

        public string? Text(string field, string? value)
        {
            // Before it is normalised: that takes long for many combining marks.
            if (value?.Length > LongestText)
            {
                Refuse("TooLong", field, null, $"It is longer than {LongestText} characters: shorten it.");
                return null;
            }

            var text = Valid(value).Trim().Normalize(NormalizationForm.FormC);

            if (text.Any(letter => char.IsControl(letter) && letter is not '\n'))
            {
                Refuse("ControlCharacter", field, value, "It holds a control character: leave it out.");
            }

            return text.Length == 0 ? null : text;
        }

        public IReadOnlyList<T> List<T>(string field, IReadOnlyList<T?>? values, Func<string, T?, T?> read)
            where T : class
        {
            if (values is { Count: > LongestList })
            {
                Refuse("TooMany", field, values.Count, $"There are more than {LongestList}: leave out those not in use.");
                return [];
            }

            return [.. (values ?? []).Select((value, i) => read($"{field}[{i}]", value)).OfType<T>()];
        }

        public string? Telephone(string field, string? value)
        {
            if (Text(field, value) is not { } text)
            {
                return null;
            }

            if (Directory.Telephone.ToE164(text, region) is { } number)
            {
                return number;
            }

            Refuse(
                "TelephoneInvalid", field, value,
                $"It is no telephone number in use: give all digits, and outside {region} begin with + and the country code.");
            return text;
        }

        public ContactPerson? ContactPerson(string field, ContactPerson? value) =>
            value is null
                ? null
                : new ContactPerson(
                    Required($"{field}.name", value.Name, "name the contact person, or leave the whole entry out."),
                    Text($"{field}.relation", value.Relation),
                    Telephone($"{field}.telephone", value.Telephone));

        public NationalNumber? NationalNumber(NationalNumber? value)
        {
            if (value is null)
            {
                return null;
            }

            var kind = Required(
                "nationalNumber.kind", value.Kind, $"say which number it is, {Directory.NationalNumber.Turkish} for the Turkish one.");
            var number = Required("nationalNumber.value", value.Value, "give the number, or leave out the national number.");
            if (!string.Equals(kind, Directory.NationalNumber.Turkish, StringComparison.OrdinalIgnoreCase))
            {
                return new NationalNumber(kind, number);
            }

            var digits = number.Replace(" ", "", StringComparison.Ordinal);
            if (number.Length > 0 && !Directory.NationalNumber.IsTurkish(digits))
            {
                Refuse(
                    "NationalNumberInvalid", "nationalNumber.value", value.Value,
                    "It is no Turkish identity number: 11 digits, the last two of which check the others. Compare it with his papers.");
            }

            return new NationalNumber(Directory.NationalNumber.Turkish, digits);
        }

        public LocalDate? BirthDate(LocalDate? value, LocalDate today)
        {
            if (value > today)
            {
                Refuse("BirthDateInFuture", "birthDate", value, "It is in the future: give the day he was born.");
            }
            else if (value < today.PlusYears(-LongestLifeYears))
            {
                Refuse(
                    "BirthDateTooEarly", "birthDate", value, $"It is more than {LongestLifeYears} years ago: compare it with his papers.");
            }

            return value;
        }

        public string? Email(string? value)
        {
            var text = Text("email", value);
            var whole = MailAddress.TryCreate(text, out var address) && string.Equals(address.Address, text, StringComparison.Ordinal);
            if (text is not null && !whole)
            {
                Refuse("EmailInvalid", "email", value, "It is no e-mail address: it has one name, one @ and one domain.");
            }

            return text;
        }

        public PostalAddress? Address(PostalAddress? value) =>
            value is null
                ? null
                : new PostalAddress(
                    Required("address.lines", value.Lines, "give street and house, or leave out the address."),
                    Text("address.postalCode", value.PostalCode),
                    Text("address.city", value.City),
                    Text("address.country", value.Country));

        // Half a surrogate pair has no UTF-8 and can't be normalised; as a rune it is the replacement character.
        private static string Valid(string? value) =>
            string.Concat((value ?? "").EnumerateRunes().Select(rune => rune.ToString()));

        private void Refuse(string code, string field, object? value, string message) =>
            Findings.Add(Finding.Refusal(code, field, value, message));
    }
}
