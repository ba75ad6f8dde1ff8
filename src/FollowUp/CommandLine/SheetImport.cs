using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Interop.Files;
using FollowUp.Interop.Sheets;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Platform;

namespace FollowUp.CommandLine;

/// <summary>Imports a clinic's spreadsheet, or shows what it would record.</summary>
public static class SheetImport
{
    // A dry run is read by people: letters stay letters.
    private static readonly JsonSerializerOptions Readable = new(FactJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Imports it.</summary>
    public static async Task<int> RunAsync(string sheet, string map, string? clinic, CancellationToken cancellationToken)
    {
        var lines = Lines(sheet, ReadMap(map), cancellationToken);
        await using var api = await Api.OpenAsync(Roles.Clinician, clinic, cancellationToken);
        await using var notes = new ImportNotes(sheet, goOn: false);
        var importer = notes.Importer(api, _ => Task.CompletedTask);
        return notes.Conclude(await Progress.RunAsync(
            "Importing", report => importer.SendAsync(lines, new FileInfo(sheet).Length, report, cancellationToken)));
    }

    /// <summary>Prints the commands; those that no server would read are named on standard error.</summary>
    public static async Task<int> PrintAsync(string sheet, string map, CancellationToken cancellationToken)
    {
        int commands = 0, errors = 0;
        await foreach (var line in Lines(sheet, ReadMap(map), cancellationToken))
        {
            if ((line.Error ?? Unreadable(line.Utf8!)) is { } error)
            {
                errors++;
                await Console.Error.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"row {line.Number}: {error.Field}{(error.Value is null ? "" : $" ({error.Value})")}: {error.Message}"));
            }
            else
            {
                commands++;
                Console.Out.WriteLine(Encoding.UTF8.GetString(line.Utf8!));
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

    private static async IAsyncEnumerable<SourceLine> Lines(string sheet, SheetMap map, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var bytes = File.OpenRead(sheet);
        using var text = new StreamReader(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        await using var lines = Sheet.ReadAsync(text, map, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(lines, sheet))
        {
            var line = lines.Current;
            yield return new(line.Row, line.Line is null ? null : JsonSerializer.SerializeToUtf8Bytes(line.Line, Readable), bytes.Position, line.Error);
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<SheetLine> lines, string sheet)
    {
        try
        {
            return await lines.MoveNextAsync();
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailedException($"{sheet} is not UTF-8. Save it again as \"CSV UTF-8\".");
        }
        catch (UnreadableException wrong)
        {
            throw new CommandFailedException($"{sheet}: {wrong.Finding.Field}: {wrong.Finding.Message}");
        }
    }

    private static Finding? Unreadable(byte[] line)
    {
        try
        {
            ImportLine.Read(JsonBody.Parse(line), new Sender("dry-run", "", IsClinician: true));
            return null;
        }
        catch (UnreadableException wrong)
        {
            return wrong.Finding;
        }
    }
}
