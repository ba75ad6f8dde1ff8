using System.Globalization;
using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Printed;
using FollowUp.Pain.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Contacts.Pages;

/// <summary>Reads the facts from the form of a call. A question that was not asked gives no fact.</summary>
/// <param name="form">What was sent.</param>
/// <param name="key">The key of the call. The ids of all facts are made from it, so that sending the form twice stores them once.</param>
/// <param name="culture">The culture of the user; it decides whether 1.000 can mean a thousand (R14).</param>
public sealed class CallForm(IFormCollection form, string key, string culture)
{
    /// <summary>How many rows there are for analgesics.</summary>
    public const int DoseRows = 3;

    private static readonly string[] Scores = ["pain.now", "pain.worst"];

    /// <summary>The id of the contact.</summary>
    public Guid ContactId { get; } = ContactOf(key);

    /// <summary>The id of the contact that the form of a call stores.</summary>
    /// <param name="key">The key of the call.</param>
    public static Guid ContactOf(string key) => Ids.Of($"{key}/contact");

    /// <summary>The facts, the contact first.</summary>
    /// <exception cref="UnreadableException">A field cannot be read.</exception>
    public IReadOnlyList<StatedFact> Facts()
    {
        var at = At();
        var day = at.Date;
        return
        [
            new(ContactId, Contact(at, day), Text("note")),
            .. Weight(day),
            .. Pain(at),
            .. Doses(at),
            .. Symptoms(day),
            .. Complication(day),
        ];
    }

    /// <summary>The answers that follow from a measured value and differ from the form, by the field of the form (R83).</summary>
    /// <exception cref="UnreadableException">A field cannot be read.</exception>
    public IReadOnlyList<(string Field, Answer Answer)> AnswersByValue()
    {
        var at = At();
        var scored = Scores.Any(name => Text(name) is { } score && score != "0");
        return
        [
            .. Contact(at, at.Date).AnswersByValue().Select(answer => ($"s.{answer.Field.Split('.')[1]}", answer.Answer)),
            .. scored && Choice($"s.{ScriptItem.PainPersists}", Answer.NotAsked) == Answer.No ? [($"s.{ScriptItem.PainPersists}", Answer.Yes)] : Array.Empty<(string, Answer)>(),
        ];
    }

    private ContactMade Contact(LocalDateTime at, LocalDate day)
    {
        var script = Enum.GetValues<ScriptItem>()
            .Select(item => (item, Answer: Choice($"s.{item}", Answer.NotAsked)))
            .Where(asked => asked.Answer != Answer.NotAsked)
            .ToDictionary(asked => asked.item, asked => asked.Answer);
        var advice = form["advice"].Where(text => !string.IsNullOrEmpty(text)).Select(text => Parse<Advice>("advice", text!)).ToList();
        return new()
        {
            MadeAt = ClinicalTime.At(at),
            Kind = Choice("kind", ContactKind.Call),
            IdentityChecked = Choice("identity", Answer.NotAsked),
            Complications = Choice("complications", ComplicationAnswer.NotAsked),
            TemperatureCelsius = Number("temperature"),
            Script = script.Count == 0 ? null : script,
            Advice = advice.Count == 0 ? null : advice,
            NextContactOn = Text("next") is { } next && next != Iso(day) ? Day("next", next) : null,
        };
    }

    private IEnumerable<StatedFact> Weight(LocalDate day) => Number("weight") is { } kilograms
        ? [new(Ids.Of($"{key}/weight"), new WeightMeasured { MeasuredOn = day, Kilograms = kilograms })]
        : [];

    private IEnumerable<StatedFact> Pain(LocalDateTime at)
    {
        foreach (var (name, period) in new[] { ("now", PainPeriod.Now), ("worst", PainPeriod.Worst24Hours) })
        {
            if (Text($"pain.{name}") is { } score)
            {
                yield return new(Ids.Of($"{key}/pain/{name}"), new PainReported
                {
                    ReportedAt = ClinicalTime.At(at),
                    Nrs = int.TryParse(score, NumberStyles.None, CultureInfo.InvariantCulture, out var nrs) ? nrs : throw Unreadable($"pain.{name}", score, "Write a whole number from 0 to 10."),
                    Site = Choice("pain.site", PainSite.Scrotum),
                    Side = Choice("pain.side", Side.Unknown),
                    During = Choice($"pain.{name}.during", PainDuring.NotStated),
                    Period = period,
                    RelievedByDrug = Choice("pain.relieved", Answer.NotAsked),
                    DisturbsSleep = Choice("pain.sleep", Answer.NotAsked),
                    ContactId = ContactId,
                });
            }
        }
    }

