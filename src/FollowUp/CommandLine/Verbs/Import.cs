using System.CommandLine;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Interop.Files;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>import</c>: a file of commands, or a clinic's spreadsheet.</summary>
public sealed class Import : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var file = new Argument<FileInfo>("file") { Description = "Commands, one JSON object a line (NDJSON)." };
        file.AcceptExistingOnly();
        var command = new Command(
            "import",
            "Store a file of commands through the server. Rejected lines are named in FILE.rejected with their reasons, all else is stored. "
            + "Run it again after an interruption: it goes on where it stopped, and nothing is stored twice.")
        {
            file, Options.Clinic,
        };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(file)!.FullName, parsed.GetValue(Options.Clinic), token));
        return command;
    }

    private static async Task<int> RunAsync(string file, string? clinic, CancellationToken cancellationToken)
    {
        using var position = await ImportPosition.OpenAsync(file, cancellationToken);
        if (position.Line > 0)
        {
            await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Going on behind line {position.Line}, where the last run stopped."));
        }

        await using var api = await Api.OpenAsync(Roles.Clinician, clinic, cancellationToken);
        await using var rejected = new LineNotes(file, "rejected", goOn: position.Line > 0);
        await using var warned = new LineNotes(file, "warnings", goOn: position.Line > 0);
        var importer = new Importer(api)
        {
            OnRejected = (line, error) => rejected.AddAsync(line, error["code"], error["field"], error["value"], error["message"]),
            OnWarning = (line, code) => warned.AddAsync(line, code),
            OnAnswered = async line =>
            {
                await rejected.FlushAsync(cancellationToken);
                await warned.FlushAsync(cancellationToken);
                await position.AdvanceAsync(line.Number, line.Done, cancellationToken);
            },
        };
        var summary = await Progress.RunAsync(
            "Importing", report => importer.SendAsync(Lines(file, position, cancellationToken), new FileInfo(file).Length, report, cancellationToken));
        position.Forget();
        Console.Out.WriteLine(Importer.InWords(summary));
        if (warned.Any)
        {
            Console.Out.WriteLine($"Stored with warnings that nobody has confirmed yet: {warned.FileName}");
        }

        if (rejected.Any)
        {
            Console.Out.WriteLine($"Rejected, with the reasons: {rejected.FileName}");
        }

        return rejected.Any ? 1 : 0;
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
                yield return new(line + read.Number, read.Utf8, offset + read.End);
            }
        }
    }
}
