using System.Globalization;
using System.Text;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Recording.Commands;
using FollowUp.Reports.Making;

namespace FollowUp.Benchmarks;

/// <summary>Men with a usual follow-up, as lines that the product imports.</summary>
internal sealed class Cohort
{
    private readonly StringBuilder _lines = new();

    public Cohort(int men)
    {
        Men = [.. Enumerable.Range(0, men).Select(_ => Guid.CreateVersion7())];
        for (var i = 0; i < men; i++)
        {
            Write(i, Men[i]);
        }
    }

    public IReadOnlyList<Guid> Men { get; }

    /// <summary>How many lines there are, each a fact.</summary>
    public int Facts { get; private set; }

    /// <summary>The lines as a file holds them.</summary>
    public byte[] Utf8 => Encoding.UTF8.GetBytes(_lines.ToString());

    private void Write(int i, Guid man)
    {
        var operation = Guid.CreateVersion7();
        var complication = Guid.CreateVersion7();
        Line(man, "enrol_patient", $$"""
            "identity":{"givenName":"Deneme","familyName":"Soyad{{Letters(i)}}","recordNumber":"B-{{i}}","birthDate":"{{1975 + (i % 20)}}-04-{{1 + (i % 28):00}}"},
            "enrolment":{"enrolledOn":"2025-09-01","karyotype":"Normal46XY","yMicrodeletion":"None"}
            """);
        Line(man, "reminder_consent_recorded", """ "statedOn":"2025-09-01","consents":true,"form":"Written" """);
        Line(man, "earlier_procedure_reported", """ "type":"CTESE","performedOn":"2024-06","outcome":"NotFound" """);
        Line(man, "weight_measured", """ "measuredOn":"2025-09-01","kilograms":82.5 """);
        Hormones(man, "2025-09-01", 15.2m + (i % 5), i);
        Line(man, "procedure_performed", """
            "type":"MTESE","performedOn":"2025-10-06","side":"Both","outcome":"NotFound","leftOutcome":"NotFound","rightOutcome":"NotFound","inductionAt":"08:10:00","anaesthesia":"General"
            """, operation);
        Line(man, "histology_reported", $$""" "procedureId":"{{operation}}","side":"Both","pattern":"SCOS","reportedOn":"2025-10-20" """);
        Contact(man, "2025-10-07T17:10");
        Line(man, "pain_reported", """ "reportedAt":"2025-10-07T17:10","nrs":4,"site":"Scrotum","side":"Both" """);
        Line(man, "analgesic_taken", """ "takenAt":"2025-10-07T08:00","drug":"Paracetamol","milligrams":1000 """);
        Contact(man, "2025-10-13T10:20");
        Line(man, "complication_reported", $$""" "type":"Haematoma","procedureId":"{{operation}}","detectedOn":"2025-10-13","side":"Left","reportedBy":"Patient" """, complication);
        Line(man, "complication_graded", $$""" "complicationId":"{{complication}}","grade":"I","gradedOn":"2025-10-14" """);
        Contact(man, "2025-11-17T10:20");
        Hormones(man, "2026-05-05", 9.8m + (i % 7), i);
        Contact(man, "2026-05-12T10:20");
    }

    private void Hormones(Guid man, string day, decimal testosterone, int i)
    {
        foreach (var (analyte, value, unit) in ((string, decimal, string)[])
            [("Testosterone", testosterone, "nmol/L"), ("LH", 6.1m + (i % 4), "IU/L"), ("FSH", 14.3m + (i % 9), "IU/L")])
        {
            Line(man, "hormone_result_reported", $$"""
                "analyte":"{{analyte}}","value":"{{value}}","unit":"{{unit}}","collectedAt":"{{day}}T08:30","status":"Final","laboratory":"CENTRALLAB","method":"LC-MS/MS","acutelyIll":"No"
                """);
        }
    }

    private void Contact(Guid man, string at) => Line(man, "contact_made", $$"""
        "madeAt":"{{at}}","kind":"Call","identityChecked":"Yes","complications":"None","temperatureCelsius":36.7,"script":{"GoodMoment":"Yes","FeelsWell":"Yes","Fever":"No","WoundDry":"Yes"}
        """);

    private void Line(Guid man, string command, string fields, Guid? id = null)
    {
        Facts++;
        _lines.Append(CultureInfo.InvariantCulture, $$"""{"patient":"{{man}}","command":"{{command}}","id":"{{id ?? Guid.CreateVersion7()}}",{{fields.ReplaceLineEndings("").Trim()}}}""").Append('\n');
    }

    // Names that nobody else bears, so that no enrolment warns of a possible duplicate.
    private static string Letters(int number) => string.Concat($"{number:00000}".Select(digit => (char)('a' + digit - '0')));
}
