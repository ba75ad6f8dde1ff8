using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Demo;

/// <summary>Invented identities: family names that are obviously invented, reserved e-mail domains, and numbers from blocks that nobody is known to have.</summary>
public static class MadeUpIdentity
{
    private static readonly string[] GivenNames =
    [
        "Çağrı", "Şükrü", "İbrahim", "Oğuz", "Ümit", "Işık", "Gökhan", "Çınar", "Özgür", "Yiğit", "Doğan", "İlyas", "Uğur", "Barış", "Tuğrul",
        "Ömer", "Hüseyin", "Mahmut", "Kağan", "Sıtkı", "Vedat", "Cüneyt", "Rıza", "Ferit", "Eşref", "Nazım", "Polat", "Süha", "Tarık", "Yalçın",
    ];

    private static readonly string[] FamilyNames =
    [
        "Örnekoğlu", "Denemeli", "Kurguoğlu", "Yapayışık", "Sözdeşen", "Taslakçı", "Varsayımcı", "Temsilioğlu", "Provacı", "İmgesel",
        "Güyadağ", "Uydurukçu", "Numunelik", "Sınamaz", "Hayalioğlu", "Sanalgöz", "Kâğıtüstü", "Eğretili", "Mışoğlu", "Sahtegil",
    ];

    /// <summary>A man's identity, as the directory takes it.</summary>
    /// <param name="man">The man.</param>
    /// <param name="recordNumber">His record number.</param>
    public static JsonObject Of(DemoMan man, string recordNumber)
    {
        // Every pair of names is used once before any is used again, so that no two men look like the same one.
        var given = GivenNames[man.Number % GivenNames.Length];
        var family = FamilyNames[((man.Number / GivenNames.Length) + (man.Number * 7)) % FamilyNames.Length];
        var number = man.Number.ToString("000", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["givenName"] = given,
            ["familyName"] = family,
            ["recordNumber"] = recordNumber,
            ["nationalNumber"] = new JsonObject { ["kind"] = "TC", ["value"] = WithCheckDigits($"900000{number}") },
            ["birthDate"] = LocalDatePattern.Iso.Format(BornOn(man)),
            ["telephones"] = new JsonArray($"+905940000{number}"),
            ["email"] = $"{Ascii(given)}.{Ascii(family)}.{number}@example.org",
        };
    }

    /// <summary>A birthday that gives him his age on the day he is enrolled.</summary>
    private static LocalDate BornOn(DemoMan man) => man.EnrolledOn.PlusYears(-man.AgeYears).PlusDays(-(man.Number * 37 % 360));

    /// <summary>Nine digits with their two check digits, as in Turkish identity numbers.</summary>
    private static string WithCheckDigits(string nine)
    {
        var digits = nine.Select(digit => digit - '0').ToArray();
        var odd = digits.Where((_, i) => i % 2 == 0).Sum();
        var tenth = ((7 * odd) - digits.Where((_, i) => i % 2 == 1).Sum() + 40) % 10;
        return string.Create(CultureInfo.InvariantCulture, $"{nine}{tenth}{(digits.Sum() + tenth) % 10}");
    }

    private static string Ascii(string name) => string.Concat(name.Replace('ı', 'i').Normalize(System.Text.NormalizationForm.FormD).Where(char.IsAsciiLetter))
        .ToLowerInvariant();
}
