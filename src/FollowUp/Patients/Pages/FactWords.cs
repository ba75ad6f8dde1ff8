using System.Collections;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Explanations;
using FollowUp.Course.Json;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Patients.Pages.Forms;
using FollowUp.Platform.Texts;
using FollowUp.Recalls.Facts;
using FollowUp.Recording;
using NodaTime;

namespace FollowUp.Patients.Pages;

/// <summary>Facts, and changes of answers, in words.</summary>
public static class FactWords
{
    /// <summary>The kind of a fact and its day.</summary>
    public static string Heading(Standing<Fact> standing, Words words) => $"{Kind(standing.Fact, words)}, {Day(standing.Occurred, words)}";

    /// <summary>The kind of a fact.</summary>
    public static string Kind(Fact fact, Words words) => words[$"Fact.{FactJson.NameOf(fact)}"];

    /// <summary>When something happened, as far as it is known.</summary>
    public static string Day(Occurrence occurred, Words words) =>
        occurred.Earliest == LocalDate.MinIsoValue ? words["Form.NoDate"]
        : occurred.Earliest != occurred.Latest ? $"{words.Of(occurred.Earliest)} – {words.Of(occurred.Latest)}"
        : occurred.Time is { } time ? $"{words.Of(occurred.Earliest)} {words.Of(time)}"
        : words.Of(occurred.Earliest);

    /// <summary>The fields of a fact with their values; fields that were not stated are left out.</summary>
    public static IEnumerable<(string Field, string Value)> Of(Fact fact, Man man, Words words)
    {
        foreach (var field in FactField.Of(fact.GetType()))
        {
            var value = field.Property.GetValue(fact);
            if (!FactField.IsNotStated(value))
            {
                // The reason why a message was not sent is stored as the code of the gate.
                var coded = value is string code && fact is ReminderOutcomeReported ? words.Find($"Gate.{code}") : null;
                yield return (words.Field(field.Name), coded ?? Value(value!, man, words));
            }
        }

        if (fact.Note is not null)
        {
            yield return (words.Field("note"), man.Open(fact.Note)!);
        }
    }

    /// <summary>The answers that differ between two versions of a course, each before and after, in words.</summary>
    public static IReadOnlyList<(string? Before, string? After)> Ripple(PatientCourse before, PatientCourse after, Asked asked, Words words)
    {
        var (was, now) = (new Sentences(words, before), new Sentences(words, after));
        var changes = new List<(string? Before, string? After)>();
        foreach (var name in Recording.Ripple.Names(Questions.Sent(before, asked), Questions.Sent(after, asked)))
        {
            var question = Questions.All.First(question => question.Name == name);
            var (old, present) = (First(question.Why(before, asked), was), First(question.Why(after, asked), now));
            changes.AddRange(present.Keys.Union(old.Keys)
                .Select(key => (old.GetValueOrDefault(key), present.GetValueOrDefault(key)))
                .Where(pair => pair.Item1 != pair.Item2));
        }

        return changes;
    }

    /// <summary>
    /// Explanations in reading order: first those about the man as a whole, then those about single entries, the latest first.
    /// </summary>
    public static IReadOnlyList<Explanation> NowFirst(IReadOnlyList<Explanation> explanations) =>
    [
        .. explanations.Where(why => why.About is null),
        .. explanations.Where(why => why.About is not null).GroupBy(why => (why.About, why.Item)).Reverse().SelectMany(about => about),
    ];

    private static Dictionary<(string, Guid?, string?), string> First(IReadOnlyList<Explanation> explanations, Sentences sentences) => explanations
        .DistinctBy(why => (why.Of, why.About, why.Item))
        .ToDictionary(why => (why.Of, why.About, why.Item), why => sentences.Of(why)[0]);

    // A record within a list, such as a drug given at the operation.
    private static string Parts(object record, Words words) => string.Join(' ', record.GetType().GetProperties()
        .Where(property => property.GetIndexParameters().Length == 0).Select(property => words.Of(property.GetValue(record))).Where(text => text.Length > 0));

    private static string Value(object value, Man man, Words words) => value switch
    {
        Guid id => man.Course.Standing.FirstOrDefault(standing => standing.Id == id) is { } named ? Heading(named, words) : words["Form.EntryGone"],
        ClinicalTime time => Day(Occurrence.At(time, man.Course.Zone), words),
        Instant instant => words.Moment(instant, man.Course.Zone),
        PartialDate date => Day(Occurrence.On(date), words),
        IDictionary table => string.Join(", ", table.Keys.Cast<object>().Select(key => $"{words.Of(key)}: {words.Of(table[key])}")),
        System.Text.Json.Nodes.JsonObject changes => string.Join(", ", changes.Select(change => $"{words.Field(change.Key)}: {change.Value?.ToString() ?? "–"}")),
        string text => words.Find($"Item.{text}") ?? text,
        IEnumerable several => string.Join(", ", several.Cast<object>().Select(one => one is Enum ? words.Of(one) : Parts(one, words))),
        _ => words.Of(value),
    };
}
