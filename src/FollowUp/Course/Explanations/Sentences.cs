using System.Globalization;
using System.Text.RegularExpressions;
using FollowUp.Course.Dates;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Course.Explanations;

/// <summary>A text in both languages, with the names of values in braces: <c>{days}</c>, or with a number's format, <c>{percent:0.0}</c>.</summary>
/// <param name="En">English.</param>
/// <param name="Tr">Turkish.</param>
public sealed record Text(string En, string Tr)
{
    /// <summary>What else is printed for a code, in either language or as another system writes it: read as the code, never shown.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The text in a language.</summary>
    public string In(Language language) => language == Language.Tr ? Tr : En;
}

/// <summary>Explanations in words.</summary>
/// <remarks>
/// The texts are data beside each activity, <c>Rules/Texts.json</c>: an outcome's is keyed <c>{Of}.{Outcome}</c>, an item's
/// <c>Item.{Item}</c>, a kind of fact's <c>Fact.{stored name}</c>, any other code's by its enum, <c>{Set}.{Name}</c>. A code without a
/// text is written as it is: an explanation is never withheld for want of a word.
/// </remarks>
/// <param name="texts">The texts by their keys.</param>
/// <param name="language">The language.</param>
/// <param name="course">The course explained, for the days and kinds of its facts.</param>
public sealed partial class Sentences(IReadOnlyDictionary<string, Text> texts, Language language, PatientCourse course)
{
    // Named, so that neither a server's settings nor the Turkish dotless i decide what is written.
    private static readonly Dictionary<Language, CultureInfo> Cultures = new()
    {
        [Language.En] = CultureInfo.GetCultureInfo("en-GB"),
        [Language.Tr] = CultureInfo.GetCultureInfo("tr-TR"),
    };

    private const decimal MostDays = 92;

    private const decimal DaysAYear = 365.25m;

    // A decimal's own formatting rounds halves away from zero.
    private const string Number = "0.####";

    private readonly CultureInfo _culture = Cultures[language];

    // An explanation may name hundreds of a man's facts.
    private readonly Lazy<Dictionary<Guid, Standing<Fact>>> _standing = new(() => course.Standing.DistinctBy(standing => standing.Id).ToDictionary(standing => standing.Id));

    /// <summary>The sentences of an explanation: the outcome, what was compared, what it rests on, what is left out, and by which rules.</summary>
    public IReadOnlyList<string> Of(Explanation explanation) =>
    [
        Filled($"{explanation.Of}.{explanation.Outcome.Name}", Named(explanation)),
        .. explanation.Compared.Select(Of),
        .. explanation.Used.Select(used => Filled("Sentence.Used", new() { ["fact"] = used.Id, ["role"] = used.Role })),
        .. explanation.LeftOut.Select(left => Filled("Sentence.LeftOut", new() { ["fact"] = left.Id, ["reasons"] = left.Reasons })),
        .. explanation.Basis is { } basis ? (string[])[Filled("Sentence.Basis", Named(basis))] : [],
        .. explanation.Rules.Count > 0 ? (string[])[Filled("Sentence.Rules", new() { ["rules"] = explanation.Rules })] : [],
    ];

    private static Dictionary<string, object?> Named(Explanation explanation)
    {
        var named = explanation.Values.ToDictionary(value => value.Key, object? (value) => value.Value, StringComparer.Ordinal);
        named["about"] = explanation.About;
        named["item"] = explanation.Item is { } item ? new Code("Item", item) : (object?)null;
        return named;
    }

    private static Dictionary<string, object?> Named(Basis basis) =>
        new() { ["id"] = basis.Id, ["version"] = basis.Version, ["source"] = basis.Source };

