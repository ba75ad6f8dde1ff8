namespace FollowUp.Directory;

/// <summary>The master keys: the first wraps and indexes all that is written, every one of them opens and finds what is there.</summary>
/// <remarks>
/// A key is named by an id made from the key itself, which is stored with what it wrapped. To change the master key, put the new
/// one before the old one.
/// </remarks>
public sealed class MasterKeys
{
    /// <summary>The setting that names a file with the keys, one base64 line each.</summary>
    public const string FileSetting = "FollowUp:MasterKeyFile";

    /// <summary>The setting that holds the keys themselves, separated by white space.</summary>
    public const string KeySetting = "FollowUp:MasterKey";

    private const int LeastBytes = 32;

    private const string Remedy =
        "Make one with \"openssl rand -base64 32 > FILE\", let only the server's user read it, keep a copy in a safe place, and set "
        + $"{FileSetting} (environment: FollowUp__MasterKeyFile) to its path. Without this key nobody can read the patient directory.";

    private readonly IReadOnlyList<MasterKey> _keys;

    private MasterKeys(IReadOnlyList<MasterKey> keys) => _keys = keys;

    /// <summary>The key for all that is written.</summary>
    internal MasterKey Current => _keys[0];

    /// <summary>Every key, the current one first.</summary>
    internal IReadOnlyList<MasterKey> All => _keys;

    /// <summary>The key of a clinic's pseudonyms: that of the oldest master key kept, so that a new one changes no pseudonym.</summary>
    public byte[] Pseudonyms(string clinicId) => _keys[^1].PseudonymKey(clinicId);

    /// <summary>Takes the master keys from the configuration.</summary>
    /// <exception cref="InvalidOperationException">There is none, or one is too short; the message says what to do.</exception>
    public static MasterKeys From(IConfiguration configuration)
    {
        var (file, inline) = (configuration[FileSetting], configuration[KeySetting]);
        if (string.IsNullOrWhiteSpace(file) == string.IsNullOrWhiteSpace(inline))
        {
            throw new InvalidOperationException(string.IsNullOrWhiteSpace(file)
                ? $"There is no master key for the patient directory. {Remedy}"
                : $"Both {FileSetting} and {KeySetting} are set: leave one of them out.");
        }

        return string.IsNullOrWhiteSpace(file)
            ? Of(inline!, $"The setting {KeySetting}")
            : Of(Read(file), $"The master key file {file}");
    }

    /// <summary>The key with this id.</summary>
    /// <exception cref="InvalidOperationException">It is not among the configured ones; the message says what to do.</exception>
    internal MasterKey Named(string id) =>
        _keys.FirstOrDefault(key => string.Equals(key.Id, id, StringComparison.Ordinal))
        ?? throw new InvalidOperationException(
            $"The patient directory holds keys wrapped by the master key {id}, which is not configured. "
            + "Add that key as a further line after the current one.");

    private static MasterKeys Of(string text, string source)
    {
        var keys = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select((key, i) => Key(key, $"{source}, key {i + 1},"))
            .ToList();
        return keys.Count > 0 ? new MasterKeys(keys) : throw new InvalidOperationException($"{source} holds no key. {Remedy}");
    }

    private static MasterKey Key(string base64, string source)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) switch
        {
            false => throw new InvalidOperationException($"{source} is not base64. {Remedy}"),
            true when length < LeastBytes => throw new InvalidOperationException(
                $"{source} has {length} bytes, but {LeastBytes} are needed. {Remedy}"),
            true => new MasterKey(bytes[..length]),
        };
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidOperationException($"The master key file {file} cannot be read ({unreadable.Message}). {Remedy}", unreadable);
        }
    }
}
