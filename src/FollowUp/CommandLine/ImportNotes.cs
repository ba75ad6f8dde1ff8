using System.Text.Json.Nodes;
using FollowUp.Interop.Files;

namespace FollowUp.CommandLine;

/// <summary>The files that an import writes beside its source, FILE.rejected and FILE.warnings, and the messages about them.</summary>
public sealed class ImportNotes(string source, bool goOn) : IAsyncDisposable
{
    private readonly LineNotes _rejected = new(source, "rejected", goOn);

    private readonly LineNotes _warned = new(source, "warnings", goOn);

    /// <summary>An importer that writes these files.</summary>
    /// <param name="api">Where it sends to.</param>
    /// <param name="answered">Called when everything up to a line is answered and the notes are on disk.</param>
    /// <param name="rejected">Called for each reason for which a line was rejected.</param>
    public Importer Importer(Api api, Func<SourceLine, Task> answered, Action<long, JsonObject>? rejected = null) => new(api)
    {
        OnRejected = (line, error) =>
        {
            rejected?.Invoke(line, error);
            return _rejected.AddAsync(line, error["code"], error["field"], error["value"], error["message"]);
        },
        OnWarning = (line, code) => _warned.AddAsync(line, code),
        OnAnswered = async line =>
        {
            await _rejected.FlushAsync();
            await _warned.FlushAsync();
            await answered(line);
        },
    };

    /// <summary>Prints the result of the import; returns its exit code.</summary>
    public int Conclude(ImportSummary summary)
    {
        Console.Out.WriteLine(CommandLine.Importer.InWords(summary));
        if (_warned.Any)
        {
            Console.Out.WriteLine($"Stored with warnings that nobody has confirmed yet: {_warned.FileName}");
        }

        if (_rejected.Any)
        {
            Console.Out.WriteLine($"Rejected, with the reasons: {_rejected.FileName}");
        }

        return _rejected.Any ? 1 : 0;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _rejected.DisposeAsync();
        await _warned.DisposeAsync();
    }
}
