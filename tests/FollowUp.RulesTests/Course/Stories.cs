using System.Globalization;
using FollowUp.Alerts.Facts;
using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Pain.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using NodaTime;
using NodaTime.Text;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course;

/// <summary>Courses as a nurse would tell them, for the golden tables: facts in the order they were recorded, with | between them.</summary>
/// <remarks>
/// <c>operated 2026-01-15</c>, <c>elsewhere 2019</c>, <c>contact 2026-03-01T10:00 None Fever=Yes temp=38.2</c>, <c>attempt 2026-03-01</c>,
/// <c>complication 2026-01-20 onset=2026-01 of=1 type=Orchitis</c>, <c>graded 2 IIIb 2026-01-22 d</c>, <c>pain 2026-01-20T10:00 nrs=5 site=Scrotum</c>
/// (also <c>vas=</c>, <c>side=</c>, <c>during=</c>, <c>period=</c>, <c>onset=</c>, <c>relieved=</c>), <c>dose 2026-01-20T10:00 Paracetamol 1000</c> (<c>other=</c>, <c>atc=</c>),
/// <c>weight 2026-01-15 60</c>, <c>volume 2026-01-10 Left 12.0 Ultrasound</c>, <c>symptom 2026-07-01 LowMood Yes</c>, <c>drug TestosteroneGel 2026-07-01</c>,
/// <c>diagnosed 3 2026-08-01</c>, <c>reviewed 1 Atrophy Left Declined 2026-09-01 as=5</c>, <c>acknowledged Fever 2 2026-01-20T11:00</c>, <c>died 2026-05-01</c>, <c>retracted 3</c>.
/// A number names the fact of that place, from 1.
/// </remarks>
internal static class Stories
{
    public static PatientCourse Course(string story) => Courses.Of(Told(story));

    public static Fact[] Told(string story) =>
        [.. story.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Fact)];

    public static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private static Fact Fact(string sentence)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var said = words.Where(word => word.Contains('=')).Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return words[0] switch
        {
            "operated" => Operated(Date(words[1])),
            "elsewhere" => Earlier(words[1] == "?" ? null : words[1]),
            "contact" => Spoken(words, said),
            "attempt" => new ContactAttempted { AttemptedAt = Time(words[1]), Channel = Channel.Phone, Outcome = AttemptOutcome.NoAnswer },
            "complication" => Complication(Date(words[1]), said.GetValueOrDefault("onset"), said.TryGetValue("of", out var n) ? Entry(n) : null)
                with { Type = One(said, "type", ComplicationType.Haematoma) },
            "graded" => Graded(Entry(words[1]), Enum.Parse<ClavienDindo>(words[2]), Date(words[3])) with { Disability = words.Length > 4 },
            "pain" => Pain(words, said),
            "dose" => new AnalgesicTaken
            {
                TakenAt = Time(words[1]), Drug = Enum.Parse<Analgesic>(words[2]), Milligrams = Number(words[3]),
                OtherPartMilligrams = said.TryGetValue("other", out var other) ? Number(other) : null, AtcCode = said.GetValueOrDefault("atc"),
            },
            "weight" => Weight(Date(words[1]), Number(words[2])),
            "volume" => new TesticularVolumeMeasured
            {
                MeasuredOn = Date(words[1]), Side = Enum.Parse<Side>(words[2]), Millilitres = Number(words[3]), Method = Enum.Parse<VolumeMethod>(words[4]),
            },
            "symptom" => new SymptomReported { ReportedOn = Date(words[1]), Symptom = Enum.Parse<Symptom>(words[2]), Present = Enum.Parse<Answer>(words[3]) },
            "drug" => new HormoneTherapyRecorded { Drug = Enum.Parse<HormoneDrug>(words[1]), StartedOn = PartialDate.TryParse(words[2]), Indication = One(said, "for", TherapyIndication.NotStated) },
            "diagnosed" => new HypogonadismReviewed
            {
                ResultId = Entry(words[1]), ReviewedOn = Date(words[2]), Findings = [HypogonadismFinding.LowConfirmed], RuleSet = "EAU-2023.1", Outcome = HypogonadismReviewOutcome.Hypogonadism,
            },
            "reviewed" => new ComplicationProposalReviewed
            {
                ProcedureId = Entry(words[1]), Type = Enum.Parse<ComplicationType>(words[2]), Side = Enum.Parse<Side>(words[3]), Outcome = Enum.Parse<ProposalOutcome>(words[4]),
                ReviewedOn = Date(words[5]), ComplicationId = said.TryGetValue("as", out var named) ? Entry(named) : null,
            },
            "acknowledged" => new AlertAcknowledged
            {
                Trigger = Enum.Parse<AlertTrigger>(words[1]), FactId = Entry(words[2]), AcknowledgedAt = Time(words[3]), Owner = "D-019", Outcome = AlertOutcome.Seen,
            },
            "died" => Died(words[1]),
            "retracted" => Retracted(Entry(words[1])),
            _ => throw new FormatException(sentence),
        };
    }

    private static ContactMade Spoken(string[] words, Dictionary<string, string> said) => Contact(words[1]) with
    {
        Complications = words.Length > 2 && !words[2].Contains('=') ? Enum.Parse<ComplicationAnswer>(words[2]) : ComplicationAnswer.NotAsked,
        TemperatureCelsius = said.TryGetValue("temp", out var degrees) ? Number(degrees) : null,
        Script = said.Where(pair => pair.Key != "temp").ToDictionary(pair => Enum.Parse<ScriptItem>(pair.Key), pair => Enum.Parse<Answer>(pair.Value)),
    };

    private static PainReported Pain(string[] words, Dictionary<string, string> said) => new()
    {
        ReportedAt = Time(words[1]),
        Nrs = said.TryGetValue("nrs", out var nrs) ? (int)Number(nrs) : null,
        VasMillimetres = said.TryGetValue("vas", out var vas) ? (int)Number(vas) : null,
        Site = One(said, "site", PainSite.Scrotum),
        Side = One(said, "side", Side.Left),
        During = One(said, "during", PainDuring.Rest),
        Period = One(said, "period", PainPeriod.Now),
        OnsetOn = said.TryGetValue("onset", out var onset) ? PartialDate.TryParse(onset) : null,
        RelievedByDrug = One(said, "relieved", Answer.NotAsked),
    };

    private static T One<T>(Dictionary<string, string> said, string name, T otherwise)
        where T : struct, Enum => said.TryGetValue(name, out var text) ? Enum.Parse<T>(text) : otherwise;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static Guid Entry(string place) => Courses.Id(int.Parse(place, CultureInfo.InvariantCulture));
}
