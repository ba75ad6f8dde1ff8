using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recording.Commands;
using FollowUp.RulesTests.Course;
using FollowUp.Surgery.Facts;
using NodaTime;
using NodaTime.Text;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Recalls;

/// <summary>The facts and questions of recall tests.</summary>
internal static class Recalled
{
    public static readonly Protocol Standard = Protocol.Of("standard-1");

    public static readonly RecallTerms Terms = new(Standard, new EveryResult(), HolidayCalendar.None);

    /// <summary>The day of surgery of these tests, a Thursday.</summary>
    public static readonly LocalDate Day0 = new(2026, 1, 15);

    public static LocalDate Date(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static ProcedurePerformed Operated(LocalDate on) =>
        new() { Type = ProcedureType.MTESE, PerformedOn = on, Side = Side.Both };

    public static ContactMade Reached(LocalDate on, ComplicationAnswer complications = ComplicationAnswer.None) =>
        new() { MadeAt = ClinicalTime.On(on), Kind = ContactKind.Call, Complications = complications };

    public static ContactAttempted Missed(LocalDate on, int? hour) => new()
    {
        AttemptedAt = hour is { } h ? ClinicalTime.At(on.At(new LocalTime(h, 0))) : ClinicalTime.On(on),
        Channel = Channel.Phone,
        Outcome = AttemptOutcome.NoAnswer,
    };

    public static HormoneResultReported Testosterone(LocalDate on) => new()
    {
        Analyte = Analyte.Testosterone,
        Value = "14.0",
        Unit = "nmol/L",
        CollectedAt = ClinicalTime.At(on.At(new LocalTime(8, 30))),
        Status = ResultStatus.Final,
    };

    public static ReminderConsentRecorded Consent(LocalDate on, bool consents = true) =>
        new() { StatedOn = on, Consents = consents, Form = ConsentForm.Written };

    public static ContactPreferencesRecorded Prefers(LocalDate on, LocalTime? from = null, LocalTime? until = null, params Channel[] channels) =>
        new() { StatedOn = on, Channels = channels, Language = Language.En, From = from, Until = until };

    public static ReminderDecided Decided(string recall, int occurrence, LocalDate on) => new()
    {
        Recall = recall,
        ProcedureId = Id(1),
        Occurrence = occurrence,
        Channel = Channel.Email,
        DecidedOn = on,
        Protocol = Standard.Id,
    };

    public static ReminderOutcomeReported CameOf(Guid reminderId, ReminderOutcome outcome) =>
        new() { ReminderId = reminderId, Outcome = outcome, At = FirstRecorded };

    /// <summary>The items, every testosterone result counting as eligible: eligibility is the hormone rules' own test.</summary>
    public static IReadOnlyList<DueItem> ItemsOn(this PatientCourse course, LocalDate on) => DueItems.In(course, Terms, on);

    public static DueItem Item(this PatientCourse course, string recall, LocalDate on, int procedure = 1) =>
        course.ItemsOn(on).Single(item => item.Recall == recall && item.ProcedureId == Id(procedure));

    public static WorkDates Dates(this PatientCourse course) => DueItemsQuestion.Dates(course, Standard, new EveryResult());

    /// <summary>The facts in this order, recorded on the day of surgery of these tests, so that nothing was recorded too late.</summary>
    public static PatientCourse CourseOf(params Fact[] facts) => PatientCourse.Of(Patient, Istanbul, facts.Select((fact, i) =>
        new Entry(Id(i + 1), i + 1, Day0.AtMidnight().InZoneLeniently(Istanbul).ToInstant() + Duration.FromMinutes(i), "nurse-1", fact)));

    public static IEnumerable<string[]> Rows(string file) => File
        .ReadLines(Path.Combine(AppContext.BaseDirectory, "Recalls", file))
        .Skip(1)
        .Select(line => line.Split(','));

    public sealed record EveryResult : IEligibleSamples
    {
        public IReadOnlyList<IEligibleSamples> UnderEach => [this];

        public IReadOnlyList<HormoneSign> SignsAfter(Operation operation, PatientCourse course) => [];

        public IReadOnlyList<EligibleSample> In(PatientCourse course) => [.. course.Of<HormoneResultReported>()
            .Where(result => result.Fact.Status is ResultStatus.Final or ResultStatus.Corrected)
            .Select(result => new EligibleSample(result.Id, result.Fact.Analyte, result.Occurred.Earliest))];
    }
}
