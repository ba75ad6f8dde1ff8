using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Interop.Files;

namespace FollowUp.CommandLine;

/// <summary>Imports a file of commands, and continues where an interrupted run stopped.</summary>
public static class FileImport
{
    /// <summary>Imports it.</summary>
    public static async Task<int> RunAsync(string file, string? clinic, CancellationToken cancellationToken)
    {
        using var position = await ImportPosition.OpenAsync(file, cancellationToken);
        if (position.Line > 0)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Continuing after line {position.Line}, where the last run stopped."));
        }

        await using var api = await Api.OpenAsync(Roles.Clinician, clinic, cancellationToken);
        await using var notes = new ImportNotes(file, goOn: position.Line > 0);
        var importer = notes.Importer(api, line => position.AdvanceAsync(line.Number, line.Done, cancellationToken));
        var summary = await Progress.RunAsync(
            "Importing", report => importer.SendAsync(Lines(file, position, cancellationToken), new FileInfo(file).Length, report, cancellationToken));
        position.Forget();
        return notes.Conclude(summary);
    }

    private static async IAsyncEnumerable<SourceLine> Lines(
        string file, ImportPosition from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (line, offset) = (from.Line, from.Offset);
        await using var stream = File.OpenRead(file);
        stream.Position = offset;
        await foreach (var read in LineReader.ReadAsync(PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024)), cancellationToken))
        {
            if (!read.IsBlank)
            {
                yield return new(line + read.Number, read.Utf8, offset + read.End, read.Utf8 is null ? FileLine.TooLong : null);
            }
        }
    }
}
