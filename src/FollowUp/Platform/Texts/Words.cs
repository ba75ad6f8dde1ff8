using System.Collections;
using System.Globalization;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Explanations;
using FollowUp.Patients.Facts;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Platform.Texts;

/// <summary>The words of one language: its texts, filled with values as its readers write them.</summary>
public sealed class Words
{
    // A decimal's own formatting rounds halves away from zero.
    private const string Number = "0.####";

    private const int MostDays = 92;

    private readonly IReadOnlyDictionary<string, Text> _english;

    private readonly LocalDatePattern _days;

    private readonly bool _isInFull;

    /// <summary>The words of a language.</summary>
    /// <param name="language">The language.</param>
    /// <param name="about">What is known of it.</param>
    /// <param name="texts">Its texts by their keys.</param>
    /// <param name="english">Those of English, for what it lacks.</param>
    public Words(Language language, LanguageData about, IReadOnlyDictionary<string, Text> texts, IReadOnlyDictionary<string, Text> english)
    {
        (Language, About, Texts, _english) = (language, about, texts, english);
        Culture = CultureInfo.GetCultureInfo(about.Culture);
        Plurals = new(about.Plurals);
        _days = LocalDatePattern.Create("d MMM uuuu", Culture);
        InFull = new(this);
    }

    private Words(Words words)
    {
        (Language, About, Texts, _english) = (words.Language, words.About, words.Texts, words._english);
        (Culture, Plurals, InFull, _isInFull) = (words.Culture, words.Plurals, this, true);
        _days = LocalDatePattern.Create("d MMMM uuuu", Culture);
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>What is known of the language.</summary>
    public LanguageData About { get; }

    /// <summary>How numbers, days and times are written in it.</summary>
    public CultureInfo Culture { get; }

    /// <summary>Which form a counted noun takes.</summary>
    public PluralRules Plurals { get; }

    /// <summary>The same words as sentences write values: a month by its whole name, a clock time with its seconds if it has any.</summary>
    public Words InFull { get; }

    /// <summary>The texts of the language alone, by their keys.</summary>
    public IReadOnlyDictionary<string, Text> Texts { get; }

    /// <summary>A text; its key, where there is none.</summary>
    public string this[string key] => Find(key) ?? key;

    /// <summary>The words of a language that the program comes with.</summary>
    public static Words In(Language language) => Catalogue.Shipped.In(language);

    /// <summary>A text; null where there is none.</summary>
    public string? Find(string key) => Pattern(key)?.Text;

    /// <summary>A text that the language has itself; null where it would be said in English.</summary>
    public string? Own(string key) => Texts.GetValueOrDefault(key)?.Pattern.Text;

    /// <summary>A text with values in the places that name them; its key, where there is none.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var named = new Dictionary<string, object?>(values.Length, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            named[name] = value;
        }

        return Fill(key, named);
    }

    /// <summary>A text with values in the places that name them; its key, where there is none.</summary>
    public string Fill(string key, IReadOnlyDictionary<string, object?> values) => Pattern(key)?.Fill(values, this) ?? key;

    /// <summary>A text as an outline: dots stand where a case would have its values, and nothing before a colon.</summary>
    public string Outline(string key) => Find(key) is { } text ? TextPattern.Parse(text.Replace("{item}: ", "", StringComparison.Ordinal)).Outline() : key;

    /// <summary>A value as a reader of the language writes it; nothing for none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The format of a number; without it, as many decimals as it has, at most four.</param>
    public string Of(object? value, string? format = null) => value switch
    {
        null => "",
        string text => text,
        bool yes => this[yes ? "Answer.Yes" : "Answer.No"],
        Code code => Find($"{code.Set}.{code.Name}") ?? code.Name,
        Enum member => Of(Code.From(member)),
        Language language => Of(language.Code),
        decimal number => number.ToString(format ?? Number, Culture),
        LocalDate day => _days.Format(day),
        LocalTime time => LocalTimePattern.Create(_isInFull && time.Second != 0 ? "HH:mm:ss" : "HH:mm", Culture).Format(time),
        PartialDate date => Of(date.Earliest, date.Latest),
        IEnumerable<Code> codes => string.Join("; ", codes.Select(code => Of(code))),
        IEnumerable several => string.Join(", ", several.Cast<object>().Select(one => Of(one, format))),
        IFormattable other => other.ToString(null, Culture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A day as far as it is known: a day, a month or a year.</summary>
    public string Of(LocalDate earliest, LocalDate latest) =>
        earliest == LocalDate.MinIsoValue ? this["Sentence.NoDate"]
        : earliest == latest ? Of(earliest)
        : LocalDatePattern.Create(earliest.Year == latest.Year && earliest.Month == latest.Month ? "MMMM uuuu" : "uuuu", Culture).Format(earliest);

    /// <summary>A field's name, from its path as sent.</summary>
    public string Field(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..].Split('[')[0];
        return Find($"Field.{name}") ?? name;
    }

    /// <summary>A guideline by its id; recalls that a clinic added to a protocol stand in it by their names.</summary>
    public string Guideline(string id) => string.Join(" + ", id.Split('+').Select(part => Find($"Item.{part}") ?? part));

    /// <summary>What a guideline rests on, in words of this language where there are any. Its value stays as published.</summary>
    public string Source(Guideline guideline) => Find($"Source.{guideline.Id}") ?? guideline.Source;

    /// <summary>Who recorded something: a person by their user name, a job or a program in words.</summary>
    public string Recorder(string user) => Find($"Recorder.{user}") ?? user;

    /// <summary>What a decision has to say. Its own sentence is English, with the values in it; another language has a text for its code, and for its field where that says more.</summary>
    public string Finding(Finding finding) =>
        (Language == Language.En ? null : Own($"Finding.{finding.Code}.{finding.Field}") ?? Own($"Finding.{finding.Code}")) ?? finding.Message;

    /// <summary>The time between two days as people say it: days up to three months, then years and months.</summary>
    public string Span(LocalDate from, LocalDate to)
    {
        var days = Period.DaysBetween(from, to);
        var whole = Period.Between(from, to, PeriodUnits.Years | PeriodUnits.Months);
        return days <= MostDays ? Fill("Span.Days", ("days", days)) : Fill("Span.YearsMonths", ("years", whole.Years), ("months", whole.Months));
    }

    /// <summary>A day and clock time in the clinic's zone.</summary>
    public string Moment(Instant instant, DateTimeZone zone)
    {
        var local = instant.InZone(zone).LocalDateTime;
        return $"{Of(local.Date)} {Of(local.TimeOfDay)}";
    }

    private TextPattern? Pattern(string key) => (Texts.GetValueOrDefault(key) ?? _english.GetValueOrDefault(key))?.Pattern;
}
