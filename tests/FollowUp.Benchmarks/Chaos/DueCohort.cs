using System.Globalization;
using System.Text;
using FollowUp.Recording.Commands;
using FollowUp.Reports.Making;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Benchmarks.Chaos;

/// <summary>Men who are due for the six-week contact, and nothing else, as lines that the product imports. Every other one wants text messages.</summary>
internal sealed class DueCohort
{
    private const int DaysSinceOperation = 44;

    private readonly StringBuilder _lines = new();

    public DueCohort(int men, LocalDate today, bool textMessages)
    {
        var operated = LocalDatePattern.Iso.Format(today.PlusDays(-DaysSinceOperation));
        for (var i = 0; i < men; i++)
        {
            var man = Guid.CreateVersion7();
            Line(man, "enrol_patient", string.Create(CultureInfo.InvariantCulture, $$"""
                "identity":{"givenName":"Deneme","familyName":"Soyad{{Letters(i)}}","recordNumber":"B-{{i}}","birthDate":"1985-04-12","telephones":["+90532{{i:0000000}}"],"email":"{{AddressOf(i)}}"},"enrolment":{"enrolledOn":"{{operated}}","karyotype":"Normal46XY","yMicrodeletion":"None"}
                """));
            Line(man, "procedure_performed", $$""" "type":"MTESE","performedOn":"{{operated}}","side":"Both" """);
            Line(man, "reminder_consent_recorded", $$""" "statedOn":"{{operated}}","consents":true,"form":"Written" """);
            if (textMessages && i % 2 == 1)
            {
                Line(man, "contact_preferences_recorded", $$""" "statedOn":"{{operated}}","channels":["Sms"],"language":"Tr" """);
            }
        }
    }

    public int Facts { get; private set; }

    public byte[] Utf8 => Encoding.UTF8.GetBytes(_lines.ToString());

    public static string AddressOf(int i) => string.Create(CultureInfo.InvariantCulture, $"man{i}@men.example");

    private void Line(Guid man, string command, string fields)
    {
        Facts++;
        _lines.Append(CultureInfo.InvariantCulture, $$"""{"patient":"{{man}}","command":"{{command}}","id":"{{Guid.CreateVersion7()}}",{{fields.Trim()}}}""").Append('\n');
    }

    private static string Letters(int number) => string.Concat(number.ToString("00000", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
}
