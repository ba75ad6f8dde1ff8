using System.Text.Json.Nodes;
using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Hormones.Facts;
using FollowUp.Pain.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Benchmarks.Course;

/// <summary>A man who is followed up for long: two operations, and then every other kind of fact in proportion, 30 facts in 60 days.</summary>
internal static class LongCourse
{
    private static readonly LocalDate First = new(2000, 1, 3);

    private static readonly DateTimeZone Istanbul = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];

    /// <summary>The day after its last fact.</summary>
    public static LocalDate After(int facts) => First.PlusDays((facts * 2) + 1);

    /// <summary>A course of so many entries, folded but not yet asked.</summary>
    public static PatientCourse Of(IReadOnlyList<Entry> log)
    {
        var course = PatientCourse.Of(Id(0), Istanbul, log);
        _ = course.Standing.Count;
        return course;
    }

    /// <summary>The entries, a fact every second day.</summary>
    public static IReadOnlyList<Entry> Log(int facts) => [.. Enumerable.Range(0, facts).Select(n => new Entry(
        Id(n + 1), n + 1, First.PlusDays(n * 2).AtStartOfDayInZone(Istanbul).ToInstant() + Duration.FromHours(18), "nurse-1", Fact(n, First.PlusDays(n * 2))))];

    private static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private static Fact Fact(int n, LocalDate day)
    {
        var at = ClinicalTime.At(day.At(new LocalTime(8, n % 60)));
        return n switch
        {
            0 => new PatientEnrolled { EnrolledOn = day },
            5 or 15 => new ProcedurePerformed { Type = ProcedureType.MTESE, PerformedOn = day, Side = Side.Both },
            _ => (n % 30) switch
            {
                0 or 6 or 10 or 14 or 18 or 22 or 26 => Result(Analyte.Testosterone, at, $"{8 + (n % 7)}.{n % 10}", "nmol/L"),
                1 or 11 or 21 => Result(Analyte.LH, at, $"{3 + (n % 9)}.1", "IU/L"),
                2 or 12 => Result(Analyte.SHBG, at, $"{20 + (n % 30)}", "nmol/L"),
                3 or 13 or 23 => new ContactMade { MadeAt = at, Kind = ContactKind.Call, Complications = ComplicationAnswer.None },
                4 or 16 => new ContactAttempted { AttemptedAt = at, Channel = Channel.Phone, Outcome = AttemptOutcome.NoAnswer },
                7 or 17 or 27 => new PainReported { ReportedAt = at, Nrs = n % 8, Site = PainSite.Scrotum, Side = Side.Left, During = PainDuring.Rest, Period = PainPeriod.Now },
                8 or 9 or 19 => new AnalgesicTaken { TakenAt = at, Drug = Analgesic.Paracetamol, Milligrams = 1000 },
                20 => new WeightMeasured { MeasuredOn = day, Kilograms = 70 + (n % 9) },
                5 => new HormoneTherapyRecorded { Drug = HormoneDrug.Clomifene, StartedOn = PartialDate.Of(day), StoppedOn = PartialDate.Of(day.PlusDays(3)) },
                15 => new TesticularVolumeMeasured { MeasuredOn = day, Side = Side.Left, Millilitres = 12 - (n % 4), Method = VolumeMethod.Ultrasound },
                24 => new ComplicationReported { Type = ComplicationType.Haematoma, DetectedOn = day, ReportedBy = ReportedBy.Nurse },
                25 => new ComplicationGraded { ComplicationId = Id(n), Grade = ClavienDindo.II, GradedOn = day },
                29 => new EntryRetracted { EntryId = Id(n - 2), Reason = CorrectionReason.TypingError },
                _ => new EntryCorrected { EntryId = Id(n), Changes = new JsonObject { ["side"] = "Right" }, Reason = CorrectionReason.TypingError },
            },
        };
    }

    private static HormoneResultReported Result(Analyte analyte, ClinicalTime at, string value, string unit) =>
        new() { Analyte = analyte, Value = value, Unit = unit, CollectedAt = at, Status = ResultStatus.Final };
}
