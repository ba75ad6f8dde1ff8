using System.Net;
using FollowUp.Patients.Pages.Chart;

namespace FollowUp.AppTests;

/// <summary>Men for tests, enrolled through the interface; each has a name of his own.</summary>
public static class Men
{
    /// <summary>Words that no log line, queue or table of events may hold: they stand in the identities and notes of these men.</summary>
    public static readonly string[] Secrets = ["Şahinoğlu", "Sahinoglu", "Işıkçı", "Gizlisokak", "5321234567", "gizli.adres", "çok özel not"];

    private static int _count;

    /// <summary>A man enrolled on 5 January 2026, born in 1990; answers his id.</summary>
    public static async Task<string> EnrolAsync(this HttpClient nurse, string karyotype = "Normal46XY")
    {
        var reply = await nurse.Post("/patients", Enrolment(karyotype));
        reply.Status.ShouldBe(HttpStatusCode.Created, reply.Body?.ToJsonString());
        return reply.Text("patientId")!;
    }

    /// <summary>The body that enrols a man nobody else is.</summary>
    public static string Enrolment(string karyotype = "Normal46XY")
    {
        var n = Interlocked.Increment(ref _count);
        return $$"""
            {
              "identity": {
                "givenName": "Işıkçı", "familyName": "Şahinoğlu{{Letters(n)}}", "recordNumber": "R-{{n}}", "birthDate": "1990-04-12",
                "telephones": ["+905321234567"], "email": "gizli.adres{{n}}@example.org", "address": { "lines": "Gizlisokak 5", "city": "İzmir" }
              },
              "enrolment": { "enrolledOn": "2026-01-05", "karyotype": "{{karyotype}}", "yMicrodeletion": "None" },
              "confirm": { "PossibleDuplicate": "another man of the family" }
            }
            """;
    }

    private static string Letters(int n) => string.Concat(n.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
}