    private string Of(Compared compared)
    {
        var isQuantity = compared.Value is decimal;
        var relation = $"{(isQuantity ? nameof(Relation) : "TimeRelation")}.{compared.Relation}.{compared.Holds switch { true => "Yes", false => "No", null => "Open" }}";
        var (value, threshold) = Shown(compared);
        return Filled(compared.FactId is null ? "Sentence.Compared" : "Sentence.ComparedOf", new()
        {
            ["name"] = compared.Name,
            ["fact"] = compared.FactId,
            ["value"] = $"{compared.Sign}{value}{Unit(compared)}{Span(compared)}",
            ["relation"] = texts.TryGetValue(relation, out var text) ? text.In(language) : relation,
            ["threshold"] = $"{threshold}{Unit(compared)}",
            ["rule"] = compared.Rule,
        });
    }

    // UCUM's 1 is a count.
    private static string Unit(Compared compared) => compared.Unit is null or "1" ? "" : $" {compared.Unit}";

    // Many days are also said as people say them; what was compared are the days.
    private string Span(Compared compared) => compared is { Unit: "d", Value: decimal days and > MostDays }
        ? Filled("Sentence.Span", new() { ["years"] = decimal.Floor(days / DaysAYear), ["months"] = decimal.Floor(days % DaysAYear / DaysAYear * 12) })
        : "";

    // Percentages with one decimal (R08). Rounded only as far as the reader still sees on which side of the threshold the value lies.
    private (string Value, string Threshold) Shown(Compared compared)
    {
        if (compared is not { Value: decimal value, Threshold: decimal threshold })
        {
            return (Word(compared.Value), Word(compared.Threshold));
        }

        var format = compared.Unit == "%" ? "0.0" : Number;
        var (shown, limit) = (value.ToString(format, _culture), threshold.ToString(format, _culture));
        return (shown == limit && value != threshold ? value.ToString("G29", _culture) : shown, limit);
    }

    private string Filled(string key, Dictionary<string, object?> values) =>
        texts.TryGetValue(key, out var text)
            ? Placeholder().Replace(text.In(language), found => values.TryGetValue(found.Groups["name"].Value, out var value)
                ? Word(value, found.Groups["format"] is { Success: true, Value: var format } ? format : null)
                : found.Value)
            : key;

    private string Word(object? value, string? format = null) => value switch
    {
        null => "",
        string text => text,
        Code code => Text($"{code.Set}.{code.Name}", code.Name),
        Enum member => Word(Code.From(member)),
        Guid id => Fact(id),
        decimal number => number.ToString(format ?? Number, _culture),
        LocalDate day => Day(day),
        LocalTime time => LocalTimePattern.Create(time.Second == 0 ? "HH:mm" : "HH:mm:ss", _culture).Format(time),
        PartialDate date => Day(date.Earliest, date.Latest),
        IEnumerable<Code> codes => string.Join("; ", codes.Select(code => Word(code))),
        IEnumerable<string> words => string.Join(", ", words),
        System.Collections.IEnumerable several => string.Join(", ", several.Cast<object>().Select(one => Word(one, format))),
        IFormattable other => other.ToString(null, _culture),
        _ => value.ToString() ?? "",
    };

    private string Fact(Guid id)
    {
        var standing = _standing.Value.GetValueOrDefault(id);
        if ((standing?.Fact ?? course.Find(id)?.Fact) is not { } fact)
        {
            return id.ToString();
        }

        var name = FactJson.NameOf(fact);
        var occurred = standing?.Occurred ?? fact.Occurred(course.Zone);
        return string.Create(_culture, $"{Text($"Fact.{name}", name)} ({Day(occurred.Earliest, occurred.Latest)}{(occurred.Time is { } time ? $" {Word(time)}" : "")})");
    }

    private string Text(string key, string otherwise) => texts.TryGetValue(key, out var text) ? text.In(language) : otherwise;

    private string Day(LocalDate earliest, LocalDate latest) =>
        earliest == LocalDate.MinIsoValue ? Text("Sentence.NoDate", "?")
        : earliest == latest ? Day(earliest)
        : LocalDatePattern.Create(earliest.Year == latest.Year && earliest.Month == latest.Month ? "MMMM uuuu" : "uuuu", _culture).Format(earliest);

    private string Day(LocalDate day) => LocalDatePattern.Create("d MMMM uuuu", _culture).Format(day);

    [GeneratedRegex(@"\{(?<name>\w+)(:(?<format>[^}]+))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
