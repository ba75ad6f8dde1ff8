namespace FollowUp.Interop.Sheets;

/// <summary>An example sheet and map: two synthetic men, with what most clinics have in their spreadsheets.</summary>
public static class SheetTemplate
{
    /// <summary>The sheet.</summary>
    public const string Sheet =
        """
        Dosya no;Ad;Soyad;Doğum tarihi;Telefon;Kayıt tarihi;Karyotip;Önceki işlem;Önceki tarih;Önceki patoloji;Ameliyat tarihi;Sperm;Testosteron tarihi;Testosteron;Birim
        A-1001;Işık;Örnekoğlu;14.05.1988;+90 594 000 09 01;03.02.2025;46,XY;TESE;2022-11;SCOS;10.03.2025;yok;12.02.2025 08:30;14,2;nmol/L
        A-1002;Şükrü;Denemeli;02.11.1990;+90 594 000 09 02;17.02.2025;47,XXY;;;;24.03.2025;var;20.02.2025 09:10;2,65;ng/mL
        A-1002;Şükrü;Denemeli;02.11.1990;+90 594 000 09 02;17.02.2025;47,XXY;;;;;;06.10.2025 08:50;1,41;ng/mL

        """;

    /// <summary>The map.</summary>
    /// <param name="key">A text that nobody can guess.</param>
    public static string Map(string key) =>
        $$"""
        {
          "key": "{{key}}",
          "patient": "Dosya no",
          "delimiter": ";",
          "culture": "tr-TR",
          "dates": "dd.MM.uuuu",
          "entries": [
            {
              "name": "enrolment", "command": "enrol_patient", "once": true,
              "identity": {
                "givenName": { "column": "Ad" },
                "familyName": { "column": "Soyad" },
                "recordNumber": { "column": "Dosya no" },
                "birthDate": { "column": "Doğum tarihi", "as": "date" },
                "telephones": [ { "column": "Telefon" } ]
              },
              "enrolment": {
                "enrolledOn": { "column": "Kayıt tarihi", "as": "date" },
                "karyotype": { "column": "Karyotip", "values": { "46,XY": "Normal46XY", "47,XXY": "Klinefelter47XXY" } }
              }
            },
            {
              "name": "earlier", "command": "earlier_procedure_reported", "when": "Önceki işlem",
              "type": { "column": "Önceki işlem", "values": { "TESA": "TESA", "TESE": "CTESE", "mikro-TESE": "MTESE" } },
              "performedOn": { "column": "Önceki tarih", "as": "partialDate" },
              "outcome": "NotFound",
              "source": "Record"
            },
            {
              "name": "earlier histology", "command": "histology_reported", "when": "Önceki patoloji",
              "procedureId": { "entry": "earlier" },
              "side": "Unknown",
              "pattern": { "column": "Önceki patoloji", "values": { "SCOS": "SCOS", "MA": "MA", "HS": "HS" } }
            },
            {
              "name": "testosterone", "command": "hormone_result_reported", "when": "Testosteron",
              "analyte": "Testosterone",
              "value": { "column": "Testosteron" },
              "unit": { "column": "Birim" },
              "culture": "tr-TR",
              "collectedAt": { "column": "Testosteron tarihi", "as": "dateTime" },
              "status": "Final"
            },
            {
              "name": "operation", "command": "procedure_performed", "when": "Ameliyat tarihi",
              "type": "MTESE",
              "performedOn": { "column": "Ameliyat tarihi", "as": "date" },
              "side": "Unknown",
              "outcome": { "column": "Sperm", "values": { "var": "SpermFound", "yok": "NotFound" } }
            }
          ]
        }

        """;
}
