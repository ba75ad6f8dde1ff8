using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Interop.Files;
using FollowUp.Interop.Sheets;
using FollowUp.Platform.Http;
using FollowUp.Recording.Commands;

namespace FollowUp.CommandLine;

/// <summary>Imports a clinic's spreadsheet, or shows what it would record.</summary>
public static class SheetImport
{
    private const int FaultsShown = 20;

    // People read the output of a dry run: letters are not escaped.
    private static readonly JsonSerializerOptions Readable = new(FactJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Imports it: the enrolments first, so that an entry is never stored under another man with the same number.</summary>
    public static async Task<int> RunAsync(string sheet, string map, string? clinic, CancellationToken cancellationToken)
    {
        var columns = ReadMap(map);
        var read = await ReadAsync(sheet, columns, cancellationToken);
        await using var api = await Api.OpenAsync(Roles.Clinician, clinic, cancellationToken);
        await using var notes = new ImportNotes(sheet, goOn: false);
        var others = new HashSet<string>(StringComparer.Ordinal);
        var held = await Progress.RunAsync("Looking for entries of release 0.1.0", report => HeldEntries.OfAsync(api, columns, read.Men, report, cancellationToken));
        var lines = read.Lines(held).ToLookup(line => line.IsNote);
        await SayAsync([.. lines[true].Select(line => new RowNote(line.Row, line.Error!))]);

        var enrolled = lines[false].Where(line => line.IsEnrolment).ToList();
        var importer = notes.Importer(api, _ => Task.CompletedTask, (row, error) =>
        {
            if (error["code"]?.ToString() == EnrolPatient.OtherMan)
            {
                others.UnionWith(enrolled.Where(line => line.Row == row).Select(line => line.Man));
            }
        });
        return notes.Conclude(await Progress.RunAsync("Importing", async report =>
        {
            await importer.SendAsync(Sent(enrolled), lines[false].Count(), report, cancellationToken);
            return await importer.SendAsync(
                Sent(lines[false].Where(line => !line.IsEnrolment), others, enrolled.Count), lines[false].Count(), report, cancellationToken);
        }));
    }

    /// <summary>Prints the commands; what cannot be read is listed on standard error.</summary>
    public static async Task<int> PrintAsync(string sheet, string map, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(sheet, ReadMap(map), cancellationToken);
        int commands = 0, errors = 0;
        foreach (var line in read.Lines(new Dictionary<string, HeldMan>()))
        {
            var error = line.Error ?? Unreadable(line);
            if (error is { Refuses: true })
            {
                errors++;
            }

            if (error is null)
            {
                commands++;
                Console.Out.WriteLine(line.Line!.ToJsonString(Readable));
            }
            else
            {
                await Console.Error.WriteLineAsync(InWords(line.Row, error));
            }
        }

        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{commands} commands, {errors} cells or commands that cannot be read. Nothing was sent."));
        return errors == 0 ? 0 : 1;
    }

    private static SheetMap ReadMap(string map)
    {
        try
        {
            return SheetMap.Read(File.ReadAllBytes(map));
        }
        catch (UnreadableException wrong)
        {
            throw new CommandFailedException($"{map}: {wrong.Finding.Field}{(wrong.Finding.Value is null ? "" : $" ({wrong.Finding.Value})")}: {wrong.Finding.Message}");
        }
    }

    // Nothing of a sheet with a fault in its structure is sent: a fault may have moved cells into other rows.
    private static async Task<Sheet> ReadAsync(string file, SheetMap map, CancellationToken cancellationToken)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), cancellationToken);
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailedException($"{file} is not UTF-8. Save it again as \"CSV UTF-8\".");
        }

        var sheet = Sheet.Read(text, map);
        await SayAsync(sheet.Table.NotRead);
        return sheet.Table.Faults is { Count: > 0 } faults
            ? throw new CommandFailedException(string.Join(Environment.NewLine,
            [
                string.Create(CultureInfo.InvariantCulture, $"{file}: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")} in the structure of the sheet. Nothing was sent."),
                .. faults.Take(FaultsShown).Select(fault => InWords(fault.Row, fault.Finding)),
            ]))
            : sheet;
    }

    // One line for consecutive rows: a spreadsheet may end with hundreds of empty ones.
    private static async Task SayAsync(IReadOnlyList<RowNote> notes)
    {
        foreach (var same in notes.GroupBy(note => note.Finding))
        {
            foreach (var (from, to) in Runs([.. same.Select(note => note.Row)]))
            {
                await Console.Error.WriteLineAsync(from == to ? InWords(from, same.Key) : string.Create(
                    CultureInfo.InvariantCulture, $"rows {from} to {to}: {same.Key.Field}: {same.Key.Message}"));
            }
        }
    }

    private static IEnumerable<(int From, int To)> Runs(IReadOnlyList<int> rows) => rows
        .Select((row, i) => (Row: row, Run: row - i)).GroupBy(pair => pair.Run).Select(run => (run.First().Row, run.Last().Row));

    private static string InWords(int row, Finding finding) => string.Create(
        CultureInfo.InvariantCulture, $"row {row}: {finding.Field}{(finding.Value is null ? "" : $" ({finding.Value})")}: {finding.Message}");

    private static async IAsyncEnumerable<SourceLine> Sent(IEnumerable<SheetLine> lines, HashSet<string>? others = null, int before = 0)
    {
        var done = before;
        foreach (var line in lines)
        {
            var error = others?.Contains(line.Man) == true
                ? Finding.Refusal("NotSent", "row", line.Row, "In the clinic, this number belongs to another man, so nothing of this row is sent. See the message about his first row.")
                : line.Error;
            yield return new(line.Row, error is null ? JsonSerializer.SerializeToUtf8Bytes(line.Line, Readable) : null, ++done, error);
        }

        await Task.CompletedTask;
    }

    private static Finding? Unreadable(SheetLine line)
    {
        try
        {
            ImportLine.Read(JsonBody.Parse(JsonSerializer.SerializeToUtf8Bytes(line.Line, Readable)), new Sender("dry-run", "", IsClinician: true));
            return null;
        }
        catch (UnreadableException wrong)
        {
            return wrong.Finding;
        }
    }
}
