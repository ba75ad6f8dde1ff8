using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.RulesTests.Course;
using FollowUp.Surgery.Facts;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.RulesTests.Hormones;

/// <summary>Writes courses about hormones as short texts, for the golden tables: facts in the order they were recorded, with | between them.</summary>
/// <remarks>
/// <c>T 10.0 nmol/L 2026-03-02T08:00</c> is a result (then <c>preliminary</c>, <c>corrected</c>, <c>withdrawn</c>, <c>ill</c>, <c>key=A</c>,
/// <c>lab=A</c>, <c>method=A</c>, <c>culture=tr-TR</c>; a unit of <c>-</c> is missing); <c>operated 2026-03-02 08:30</c> an operation with its induction;
/// <c>elsewhere 2019</c> or <c>elsewhere ?</c> one elsewhere; <c>Clomifene 2026-01-01..2026-02-01</c> a therapy, open where an end is
/// missing and <c>?..</c> where the start is not known; <c>orchiectomy 2026-03-02</c> and <c>died 2026-03-02</c> those facts.
/// </remarks>
internal static class HormoneStories
{
    private static readonly Dictionary<string, Analyte> Analytes = new()
    {
        ["T"] = Analyte.Testosterone, ["LH"] = Analyte.LH, ["FSH"] = Analyte.FSH, ["SHBG"] = Analyte.SHBG, ["Albumin"] = Analyte.Albumin,
        ["FreeT"] = Analyte.FreeTestosterone, ["Oestradiol"] = Analyte.Oestradiol, ["Prolactin"] = Analyte.Prolactin,
    };

    public static PatientCourse Course(string story) => Courses.Of(Facts(story));

    public static Fact[] Facts(string story) =>
        [.. story.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Fact)];

    public static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    private static Fact Fact(string sentence)
    {
        var words = sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words[0] switch
        {
            "operated" => new ProcedurePerformed
            {
                Type = ProcedureType.MTESE,
                PerformedOn = Date(words[1]),
                Side = Side.Both,
                InductionAt = words.Length > 2 ? LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(words[2]).Value : null,
            },
            "elsewhere" => new EarlierProcedureReported { Type = ProcedureType.CTESE, PerformedOn = PartialDate.TryParse(words[1]) },
            "orchiectomy" => new OrchiectomyPerformed { PerformedOn = PartialDate.TryParse(words[1])!.Value, Side = Side.Left },
            "died" => new PatientDied { DiedOn = PartialDate.TryParse(words[1])!.Value },
            _ when Analytes.TryGetValue(words[0], out var analyte) => Result(analyte, words),
            _ => Therapy(words),
        };
    }

    private static HormoneResultReported Result(Analyte analyte, string[] words)
    {
        string? Option(string name) => words.FirstOrDefault(word => word.StartsWith($"{name}=", StringComparison.Ordinal))?[(name.Length + 1)..];
        return new()
        {
            Analyte = analyte,
            Value = words[1],
            Unit = words[2] == "-" ? null : words[2],
            CollectedAt = ClinicalTime.TryParse(words[3]) ?? throw new FormatException(words[3]),
            Status = words.Contains("preliminary") ? ResultStatus.Preliminary
                : words.Contains("corrected") ? ResultStatus.Corrected
                : words.Contains("withdrawn") ? ResultStatus.Withdrawn
                : ResultStatus.Final,
            AcutelyIll = words.Contains("ill") ? Answer.Yes : Answer.NotAsked,
            ResultKey = Option("key"),
            Laboratory = Option("lab"),
            Method = Option("method"),
            Culture = Option("culture"),
        };
    }

    private static HormoneTherapyRecorded Therapy(string[] words)
    {
        var days = words[1].Split("..");
        return new()
        {
            Drug = Enum.Parse<HormoneDrug>(words[0]),
            StartedOn = PartialDate.TryParse(days[0]),
            StoppedOn = PartialDate.TryParse(days[1]),
        };
    }
}
