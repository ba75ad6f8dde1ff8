using System.Security.Cryptography;
using System.Text.Json;

namespace FollowUp.CommandLine;

/// <summary>How far an interrupted import of a file got: stored in a file beside it until the import is complete.</summary>
/// <remarks>It contains the hash of everything up to that place: a file that was changed before it is sent from the start.</remarks>
public sealed class ImportPosition : IDisposable
{
    private readonly string _file;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    private ImportPosition(string file) => _file = file;

    /// <summary>The last line answered; 0 at the start.</summary>
    public long Line { get; private set; }

    /// <summary>The position after that line, in bytes.</summary>
    public long Offset { get; private set; }

    private string Kept => _file + ".position";

    /// <summary>Where the last import of a file was interrupted; the start of the file if it was not, or if the part sent has changed.</summary>
    public static async Task<ImportPosition> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var position = new ImportPosition(file);
        if (Read(position.Kept) is { } kept)
        {
            await position.HashUpToAsync(kept.Offset, cancellationToken);
            if (position.Offset == kept.Offset && Convert.ToHexStringLower(position._hash.GetCurrentHash()) == kept.Sha256)
            {
                position.Line = kept.Line;
                return position;
            }

            position.Dispose();
            position = new ImportPosition(file);
        }

        return position;
    }

    /// <summary>Stores the place up to which everything is answered.</summary>
    public async Task AdvanceAsync(long line, long offset, CancellationToken cancellationToken)
    {
        await HashUpToAsync(offset, cancellationToken);
        Line = line;
        var kept = new State(line, offset, Convert.ToHexStringLower(_hash.GetCurrentHash()));
        await File.WriteAllTextAsync(Kept, JsonSerializer.Serialize(kept), cancellationToken);
    }

    /// <summary>Deletes the place: the import is complete.</summary>
    public void Forget() => File.Delete(Kept);

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();

    private static State? Read(string kept)
    {
        try
        {
            return File.Exists(kept) ? JsonSerializer.Deserialize<State>(File.ReadAllText(kept)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task HashUpToAsync(long offset, CancellationToken cancellationToken)
    {
        await using var sent = File.OpenRead(_file);
        sent.Position = Offset;
        var buffer = new byte[64 * 1024];
        while (Offset < offset)
        {
            var read = await sent.ReadAsync(buffer.AsMemory(0, (int)Math.Min(offset - Offset, buffer.Length)), cancellationToken);
            if (read == 0)
            {
                return;
            }

            _hash.AppendData(buffer, 0, read);
            Offset += read;
        }
    }

    private sealed record State(long Line, long Offset, string Sha256);
}
