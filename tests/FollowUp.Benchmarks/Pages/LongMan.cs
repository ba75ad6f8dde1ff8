using System.Globalization;
using System.Text;
using FollowUp.Recording.Commands;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Benchmarks.Pages;

/// <summary>A man with very many facts, as lines that the product imports: one operation two years ago, and since then results, calls, pain and drugs.</summary>
internal sealed class LongMan
{
    private readonly StringBuilder _lines = new();

    public LongMan(int facts, LocalDate today)
    {
        var operated = today.PlusDays(-730);
        Line("enrol_patient", $$"""
            "identity":{"givenName":"Uzun","familyName":"Takip","recordNumber":"L-1","birthDate":"1985-04-12","telephones":["+905329999999"]},"enrolment":{"enrolledOn":"{{Iso(operated)}}","karyotype":"Normal46XY","yMicrodeletion":"None"}
            """);
        Line("procedure_performed", $$""" "type":"MTESE","performedOn":"{{Iso(operated)}}","side":"Both" """);
        for (var n = 2; n < facts; n++)
        {
            var day = Iso(operated.PlusDays(1 + (n * 720 / facts)));
            var minute = (n % 60).ToString("00", CultureInfo.InvariantCulture);
            switch (n % 5)
            {
                case 0:
                    Line("hormone_result_reported", string.Create(CultureInfo.InvariantCulture, $$"""
                        "analyte":"Testosterone","value":"{{8 + (n % 9)}}.{{n % 10}}","unit":"nmol/L","collectedAt":"{{day}}T08:{{minute}}","status":"Final","acutelyIll":"No"
                        """));
                    break;
                case 1:
                    Line("hormone_result_reported", $$""" "analyte":"LH","value":"{{3 + (n % 9)}}.1","unit":"IU/L","collectedAt":"{{day}}T08:{{minute}}","status":"Final","acutelyIll":"No" """);
                    break;
                case 2:
                    Line("contact_made", $$""" "madeAt":"{{day}}T10:{{minute}}","kind":"Call","identityChecked":"Yes","complications":"None","script":{"FeelsWell":"Yes","Fever":"No"} """);
                    break;
                case 3:
                    Line("pain_reported", $$""" "reportedAt":"{{day}}T11:{{minute}}","nrs":{{n % 4}},"site":"Scrotum","side":"Left" """);
                    break;
                default:
                    Line("analgesic_taken", $$""" "takenAt":"{{day}}T12:{{minute}}","drug":"Paracetamol","milligrams":500 """);
                    break;
            }
        }
    }

    public Guid Id { get; } = Guid.CreateVersion7();

    public int Facts { get; private set; }

    public byte[] Utf8 => Encoding.UTF8.GetBytes(_lines.ToString());

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private void Line(string command, string fields)
    {
        Facts++;
        _lines.Append(CultureInfo.InvariantCulture, $$"""{"patient":"{{Id}}","command":"{{command}}","id":"{{Guid.CreateVersion7()}}",{{fields.Trim()}}}""").Append('\n');
    }
}
