using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Course.Json;
using NodaTime;

namespace FollowUp.Platform.Texts;

/// <summary>Explanations in words.</summary>
/// <remarks>
/// An outcome's text is keyed <c>{Of}.{Outcome}</c>, an item's <c>Item.{Item}</c>, a kind of fact's <c>Fact.{stored name}</c>, any other
/// code's by its enum, <c>{Set}.{Name}</c>. A code without a text is written as it is: an explanation is never withheld for want of a word.
/// </remarks>
/// <param name="language">The words of the language.</param>
/// <param name="course">The course explained, for the days and kinds of its facts.</param>
public sealed class Sentences(Words language, PatientCourse course)
{
    private const decimal MostDays = 92;

    private const decimal DaysAYear = 365.25m;

    private readonly Words _words = language.InFull;

    // An explanation may name hundreds of a man's facts.
    private readonly Lazy<Dictionary<Guid, Standing<Fact>>> _standing = new(() => course.Standing.DistinctBy(standing => standing.Id).ToDictionary(standing => standing.Id));

    /// <summary>The sentences of an explanation: the outcome, what was compared, what it rests on, what is left out, and by which rules.</summary>
    public IReadOnlyList<string> Of(Explanation explanation) =>
    [
        _words.Fill($"{explanation.Of}.{explanation.Outcome.Name}", Named(explanation)),
        .. explanation.Compared.Where(compared => !IsWithoutEnd(compared)).Select(Of),
        .. explanation.Used.Select(used => _words.Fill("Sentence.Used", ("fact", Fact(used.Id)), ("role", used.Role))),
        .. explanation.LeftOut.Select(left => _words.Fill("Sentence.LeftOut", ("fact", Fact(left.Id)), ("reasons", left.Reasons))),
        .. explanation.Basis is { } basis ? (string[])[_words.Fill("Sentence.Basis", ("id", Guideline(basis.Id)), ("version", basis.Version), ("source", _words.Find($"Source.{basis.Id}") ?? basis.Source))] : [],
        .. explanation.Rules.Count > 0 ? (string[])[_words.Fill("Sentence.Rules", ("rules", explanation.Rules))] : [],
    ];

    private Dictionary<string, object?> Named(Explanation explanation)
    {
        var named = explanation.Values.ToDictionary(value => value.Key, value => WithFact(value.Value), StringComparer.Ordinal);
        named["about"] = explanation.About is { } about ? Fact(about) : null;
        named["item"] = explanation.Item is { } item ? new Code("Item", item) : (object?)null;
        return named;
    }

    // An id names one of the man's facts.
    private object? WithFact(object value) => value switch
    {
        Guid id => Fact(id),
        IEnumerable<Guid> ids => ids.Select(Fact).ToList(),
        _ => value,
    };

    // The last day of a window that nothing ends is a day of the calendar's last year: not a limit that anybody set.
    private static bool IsWithoutEnd(Compared compared) => compared.Threshold is LocalDate day && day == LocalDate.MaxIsoValue;

    // A protocol with recalls added to it names them in its id.
    private string Guideline(string id) => string.Join(" + ", id.Split('+').Select(part => _words.Find($"Basis.{part}") ?? _words.Find($"Item.{part}") ?? part));

    private string Of(Compared compared)
    {
        var isQuantity = compared.Value is decimal;
        var (value, threshold) = Shown(compared);
        return _words.Fill(
            compared.FactId is null ? "Sentence.Compared" : "Sentence.ComparedOf",
            ("name", compared.Name),
            ("fact", compared.FactId is { } id ? Fact(id) : null),
            ("value", $"{compared.Sign}{value}{Unit(compared)}{Span(compared)}"),
            ("relation", _words[$"{(isQuantity ? nameof(Relation) : "TimeRelation")}.{compared.Relation}.{compared.Holds switch { true => "Yes", false => "No", null => "Open" }}"]),
            ("threshold", $"{threshold}{Unit(compared)}"),
            ("rule", Guideline(compared.Rule)));
    }

    // UCUM's 1 is a count.
    private static string Unit(Compared compared) => compared.Unit is null or "1" ? "" : $" {compared.Unit}";

    // Many days are also said as people say them; what was compared are the days.
    private string Span(Compared compared) => compared is { Unit: "d", Value: decimal days and > MostDays }
        ? _words.Fill("Sentence.Span", ("years", decimal.Floor(days / DaysAYear)), ("months", decimal.Floor(days % DaysAYear / DaysAYear * 12)))
        : "";

    // Percentages with one decimal (R08). Rounded only as far as the reader still sees on which side of the threshold the value lies.
    private (string Value, string Threshold) Shown(Compared compared)
    {
        if (compared is not { Value: decimal value, Threshold: decimal threshold })
        {
            return (_words.Of(compared.Value), _words.Of(compared.Threshold));
        }

        var format = compared.Unit == "%" ? "0.0" : null;
        var (shown, limit) = (_words.Of(value, format), _words.Of(threshold, format));
        return (shown == limit && value != threshold ? _words.Of(value, "G29") : shown, limit);
    }

    private string Fact(Guid id)
    {
        var standing = _standing.Value.GetValueOrDefault(id);
        if ((standing?.Fact ?? course.Find(id)?.Fact) is not { } fact)
        {
            return id.ToString();
        }

        var occurred = standing?.Occurred ?? fact.Occurred(course.Zone);
        return $"{_words.Of(new Code(nameof(Fact), FactJson.NameOf(fact)))} ({_words.Of(occurred.Earliest, occurred.Latest)}{(occurred.Time is { } time ? $" {_words.Of(time)}" : "")})";
    }
}
