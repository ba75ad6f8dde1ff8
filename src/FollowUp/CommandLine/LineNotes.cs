using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUp.CommandLine;

/// <summary>A file beside an imported one that says something of some of its lines: why they were rejected, or what they were stored in spite of.</summary>
/// <remarks>Tab-separated, the line's number first. It is made with its first line, readable to its owner alone.</remarks>
public sealed class LineNotes : IAsyncDisposable
{
    private StreamWriter? _writer;

    /// <summary>Begins anew, or goes on where an interrupted run stopped.</summary>
    /// <param name="source">The imported file.</param>
    /// <param name="suffix">What the notes are of, for instance <c>rejected</c>.</param>
    /// <param name="goOn">Whether an interrupted run's notes stay.</param>
    public LineNotes(string source, string suffix, bool goOn)
    {
        FileName = $"{source}.{suffix}";
        if (!goOn)
        {
            File.Delete(FileName);
        }
    }

    /// <summary>Its name.</summary>
    public string FileName { get; }

    /// <summary>Whether any line is in it, those of an interrupted run included.</summary>
    public bool Any => _writer is not null || File.Exists(FileName);

    /// <summary>Adds a line's notes.</summary>
    public async Task AddAsync(long line, params IReadOnlyList<JsonNode?> notes)
    {
        _writer ??= Make();
        await _writer.WriteLineAsync(string.Join('\t', [line.ToString(CultureInfo.InvariantCulture), .. notes.Select(OneLine)]));
    }

    /// <summary>Puts what was added on disk.</summary>
    public async Task FlushAsync()
    {
        if (_writer is not null)
        {
            await _writer.FlushAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_writer is not null)
        {
            await _writer.DisposeAsync();
        }
    }

    private StreamWriter Make()
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new StreamWriter(FileName, options);
    }

    private static string OneLine(JsonNode? value) =>
        string.Join(' ', (value?.ToString() ?? "").Split(['\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
