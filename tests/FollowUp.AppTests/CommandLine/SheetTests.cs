using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Platform;

namespace FollowUp.AppTests.CommandLine;

/// <summary>Sheets: what is not read is said, a row keeps its id wherever it stands, and one number makes no one man of two.</summary>
public sealed class SheetTests(AppFixture app) : IDisposable
{
    private const string Head = "Dosya no;Ad;Soyad;Doğum tarihi;Kayıt tarihi;Ameliyat tarihi;Sperm;Numune;Testosteron;Birim";

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("followup-sheets-").FullName;

    private readonly string _key = $"sheet-tests-{Guid.NewGuid():N}";

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_sheet_sent_again_with_a_row_in_between_stores_each_operation_and_result_once()
    {
        var first = await CaseAsync("row-in-between-first.csv", "row-in-between.map.json");
        var again = await CaseAsync("row-in-between-again.csv", "row-in-between.map.json");

        first.Out.ShouldContain("5 lines: 5 recorded, 0 there already, 0 rejected.", customMessage: first.Error);
        again.Out.ShouldContain("6 lines: 1 recorded, 5 there already, 0 rejected.", customMessage: again.Error);
        var facts = await FactsAsync(Ids.Of($"{_key}/c59"));
        facts.Count(fact => fact["performedOn"] is not null).ShouldBe(2);
        facts.Select(fact => fact["value"]?.ToString()).Where(value => value is not null).Order(StringComparer.Ordinal).ShouldBe(["14,2", "8,4", "9,1"]);
    }

    [Fact]
    public async Task The_second_man_of_one_record_number_is_refused_whole()
    {
        var said = await CaseAsync("one-number-two-men.csv", "one-number-two-men.map.json");

        said.ExitCode.ShouldBe(1);
        said.Out.ShouldContain("4 lines: 3 recorded, 0 there already, 1 rejected.", customMessage: said.Error);
        said.Error.ShouldContain("line 3:  Dosya no (1,23457E+10): Row 2 gives this number another name and birth date.");
    }

    [Fact]
    public async Task A_man_of_another_sheet_under_the_same_number_is_refused_and_nothing_of_him_is_stored()
    {
        var (number, _) = await OneManAsync();

        var said = await ImportAsync($"{Head}\n{number};Mehmet;İkinci;05.06.1990;03.02.2025;17.03.2025;var;13.02.2025 08:30;6,1;nmol/L\n");

        said.ExitCode.ShouldBe(1);
        said.Out.ShouldContain("3 lines: 0 recorded, 0 there already, 3 rejected.", customMessage: said.Error);
        said.Error.ShouldContain("enrolled under another name and birth date");
        said.Error.ShouldContain("In the clinic, this number belongs to another man");
    }

    [Theory]
    [InlineData("ali", "Tek", "01.02.1985")]
    [InlineData("Alı", "TEK", "02.02.1985")]
    [InlineData("Ali", "Başka", "01.02.1985")]
    public async Task A_slip_in_the_name_or_in_the_birth_date_is_the_same_man_and_said(string given, string family, string born)
    {
        var (number, _) = await OneManAsync();

        var said = await ImportAsync($"{Head}\n{number.ToLowerInvariant()};{given};{family};{born};03.02.2025;;;20.10.2025 08:10;8,4;nmol/L\n");

        said.Out.ShouldContain("2 lines: 1 recorded, 1 there already, 0 rejected.", customMessage: said.Error);
        (await File.ReadAllTextAsync(Path.Combine(_folder, "sheet.csv.warnings"), Token)).ShouldContain("IdentityNotChanged");
    }

    [Fact]
    public async Task A_quote_that_is_not_closed_is_named_with_its_row_and_nothing_is_sent()
    {
        var said = await CaseAsync("quote-in-note.csv", "quote-in-note.map.json");

        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("Nothing was sent.");
        said.Error.ShouldContain("row 2: row: A quote in this row is not closed");
        said.Out.ShouldNotContain("recorded");
    }

    [Theory]
    [InlineData("Q-1;Ali;Bir;01.02.1985;;;;;;\"nmol/L\nQ-2;Ali;İki;01.02.1986;;;;;;nmol\"", "row 2: row: A cell that begins with a quote in this row runs on")]
    [InlineData("Q-1;Ali;Bir;01.02.1985;;;;;;\"nmol/L\nQ-2;Ali;\"İki\";01.02.1986;;;;;;nmol", "row 2: row: A quote in this row is not closed")]
    [InlineData("Q-1;Ali \"Usta\";Bir;01.02.1985;;;;;;", "row 2: row: A quote in this row is not closed, or stands inside a cell")]
    [InlineData("Q-1;Ali;Bir;01.02.1985;;;;;;\nQ-2;Ali;İki", "row 3: row (3): The row has 3 cells, but there are 10 headings.")]
    [InlineData("Q-1;Ali;Bir;01.02.1985;;;;;;;", "row 2: row (11): The row has 11 cells, but there are 10 headings.")]
    public async Task A_fault_in_the_structure_is_named_with_its_row_and_nothing_is_sent(string rows, string fault)
    {
        var said = await ImportAsync($"{Head}\n{rows}\n");

        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("in the structure of the sheet. Nothing was sent.");
        said.Error.ShouldContain(fault);
        said.Out.ShouldNotContain("recorded");
    }

