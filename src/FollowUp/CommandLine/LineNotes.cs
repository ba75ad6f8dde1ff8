using System.Globalization;
using System.Text.Json.Nodes;

namespace FollowUp.CommandLine;

/// <summary>A file with notes on lines of an imported file: why they were rejected, or with which warnings they were stored.</summary>
/// <remarks>Tab-separated, beginning with the line's number. It is created with its first note and readable only by its owner.</remarks>
public sealed class LineNotes : IAsyncDisposable
{
    private StreamWriter? _writer;

    /// <summary>Starts with no notes, or continues those of an interrupted run.</summary>
    /// <param name="source">The imported file.</param>
    /// <param name="suffix">The suffix of its name, for instance <c>rejected</c>.</param>
    /// <param name="goOn">Whether it continues an interrupted run.</param>
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

    /// <summary>Whether it has any notes, including those of an interrupted run.</summary>
    public bool Any => _writer is not null || File.Exists(FileName);

    /// <summary>Adds a line's notes.</summary>
    public async Task AddAsync(long line, params IReadOnlyList<JsonNode?> notes)
    {
        _writer ??= Make();
        await _writer.WriteLineAsync(string.Join('\t', [line.ToString(CultureInfo.InvariantCulture), .. notes.Select(OneLine)]));
    }

    /// <summary>Writes the added notes to disk.</summary>
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
