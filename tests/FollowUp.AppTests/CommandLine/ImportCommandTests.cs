using FollowUp.Access;
using FollowUp.AppTests.Interop;
using FollowUp.CommandLine;

namespace FollowUp.AppTests.CommandLine;

public sealed class ImportCommandTests(AppFixture app) : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("followup-import-").FullName;

    private readonly Guid _man = Guid.NewGuid();

    private string NameOfFile => Path.Combine(_folder, "clinic.ndjson");

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_rejected_line_is_named_with_its_reason_the_others_are_stored_and_the_command_fails()
    {
        await WriteAsync(Lines.Enrol(_man, Guid.NewGuid()), "nonsense", Lines.Call(_man, Guid.NewGuid(), "2027-11-02T10:00"), Lines.Call(_man, Guid.NewGuid()));

        var said = await app.BesideServerAsync("izmir", "import", NameOfFile);

        said.ExitCode.ShouldBe(1);
        said.Out.ShouldContain("4 lines: 2 recorded, 0 there already, 2 rejected.");
        var rejected = await File.ReadAllLinesAsync(NameOfFile + ".rejected", TestContext.Current.CancellationToken);
        rejected.Length.ShouldBe(2);
        rejected[0].ShouldStartWith("2\tUnreadable\tbody");
        rejected[1].ShouldStartWith("3\tInTheFuture\tmadeAt\t2027-11-02T10:00:00");
    }

    [Fact]
    public async Task A_line_that_cannot_be_decoded_is_one_rejected_line_and_all_behind_it_is_read()
    {
        var call = Lines.Call(_man, Guid.NewGuid());
        byte[] lines =
        [
            .. Utf8(Lines.Enrol(_man, Guid.NewGuid())), .. Utf8(call.Replace("\"Call\"", "\"Call\",\"note\":\"\\ud800\"", StringComparison.Ordinal)),
            .. Utf8("{\"patient\":\"\\udc00\"}"), .. Utf8("{\"command\":\"\\ud800\",\"id\":1}"), 0xFF, 0xFE, (byte)'\n', .. Utf8("[]"), .. Utf8("{\"id\":1e999}"), .. Utf8(call),
        ];
        await File.WriteAllBytesAsync(NameOfFile, lines, TestContext.Current.CancellationToken);

        var said = await app.BesideServerAsync("izmir", "import", NameOfFile);

        said.ExitCode.ShouldBe(1);
        said.Out.ShouldContain("8 lines: 2 recorded, 0 there already, 6 rejected.", customMessage: said.Error);
        (await File.ReadAllLinesAsync(NameOfFile + ".rejected", TestContext.Current.CancellationToken)).Select(line => line.Split('\t')[0]).ShouldBe(["2", "3", "4", "5", "6", "7"]);

        static byte[] Utf8(string line) => System.Text.Encoding.UTF8.GetBytes(line + "\n");
    }

    [Fact]
    public async Task Run_again_it_stores_nothing_twice_and_forgets_what_was_rejected_before()
    {
        await WriteAsync(Lines.Enrol(_man, Guid.NewGuid()), Lines.Call(_man, Guid.NewGuid()), "nonsense");
        await app.BesideServerAsync("izmir", "import", NameOfFile);
        await WriteAsync([.. (await File.ReadAllLinesAsync(NameOfFile, TestContext.Current.CancellationToken)).SkipLast(1)]);

        var again = await app.BesideServerAsync("izmir", "import", NameOfFile);

        again.ExitCode.ShouldBe(0, again.Error);
        again.Out.ShouldContain("2 lines: 0 recorded, 2 there already, 0 rejected.");
        File.Exists(NameOfFile + ".rejected").ShouldBeFalse();
    }

    [Fact]
    public async Task An_interrupted_import_goes_on_where_it_stopped_unless_what_was_sent_has_changed()
    {
        string[] lines = [Lines.Enrol(_man, Guid.NewGuid()), Lines.Call(_man, Guid.NewGuid()), Lines.Call(_man, Guid.NewGuid(), "2026-11-03T10:00")];
        await WriteAsync(lines);
        using var nurse = app.As(Roles.Nurse);
        await nurse.Import(lines[..2]);
        await InterruptedBehindAsync(2);

        var resumed = await app.BesideServerAsync("izmir", "import", NameOfFile);

        resumed.Error.ShouldContain("Continuing after line 2");
        resumed.Out.ShouldContain("1 lines: 1 recorded");

        await InterruptedBehindAsync(2);
        await WriteAsync([lines[0] + " ", .. lines[1..]]);
        var changed = await app.BesideServerAsync("izmir", "import", NameOfFile);

        changed.Out.ShouldContain("3 lines: 0 recorded, 3 there already");
        System.IO.Directory.GetFiles(_folder, "*.position").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_template_goes_in_by_way_of_a_dry_run_that_stores_nothing()
    {
        var (sheet, map) = (Path.Combine(_folder, "sheet.csv"), Path.Combine(_folder, "map.json"));
        (await app.AloneAsync("import", "--template", _folder)).ExitCode.ShouldBe(0);

        var dry = await app.AloneAsync("import", "--sheet", sheet, "--map", map, "--dry-run");
        var first = await app.BesideServerAsync("made-up", "import", "--sheet", sheet, "--map", map);
        var second = await app.BesideServerAsync("made-up", "import", "--sheet", sheet, "--map", map);

        dry.ExitCode.ShouldBe(0, dry.Error);
        dry.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(9);
        dry.Out.ShouldContain("Örnekoğlu");
        first.Out.ShouldContain("9 lines: 9 recorded, 0 there already, 0 rejected.", customMessage: first.Error);
        second.Out.ShouldContain("9 lines: 0 recorded, 9 there already, 0 rejected.");
    }

    [Fact]
    public async Task A_cell_that_cannot_be_read_is_named_by_row_and_column()
    {
        var (sheet, map) = (Path.Combine(_folder, "sheet.csv"), Path.Combine(_folder, "map.json"));
        await app.AloneAsync("import", "--template", _folder);
        var text = await File.ReadAllTextAsync(sheet, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            sheet, text.Replace("24.03.2025", "2025/24/03", StringComparison.Ordinal).Replace("46,XY", "46XY", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var dry = await app.AloneAsync("import", "--sheet", sheet, "--map", map, "--dry-run");

        dry.ExitCode.ShouldBe(1);
        dry.Error.ShouldContain("row 2: Karyotip (46XY): The map knows 46,XY, 47,XXY.");
        dry.Error.ShouldContain("row 3: Ameliyat tarihi (2025/24/03): Write the date as dd.MM.uuuu.");
    }

    [Fact]
    public async Task A_column_that_the_sheet_does_not_have_is_named()
    {
        var (sheet, map) = (Path.Combine(_folder, "sheet.csv"), Path.Combine(_folder, "map.json"));
        await app.AloneAsync("import", "--template", _folder);
        await File.WriteAllTextAsync(sheet, "Dosya no;Ad\nA-1;Işık\n", TestContext.Current.CancellationToken);

        var said = await app.BesideServerAsync("made-up", "import", "--sheet", sheet, "--map", map);

        said.ExitCode.ShouldBe(1);
        said.Error.ShouldContain("Soyad");
        said.Error.ShouldContain("The sheet has no such column.");
    }

    private Task WriteAsync(params string[] lines) => File.WriteAllTextAsync(NameOfFile, string.Join('\n', lines) + "\n", TestContext.Current.CancellationToken);

    private async Task InterruptedBehindAsync(int line)
    {
        var sent = (await File.ReadAllLinesAsync(NameOfFile, TestContext.Current.CancellationToken)).Take(line).Sum(text => System.Text.Encoding.UTF8.GetByteCount(text) + 1);
        using var position = await ImportPosition.OpenAsync(NameOfFile, TestContext.Current.CancellationToken);
        await position.AdvanceAsync(line, sent, TestContext.Current.CancellationToken);
    }
}