    [Fact]
    public async Task A_cell_in_quotes_may_hold_line_breaks_separators_and_doubled_quotes()
    {
        var said = await ImportAsync($"{Head}\nQ-{_key[^6..]};\"Ali \"\"Usta\"\"\";\"Bir\nİki\";01.02.1985;03.02.2025;;;;;\"a;b\"\n");

        said.Out.ShouldContain("1 lines: 1 recorded", customMessage: said.Error);
    }

    [Fact]
    public async Task Empty_rows_the_headings_again_and_columns_that_are_not_named_are_said()
    {
        var said = await ImportAsync($"{Head};Not\nE-{_key[^6..]};Ali;Bir;01.02.1985;03.02.2025;;;;;;iyi\n;;;;;;;;;;\n\n{Head};Not\n");

        said.Out.ShouldContain("1 lines: 1 recorded", customMessage: said.Error);
        said.Error.ShouldContain("row 1: Not: The map does not name this column, so it is not read.");
        said.Error.ShouldContain("rows 3 to 4: row: The row is empty and was skipped.");
        said.Error.ShouldContain("row 5: row: The row repeats the headings and was skipped.");
    }

    [Fact]
    public async Task A_doubled_heading_is_refused_until_the_map_says_which()
    {
        var refused = await CaseAsync("doubled-heading.csv", "doubled-heading.map.json");
        var map = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "map.json"), Token))!;
        var before = map["entries"]!.AsArray().Single(entry => entry!["name"]!.ToString() == "testosterone")!;
        before.AsObject()["when"] = new JsonObject { ["column"] = "Testosteron", ["occurrence"] = 1 };
        foreach (var cell in new[] { "value", "unit", "collectedAt" })
        {
            before[cell]!["occurrence"] = 1;
        }

        var after = JsonNode.Parse(before.ToJsonString().Replace("\"occurrence\":1", "\"occurrence\":2", StringComparison.Ordinal))!;
        after["name"] = "testosterone after";
        map["entries"]!.AsArray().Add(after);
        await File.WriteAllTextAsync(Path.Combine(_folder, "map.json"), map.ToJsonString(), Token);

        var said = await app.BesideServerAsync("izmir", "import", "--sheet", Path.Combine(_folder, "sheet.csv"), "--map", Path.Combine(_folder, "map.json"));

        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("row 1: Testosteron: Columns 9, 12 have this heading. Say which in the map");
        refused.Error.ShouldContain("Nothing was sent.");
        said.Out.ShouldContain("4 lines: 4 recorded, 0 there already, 0 rejected.", customMessage: said.Error);
        (await FactsAsync(Ids.Of($"{_key}/c61"))).Select(fact => fact["value"]?.ToString()).ShouldContain("9,1");
    }

    [Fact]
    public async Task Days_and_times_are_read_as_they_are_printed_and_what_is_no_day_is_refused()
    {
        var said = await CaseAsync("date-only.csv", "date-only.map.json");

        said.Error.ShouldContain("Doğum tarihi (31079)");
        said.Error.ShouldContain("Doğum tarihi (1985)");
        (await TimesAsync("c92")).ShouldBe(["2025-02-12T08:30:00"]);
        (await TimesAsync("c93")).ShouldBe(["2025-02-12T08:30:00"]);
        (await TimesAsync("c94")).ShouldBe(["2025-02-12"]);
        (await TimesAsync("c95")).ShouldBe(["2025-02-12T00:00:00"]);
    }

    [Fact]
    public async Task Two_rows_of_one_entry_are_asked_about_and_the_same_said_twice_is_said_once()
    {
        var number = $"T-{_key[^6..]}";
        var row = $"{number};Ali;Tek;01.02.1985;03.02.2025;10.03.2025;yok;12.02.2025 08:30;14,2;nmol/L";

        var twice = await ImportAsync($"{Head}\n{row}\n{row}\n");
        var asked = await ImportAsync($"{Head}\n{row}\n{row.Replace("14,2", "15,2", StringComparison.Ordinal)}\n");

        twice.Out.ShouldContain("3 lines: 3 recorded, 0 there already, 0 rejected.", customMessage: twice.Error);
        asked.Out.ShouldContain("4 lines: 0 recorded, 2 there already, 2 rejected.", customMessage: asked.Error);
        asked.Error.ShouldContain("Rows 2, 3 say different things about one entry (hormone_result_reported)");
    }

    [Fact]
    public async Task A_column_of_the_clinic_s_own_tells_two_entries_of_one_day_apart()
    {
        var number = $"L-{_key[^6..]}";
        var map = Map().Replace("\"name\": \"testosterone\",", "\"name\": \"testosterone\", \"id\": { \"column\": \"Lab no\" },", StringComparison.Ordinal);
        var rows = $"{Head};Lab no\n{number};Ali;Tek;01.02.1985;03.02.2025;;;12.02.2025;14,2;nmol/L;7001\n{number};Ali;Tek;01.02.1985;03.02.2025;;;12.02.2025;15,2;nmol/L;7002\n";

        var said = await ImportAsync(rows, map);

        said.Out.ShouldContain("3 lines: 3 recorded, 0 there already, 0 rejected.", customMessage: said.Error);
    }

    [Fact]
    public async Task A_changed_value_is_refused_with_the_correction_to_send_and_a_line_that_differs_later_is_said()
    {
        var (number, row) = await OneManAsync();

        var changed = await ImportAsync($"{Head}\n{row.Replace("14,2", "15,2", StringComparison.Ordinal)}\n{number};Ali;Tek;01.02.1985;04.02.2025;;;;;\n");

        changed.ExitCode.ShouldBe(1);
        changed.Out.ShouldContain("3 lines: 0 recorded, 2 there already, 1 rejected.", customMessage: changed.Error);
        changed.Error.ShouldContain("correct", Case.Insensitive);
        changed.Error.ShouldContain("row 3: enrolment.enrolledOn: It is taken from his row 2. The different value in this row is not read.");
    }

    [Theory]
    [InlineData("dates", "\"dd.MM.uuuu\"", "\"dd.QQ.uuuu\"")]
    [InlineData("as", "\"as\": \"dateTime\"", "\"as\": \"moment\"")]
    [InlineData("delimiter", "\"delimiter\": \";\"", "\"delimiter\": \";;\"")]
    [InlineData("name", "\"name\": \"testosterone\"", "\"name\": \"operation\"")]
    [InlineData("occurrence", "\"column\": \"Numune\"", "\"column\": \"Numune\", \"occurrence\": 0")]
    public async Task A_fault_in_the_map_is_named_before_the_sheet_is_read(string field, string text, string wrong)
    {
        var said = await ImportAsync($"{Head}\n", Map().Replace(text, wrong, StringComparison.Ordinal));

        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain($"{field} (");
        said.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Possible_duplicates_in_one_file_are_found_and_always_the_same_ones()
    {
        var rows = string.Concat(Enumerable.Range(1, 3).SelectMany(pair => "ab".Select(which =>
            $"D{which}-{pair}-{_key[^6..]};Eş{pair};{_key[^6..]};0{pair}.02.1985;03.02.2025;;;;;\n")));

        var said = await ImportAsync($"{Head}\n{rows}");

        said.Out.ShouldContain("6 lines: 6 recorded", customMessage: said.Error);
        var warned = await File.ReadAllLinesAsync(Path.Combine(_folder, "sheet.csv.warnings"), Token);
        warned.Where(line => line.Contains("PossibleDuplicate", StringComparison.Ordinal)).Select(line => line.Split('\t')[0]).ShouldBe(["3", "5", "7"]);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Its map has the key of this test, so that the men of the cases are this test's own.
    private async Task<Said> CaseAsync(string sheet, string map)
    {
        var given = JsonNode.Parse(await File.ReadAllTextAsync(PathOf(map), Token))!;
        given["key"] = _key;
        return await ImportAsync(await File.ReadAllTextAsync(PathOf(sheet), Token), given.ToJsonString());
    }

    private async Task<(string Number, string Row)> OneManAsync()
    {
        var number = $"S-{_key[^6..]}";
        var row = $"{number};Ali;Tek;01.02.1985;03.02.2025;10.03.2025;yok;12.02.2025 08:30;14,2;nmol/L";
        var said = await ImportAsync($"{Head}\n{row}\n");
        said.Out.ShouldContain("3 lines: 3 recorded", customMessage: said.Error);
        return (number, row);
    }

    private async Task<Said> ImportAsync(string text, string? map = null)
    {
        var (sheet, mapFile) = (Path.Combine(_folder, "sheet.csv"), Path.Combine(_folder, "map.json"));
        await File.WriteAllTextAsync(sheet, text, Token);
        await File.WriteAllTextAsync(mapFile, map ?? Map(), Token);
        return await app.BesideServerAsync("izmir", "import", "--sheet", sheet, "--map", mapFile);
    }

    private string Map() => File.ReadAllText(PathOf("row-in-between.map.json")).Replace("cases-row-in-between", _key, StringComparison.Ordinal);

    private async Task<IReadOnlyList<JsonNode>> FactsAsync(Guid man)
    {
        using var nurse = app.As(Roles.Nurse);
        var timeline = await nurse.Get($"/patients/{man}/timeline");
        return [.. timeline["lines"]!.AsArray().Select(line => line!["fact"]!)];
    }

    private async Task<IReadOnlyList<string?>> TimesAsync(string number) =>
        [.. (await FactsAsync(Ids.Of($"{_key}/{number}"))).Where(fact => fact["collectedAt"] is not null).Select(fact => fact["collectedAt"]!.ToString())];

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "sheets", file);
}
