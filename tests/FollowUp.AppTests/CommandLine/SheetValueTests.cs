using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Platform;

namespace FollowUp.AppTests.CommandLine;

/// <summary>What a cell of a sheet is read as: the same as at every other door.</summary>
public sealed class SheetValueTests(AppFixture app) : IDisposable
{
    private const string Map =
        """
        {
          "key": "sheet-values-of-the-tests", "patient": "Dosya no", "delimiter": ";", "culture": "tr-TR", "dates": "dd.MM.uuuu",
          "entries": [
            { "name": "enrolment", "command": "enrol_patient", "once": true,
              "identity": { "givenName": { "column": "Ad" }, "familyName": { "column": "Soyad" }, "recordNumber": { "column": "Dosya no" }, "birthDate": { "column": "Doğum tarihi", "as": "date" } },
              "enrolment": { "enrolledOn": "2025-02-03" } },
            { "name": "result", "command": "hormone_result_reported", "when": "Değer",
              "analyte": { "column": "Tetkik" }, "value": { "column": "Değer" }, "unit": "nmol/L", "culture": "tr-TR",
              "collectedAt": { "column": "Numune", "as": "dateTime" }, "status": { "column": "Durum" } }
          ]
        }
        """;

    private const string Head = "Dosya no;Ad;Soyad;Doğum tarihi;Numune;Tetkik;Değer;Durum\n";

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("followup-values-").FullName;

    private readonly string _man = $"V-{Guid.NewGuid():N}"[..12];

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("12.02.2025 8:30", "2025-02-12T08:30:00")]
    [InlineData("12.02.2025 08:30:00", "2025-02-12T08:30:00")]
    [InlineData("12.2.2025", "2025-02-12")]
    [InlineData("12.02.2025 00:00", "2025-02-12T00:00:00")]
    [InlineData("2025-02-12T08:30+05:30", "2025-02-12T08:30:00+05:30")]
    [InlineData("2025-02-12T08:30:00-10:00", "2025-02-12T08:30:00-10:00")]
    [InlineData("2025-02-12T08:30:00Z", "2025-02-12T08:30:00Z")]
    public async Task A_date_alone_and_every_way_to_write_a_clock_time_are_read_in_a_sheet_as_in_what_is_pasted(string cell, string collectedAt)
    {
        var said = await ImportAsync($"{_man};Ali;Tek;1.2.1985;{cell};Total Testosteron;14,2;kesin\n");

        said.Out.ShouldContain("2 lines: 2 recorded, 0 there already, 0 rejected.", customMessage: said.Error);
        var result = await ResultAsync();
        result["collectedAt"]!.ToString().ShouldBe(collectedAt);
        result["analyte"]!.ToString().ShouldBe("Testosterone");
        result["status"]!.ToString().ShouldBe("Final");
    }

    [Fact]
    public async Task A_spreadsheet_s_number_of_a_day_is_refused_with_what_to_do()
    {
        var said = await ImportAsync($"{_man};Ali;Seri;31079;12.02.2025 08:30;Testosteron;14,2;F\n");

        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("Doğum tarihi (31079)");
        said.Error.ShouldContain("it may be 1985-02-01");
        said.Error.ShouldContain("Give the column the format of a date");
    }

    private async Task<Said> ImportAsync(string rows)
    {
        var (sheet, map) = (Path.Combine(_folder, "sheet.csv"), Path.Combine(_folder, "map.json"));
        await File.WriteAllTextAsync(sheet, Head + rows, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(map, Map, TestContext.Current.CancellationToken);
        return await app.BesideServerAsync("izmir", "import", "--sheet", sheet, "--map", map);
    }

    private async Task<JsonNode> ResultAsync()
    {
        using var nurse = app.As(Roles.Nurse);
        var timeline = await nurse.Get($"/patients/{Ids.Of($"sheet-values-of-the-tests/{Spelling.Joined(_man)}")}/timeline");
        return timeline["lines"]!.AsArray().Select(line => line!["fact"]!).Single(fact => fact["analyte"] is not null);
    }
}