    // A clock time later than the call was yesterday. A dose without a clock time is recorded with its day only (R57).
    private IEnumerable<StatedFact> Doses(LocalDateTime at)
    {
        for (var row = 0; row < DoseRows; row++)
        {
            if (Text($"dose.{row}.drug") is not { } drug || Number($"dose.{row}.mg") is not { } milligrams)
            {
                continue;
            }

            var times = (Text($"dose.{row}.times") ?? "").Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
            IReadOnlyList<ClinicalTime> taken = times.Length == 0
                ? [ClinicalTime.On(at.Date)]
                : [.. times.Select(text => Clock($"dose.{row}.times", text)).Select(clock => ClinicalTime.At((clock <= at.TimeOfDay ? at.Date : at.Date.PlusDays(-1)) + clock))];
            for (var i = 0; i < taken.Count; i++)
            {
                yield return new(Ids.Of($"{key}/dose/{row}/{i}"), new AnalgesicTaken
                {
                    TakenAt = taken[i],
                    Drug = Parse<Analgesic>($"dose.{row}.drug", drug),
                    Milligrams = milligrams,
                    ContactId = ContactId,
                });
            }
        }
    }

    private IEnumerable<StatedFact> Symptoms(LocalDate day) =>
        from symptom in Enum.GetValues<Symptom>()
        let present = Choice($"symptom.{symptom}", Answer.NotAsked)
        where present != Answer.NotAsked
        select new StatedFact(Ids.Of($"{key}/symptom/{symptom}"), new SymptomReported { Symptom = symptom, Present = present, ReportedOn = day, ContactId = ContactId });

    private IEnumerable<StatedFact> Complication(LocalDate day)
    {
        if (Choice("complications", ComplicationAnswer.NotAsked) != ComplicationAnswer.Some || Text("complication.type") is not { } type)
        {
            yield break;
        }

        var treatments = form["complication.treatments"].Where(text => !string.IsNullOrEmpty(text)).Select(text => Parse<ComplicationTreatment>("treatments", text!)).ToList();
        yield return new(Ids.Of($"{key}/complication"), new ComplicationReported
        {
            Type = Parse<ComplicationType>("complication.type", type),
            Side = Choice("complication.side", Side.Unknown),
            OnsetOn = Text("complication.onset") is { } onset ? PrintedTime.Partial(onset) ?? throw Unreadable("complication.onset", onset, "Write the date as 2019, 2019-03 or 2019-03-07, as far as it is known.") : null,
            DetectedOn = day,
            ReportedBy = ReportedBy.Patient,
            Treatments = treatments.Count == 0 ? null : treatments,
            ContactId = ContactId,
        });
    }

    /// <summary>The clinic's day and clock time of the call.</summary>
    public LocalDateTime At() => Day("madeOn", Text("madeOn") ?? "") + Clock("madeAt", Text("madeAt") ?? "");

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static LocalDate Day(string field, string text) => PrintedTime.Day(text) ?? throw Unreadable(field, text, "Write the day as 2026-03-05.");

    private static LocalTime Clock(string field, string text) =>
        PrintedTime.ClockOrHour(text) ?? throw Unreadable(field, text, "Write clock times as 08:30, several with a space between.");

    private string? Text(string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    private decimal? Number(string name) => Text(name) is not { } text ? null
        : PrintedNumber.Read(text, culture, name) is var (number, refusal) && refusal is null ? number
        : throw new UnreadableException(refusal!);

    private T Choice<T>(string name, T whenEmpty)
        where T : struct, Enum => Text(name) is { } text ? Parse<T>(name, text) : whenEmpty;

    private static T Parse<T>(string name, string text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : throw Unreadable(name, text, Remedies.For(typeof(T)));

    private static UnreadableException Unreadable(string field, string value, string remedy) => new(Finding.Refusal("Unreadable", field, value, remedy));
}
