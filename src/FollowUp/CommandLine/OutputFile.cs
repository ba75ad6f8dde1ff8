namespace FollowUp.CommandLine;

/// <summary>A file that a command writes. It has a temporary name until it is complete.</summary>
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

    /// <summary>The stream to write to.</summary>
    public Stream Stream => _stream;

    /// <summary>Opens a file under its temporary name.</summary>
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
            throw new CommandFailedException($"{path} cannot be written: its folder does not exist, or you may not write to it. Create the folder, or name another file.");
        }
    }

    /// <summary>Writes to a file, or to standard output when none is named.</summary>
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

    /// <summary>Gives it its name, because it is complete. Without this call it is deleted when disposed.</summary>
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
