using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Patients.Facts;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Platform.Pages;

/// <summary>The words of the pages in one language: every text in the files of its folder in <c>Languages</c>.</summary>
public sealed partial class Words
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectRequiredConstructorParameters = true };

    private static readonly Words English = new(Language.En, "en-GB");

    private static readonly Words Turkish = new(Language.Tr, "tr-TR");

    private const int MostDays = 92;

    private readonly LocalDatePattern _day;

    private Words(Language language, string culture)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(culture);
        _day = LocalDatePattern.Create("d MMM uuuu", Culture);
    }

    /// <summary>Every text by its key.</summary>
    /// <exception cref="ArgumentException">Two files of a language hold one key.</exception>
    public static IReadOnlyDictionary<string, Text> All { get; } = Both(TextsOf("en"), TextsOf("tr"));

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>How numbers are written in it.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The language's code, for the page's <c>lang</c>.</summary>
    public string Code => Language == Language.Tr ? "tr" : "en";

    /// <summary>A text; its key, where there is none.</summary>
    public string this[string key] => All.TryGetValue(key, out var text) ? text.In(Language) : key;

    /// <summary>The words of a language.</summary>
    public static Words In(Language language) => language == Language.Tr ? Turkish : English;

    /// <summary>A text with values in the places that name them in braces.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var text = this[key];
        foreach (var (name, value) in values)
        {
            text = text.Replace($"{{{name}}}", Of(value), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A text as an outline: dots stand where a case would have its values, and nothing before a colon.</summary>
    public string Outline(string key) => ValueName().Replace(this[key].Replace("{item}: ", "", StringComparison.Ordinal), "…");

    /// <summary>A text that counts: <c>{key}.One</c> for one, <c>{key}.Many</c> for any other number, which it names as <c>{n}</c>.</summary>
    public string Count(string key, int number) => Fill(number == 1 ? $"{key}.One" : $"{key}.Many", ("n", number));

    /// <summary>A value as a reader of the language writes it; nothing for none.</summary>
    public string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => this[yes ? "Answer.Yes" : "Answer.No"],
        Enum member => this[$"{member.GetType().Name}.{member}"],
        LocalDate day => _day.Format(day),
        LocalTime time => LocalTimePattern.Create("HH:mm", Culture).Format(time),
        decimal number => number.ToString("0.####", Culture),
        IFormattable other => other.ToString(null, Culture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A field's name, from its path as sent.</summary>
    public string Field(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..].Split('[')[0];
        return All.ContainsKey($"Field.{name}") ? this[$"Field.{name}"] : name;
    }

    /// <summary>What a decision has to say. Its own sentence is English, with the values in it; another language has a text for its code, and for its field where that says more.</summary>
    public string Finding(Finding finding) =>
        Language != Language.En && (All.TryGetValue($"Finding.{finding.Code}.{finding.Field}", out var text) || All.TryGetValue($"Finding.{finding.Code}", out text))
            ? text.In(Language)
            : finding.Message;

    /// <summary>The time between two days as people say it: days up to three months, then years and months.</summary>
    public string Span(LocalDate from, LocalDate to)
    {
        var days = Period.DaysBetween(from, to);
        var whole = Period.Between(from, to, PeriodUnits.Years | PeriodUnits.Months);
        return days <= MostDays ? Count("Span.Days", days)
            : whole.Years == 0 ? Fill("Span.Months", ("months", whole.Months))
            : whole.Months == 0 ? Fill("Span.Years", ("years", whole.Years))
            : Fill("Span.YearsMonths", ("years", whole.Years), ("months", whole.Months));
    }

    /// <summary>A day and clock time in the clinic's zone.</summary>
    public string Moment(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return $"{Of(local.Date)} {Of(local.TimeOfDay)}";
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValueName();

    // What reports print is keyed by its English.
    private static Dictionary<string, Text> Both(Dictionary<string, string[]> english, Dictionary<string, string[]> turkish) => turkish.ToDictionary(
        text => text.Key,
        text => english.TryGetValue(text.Key, out var said)
            ? new Text(said[0], text.Value[0]) { Also = [.. said[1..], .. text.Value[1..]] }
            : new Text(text.Key[(text.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], text.Value[0]),
        StringComparer.Ordinal);

    private static Dictionary<string, string[]> TextsOf(string tag) => typeof(Words).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith($"FollowUp.Languages/{tag}/", StringComparison.Ordinal))
        .SelectMany(Read)
        .ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);

    private static IEnumerable<KeyValuePair<string, string[]>> Read(string name)
    {
        using var file = typeof(Words).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(file, Json)!.Select(text => KeyValuePair.Create(
            text.Key, text.Value.ValueKind == JsonValueKind.Array ? text.Value.Deserialize<string[]>()! : [text.Value.GetString()!]));
    }
}
