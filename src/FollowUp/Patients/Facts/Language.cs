using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Course.Explanations;

namespace FollowUp.Patients.Facts;

/// <summary>A language that the clinic writes in, known by its BCP 47 tag: there are those that have a folder in <c>Languages</c>.</summary>
/// <param name="Tag">The tag, for instance <c>tr</c>.</param>
[JsonConverter(typeof(LanguageConverter))]
public readonly record struct Language(string Tag) : IComparable<Language>
{
    /// <summary>Where the program carries the files of a language: this, its tag, a slash and the file's name.</summary>
    public const string Folder = "FollowUp.Languages/";

    /// <summary>Turkish: the language of messages to a man who named none.</summary>
    public static readonly Language Tr = new("tr");

    /// <summary>English: the language of the sentences that the program itself makes, and of each text that another language lacks.</summary>
    public static readonly Language En = new("en");

    /// <summary>Every language: the two above, then any other by its tag.</summary>
    public static readonly IReadOnlyList<Language> All = [.. typeof(Language).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => new Language(name[Folder.Length..].Split('/')[0]))
        .Distinct()
        .Order()];

    /// <summary>The name it is stored and sent by: its tag with a capital, for instance <c>Tr</c>.</summary>
    public string Name => string.Concat(Tag[..1].ToUpperInvariant(), Tag.AsSpan(1));

    /// <summary>The language as a code of an explanation.</summary>
    public Code Code => new(nameof(Language), Name);

    /// <summary>The names of every language.</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(language => language.Name)];

    /// <summary>The language of a name; null when there is none.</summary>
    public static Language? OfName(string? name) => All.Where(language => language.Name == name).Select(language => (Language?)language).FirstOrDefault();

    /// <summary>The language of a tag, in any capitals; null when there is none.</summary>
    public static Language? OfTag(string? tag) =>
        All.Where(language => string.Equals(language.Tag, tag, StringComparison.OrdinalIgnoreCase)).Select(language => (Language?)language).FirstOrDefault();

    /// <summary>The language of the first tag that there is one for, itself or without its region; English when there is none.</summary>
    /// <param name="tags">Tags, the preferred one first.</param>
    public static Language Preferred(IEnumerable<string?> tags) =>
        tags.Select(tag => OfTag(tag) ?? OfTag(tag?.Split('-')[0])).FirstOrDefault(language => language is not null) ?? En;

    /// <inheritdoc/>
    public int CompareTo(Language other) => (Rank, Tag).CompareTo((other.Rank, other.Tag));

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Whether one stands before the other.</summary>
    public static bool operator <(Language left, Language right) => left.CompareTo(right) < 0;

    /// <summary>Whether one stands behind the other.</summary>
    public static bool operator >(Language left, Language right) => left.CompareTo(right) > 0;

    /// <summary>Whether one stands before the other, or is the same.</summary>
    public static bool operator <=(Language left, Language right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one stands behind the other, or is the same.</summary>
    public static bool operator >=(Language left, Language right) => left.CompareTo(right) >= 0;

    private int Rank => this == Tr ? 0 : this == En ? 1 : 2;

    private sealed class LanguageConverter : JsonConverter<Language>
    {
        public override Language Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (reader.TokenType == JsonTokenType.String ? OfName(reader.GetString()) : null) ?? throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Language value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
    }
}
