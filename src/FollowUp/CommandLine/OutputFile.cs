namespace FollowUp.CommandLine;

/// <summary>A file that a command writes: under another name until it is whole, so that what has its name is complete.</summary>
public sealed class OutputFile : IAsyncDisposable
{
    private readonly string _path;
    private readonly string _part;
    private readonly FileStream _stream;

    private OutputFile(string path)
    {
        _path = Path.GetFullPath(path);
        _part = $"{_path}.{Environment.ProcessId}.part";
        _stream = File.Create(_part);
    }

    /// <summary>What is written to it.</summary>
    public Stream Stream => _stream;

    /// <summary>Opens it beside its name.</summary>
    /// <exception cref="CommandFailedException">It cannot be written there.</exception>
    public static OutputFile Open(string path)
    {
        if (System.IO.Directory.Exists(path))
        {
            throw new CommandFailedException($"{path} is a folder. Name a file in it.");
        }

        try
        {
            return new(path);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"{path} cannot be written: its folder is not there, or is not yours to write to. Make the folder, or name another file.");
        }
    }

    /// <summary>Writes what comes to a file, or to standard output where none is named.</summary>
    public static async Task WriteAsync(FileInfo? file, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            await using var console = Console.OpenStandardOutput();
            await write(console);
            return;
        }

        await using var output = Open(file.FullName);
        await write(output.Stream);
        await output.KeepAsync(cancellationToken);
    }

    /// <summary>Gives it its name: it is whole. One that is not kept is gone with its end.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        await _stream.FlushAsync(cancellationToken);
        await _stream.DisposeAsync();
        cancellationToken.ThrowIfCancellationRequested();
        File.Move(_part, _path, overwrite: true);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        File.Delete(_part);
    }
}
