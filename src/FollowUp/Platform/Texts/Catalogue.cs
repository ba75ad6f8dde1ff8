using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Patients.Facts;

namespace FollowUp.Platform.Texts;

/// <summary>Every text in every language: a folder of files for each, found by scanning.</summary>
/// <remarks>
/// A folder has <c>language.json</c> with what is known of the language (<see cref="LanguageData"/>), and any number of files with texts by
/// their keys, each in the syntax of <see cref="TextPattern"/>. A text may be a list: the first is shown, the others are only read, as the
/// code that the key names (see <c>CodeWords</c>). What a language lacks is said in English.
/// </remarks>
public sealed class Catalogue
{
    private const string DataFile = "language.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly Dictionary<Language, Words> _words;

    /// <summary>Reads the files of every language, English among them.</summary>
    /// <exception cref="InvalidOperationException">A folder has no <c>language.json</c>, two files hold one key, or a file cannot be read; names the file.</exception>
    public Catalogue(IEnumerable<TextFile> files)
    {
        var folders = files.GroupBy(file => file.Language).OrderBy(folder => folder.Key).ToList();
        var data = folders.ToDictionary(folder => folder.Key, folder => folder.FirstOrDefault(file => file.Name == DataFile) is { } file
            ? Read(file, content => JsonSerializer.Deserialize<LanguageData>(content, Json)!)
            : throw new InvalidOperationException($"The language {folder.Key.Tag} has no file {DataFile}."));
        var texts = folders.ToDictionary(folder => folder.Key, folder => Texts(folder.Where(file => file.Name != DataFile)));

        // A language is called what it calls itself, where another has no word for it.
        foreach (var (language, about) in data)
        {
            texts[Language.En].TryAdd($"{nameof(Language)}.{language.Name}", new(TextPattern.Parse(about.Name), []));
        }

        _words = texts.ToDictionary(language => language.Key, language => new Words(language.Key, data[language.Key], language.Value, texts[Language.En]));
    }

    /// <summary>The languages that the program comes with.</summary>
    public static Catalogue Shipped { get; } = new(Language.All.SelectMany(TextFile.Of));

    /// <summary>The words of every language, in the order of languages.</summary>
    public IReadOnlyCollection<Words> All => _words.Values;

    /// <summary>The words of a language.</summary>
    public Words In(Language language) => _words[language];

    private static Dictionary<string, Text> Texts(IEnumerable<TextFile> folder)
    {
        var texts = new Dictionary<string, Text>(StringComparer.Ordinal);
        foreach (var file in folder)
        {
            foreach (var (key, text) in Read(file, content => JsonSerializer.Deserialize<Dictionary<string, Text>>(content, Json)!))
            {
                if (!texts.TryAdd(key, text))
                {
                    throw new InvalidOperationException($"{file}: another file of the language holds {key} too. Leave it in one.");
                }
            }
        }

        return texts;
    }

    private static T Read<T>(TextFile file, Func<string, T> read)
    {
        try
        {
            return read(file.Content);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or FormatException)
        {
            throw new InvalidOperationException($"{file}: {wrong.Message}", wrong);
        }
    }
}

/// <summary>A file of a language's folder.</summary>
/// <param name="Language">The language.</param>
/// <param name="Name">The file's name, for instance <c>recalls.json</c>.</param>
/// <param name="Content">What is in it.</param>
public sealed record TextFile(Language Language, string Name, string Content)
{
    /// <summary>The files of a language that the program comes with.</summary>
    public static IEnumerable<TextFile> Of(Language language)
    {
        var folder = $"{Language.Folder}{language.Tag}/";
        foreach (var name in typeof(TextFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(typeof(TextFile).Assembly.GetManifestResourceStream(name)!);
            yield return new(language, name[folder.Length..], reader.ReadToEnd());
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Language.Tag}/{Name}";
}
