using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

/// <summary>The items of the second protocol that are not for every man, by the real judgement of hormone samples.</summary>
public sealed class LaterCheckTests
{
    private static readonly RecallTerms Second = RecallTerms.Of(new Asked(Day0, "EAU-2023.1", "standard-2"));

    private static readonly RecallTerms Everything = RecallTerms.Of(new Asked(Day0, "EAU-2023.1", "standard-2+CONTACT_90D"));

    private static readonly PatientEnrolled Klinefelter = new() { EnrolledOn = Day0.PlusDays(-30), Karyotype = Karyotype.Klinefelter47XXY };

    [Fact]
    public void Every_item_has_the_days_of_the_golden_table()
    {
        foreach (var row in Rows("schedule.csv"))
        {
            var item = Item(CourseOf(Operated(Date(row[1])), Klinefelter), Everything, row[0], Date(row[1]));

            (item.Earliest, item.Due, item.Latest).ShouldBe((Date(row[2]), Date(row[3]), Date(row[4])), string.Join(',', row));
        }
    }

    [Fact]
    public void The_later_checks_are_asked_for_on_the_grounds_of_the_golden_table()
    {
        foreach (var row in Rows("grounds.csv"))
        {
            var course = CourseOf(
            [
                Operated(Day0), new PatientEnrolled { EnrolledOn = Day0.PlusDays(-30), Karyotype = Enum.Parse<Karyotype>(row[0]) },
                .. Drawn(Analyte.Testosterone, row[1], "nmol/L", "2026-01-10"), .. Drawn(Analyte.Testosterone, row[2], "nmol/L", row[4]),
                .. Drawn(Analyte.LH, row[3], "IU/L", row[4]),
            ]);

            string Grounds(string recall) => string.Join('+', Find(course, Second, recall, Date(row[5]))?.Grounds.Select(ground => ground.Ground.ToString()) ?? ["-"]);
            new[] { Grounds("HORMONE_12M"), Grounds("HORMONE_18M"), Grounds("HORMONE_24M_KS") }.ShouldBe(row[6..9], string.Join(',', row));
        }
    }

    [Fact]
    public void What_is_low_is_what_the_clinics_rule_set_calls_low()
    {
        // 10.0 nmol/L is below 12 and above the 9.15 nmol/L of the Endocrine Society (R77).
        var course = CourseOf([Operated(Day0), .. Drawn(Analyte.Testosterone, "10.0", "nmol/L", "2026-08-30")]);
        var american = RecallTerms.Of(new Asked(Day0, "ES-2018.1", "standard-2"));

        Find(course, Second, "HORMONE_12M", Day0.PlusYears(1)).ShouldNotBeNull();
        Find(course, american, "HORMONE_12M", Day0.PlusYears(1)).ShouldBeNull();
        DueItemsQuestion.Dates(CourseOf([.. course.Log.Select(entry => entry.Fact), .. Calls]), Second.Protocol, american.Samples).WorkFrom
            .ShouldBe(Day0.PlusMonths(12).PlusDays(-45), "the date that is kept must do for a rule set adopted tomorrow");
    }

    [Fact]
    public void A_late_result_takes_the_check_back_that_the_missed_one_had_called_for_and_its_withdrawal_brings_it_again()
    {
        var missed = CourseOf([Operated(Day0)]);
        var arrived = CourseOf([Operated(Day0), .. Drawn(Analyte.Testosterone, "18", "nmol/L", "2026-08-30")]);
        var withdrawn = arrived.With(new Entry(Id(9), 9, FirstRecorded, "lab", new EntryRetracted { EntryId = Id(2), Reason = CorrectionReason.WrongPatient }));
        var on = Day0.PlusMonths(12);

        Find(missed, Second, "HORMONE_12M", on)!.State.ShouldBe(DueState.Due);
        Find(arrived, Second, "HORMONE_12M", on).ShouldBeNull();
        Find(withdrawn, Second, "HORMONE_12M", on)!.Grounds.ShouldBe([new HeldGround(RecallGround.SixToNineMonthsMissed, null)]);
    }

    [Fact]
    public void A_contact_at_day_85_belongs_to_the_90_days_only_where_the_clinic_asks_for_them()
    {
        var course = CourseOf(Operated(Day0), Reached(Day0.PlusDays(85)));
        var on = Day0.PlusDays(100);

        Item(course, Second, "CONTACT_6W", on).State.ShouldBe(DueState.SatisfiedLate);
        Item(course, Everything, "CONTACT_6W", on).State.ShouldBe(DueState.Overdue);
        Item(course, Everything, "CONTACT_90D", on).State.ShouldBe(DueState.Satisfied);
        Item(course, Everything, "CONTACT_90D", on).Grounds.ShouldBe([new HeldGround(RecallGround.AddedByClinic, null)]);
    }

    [Fact]
    public void A_sample_between_the_checks_closes_the_missed_one_late_only_before_the_next_begins()
    {
        // 12 months less 45 days after 15 January 2026 is 1 December.
        DueState SixToNine(string drawnOn) =>
            Item(CourseOf([Operated(Day0), .. Drawn(Analyte.Testosterone, "18", "nmol/L", drawnOn)]), Second, "HORMONE_6_9M", Day0.PlusYears(2)).State;

        SixToNine("2026-11-14").ShouldBe(DueState.Satisfied);
        SixToNine("2026-11-30").ShouldBe(DueState.SatisfiedLate);
        SixToNine("2026-12-01").ShouldBe(DueState.Overdue);
    }

    [Fact]
    public void Death_withdrawal_a_move_elsewhere_loss_and_a_new_operation_end_the_later_checks_too()
    {
        var day = Day0.PlusMonths(10);
        DueState After(Fact end) => Item(CourseOf(Operated(Day0), Klinefelter, end), Second, "HORMONE_24M_KS", Day0.PlusYears(3)).State;

        After(new PatientDied { DiedOn = PartialDate.Of(day) }).ShouldBe(DueState.Cancelled);
        After(new PatientWithdrew { WithdrewOn = day }).ShouldBe(DueState.Cancelled);
        After(new PatientWithdrew { WithdrewOn = day, Reason = WithdrawalReason.FollowedElsewhere }).ShouldBe(DueState.Cancelled);
        After(new PatientLostToFollowUp { DeclaredOn = day }).ShouldBe(DueState.Lost);
        After(Operated(day)).ShouldBe(DueState.Superseded);
    }

    [Fact]
    public void A_clock_that_ended_before_the_latest_day_calls_for_nothing_missed()
    {
        var course = CourseOf(Operated(Day0), Operated(Day0.PlusMonths(8)));

        DueItems.In(course, Second, Day0.PlusMonths(11)).ShouldNotContain(item => item.ProcedureId == Id(1) && item.Recall == "HORMONE_12M");
    }

    [Fact]
    public void A_correction_of_the_surgery_date_moves_the_later_checks_and_the_grounds_for_them()
    {
        Fact[] told = [Operated(Day0), .. Drawn(Analyte.Testosterone, "18", "nmol/L", "2026-07-01")];
        var corrected = CourseOf([.. told, new EntryCorrected
        {
            EntryId = Id(1), Changes = new() { ["performedOn"] = "2026-02-15" }, Reason = CorrectionReason.TypingError,
        }]);

        Find(CourseOf(told), Second, "HORMONE_12M", Day0.PlusYears(1)).ShouldBeNull();
        Find(corrected, Second, "HORMONE_12M", Day0.PlusYears(1))!.Due.ShouldBe(new LocalDate(2027, 2, 15), "1 July is before the corrected window");
    }

    [Fact]
    public void The_message_waits_for_a_test_already_arranged_as_in_the_golden_table()
    {
        foreach (var row in Rows("arranged.csv"))
        {
            var course = CourseOf([Operated(Day0), Consent(Day0), .. row[1].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Arranged)]);
            var planned = Reminders.Next(course, Item(course, Second, "HORMONE_6_9M", Day0.PlusYears(1)), Second);

            (planned is null ? "none" : NodaTime.Text.LocalDatePattern.Iso.Format(planned.From)).ShouldBe(row[2], row[0]);
            if (row[1].Length > 0 && !row[1].Contains("message", StringComparison.Ordinal))
            {
                Reminders.Next(course, course.Item("HORMONE_6_9M", Day0.PlusYears(1)), Terms)!.From.ShouldBe(new LocalDate(2026, 7, 15), "standard-1 takes no notice");
            }
        }
    }

    [Fact]
    public void A_test_booked_between_decision_and_sending_closes_the_gate()
    {
        var due = new LocalDate(2026, 7, 15);
        var course = CourseOf(Operated(Day0), Consent(Day0), Decided("HORMONE_6_9M", 1, due), Arranged("booked 2026-07-15 2026-07-20"));
        var reminder = new PlannedReminder("HORMONE_6_9M", Id(1), 1, Channel.Email, due);

        Reminders.ClosedGates(course, DueItems.In(course, Second, due), reminder, Second, due.At(new LocalTime(10, 0)).InZoneStrictly(Istanbul).ToInstant(), Id(3))
            .ShouldBe([new ClosedGate(Gate.TestArranged, Id(4))]);
    }

    // A man whose contacts are all done, so that only hormones are open.
    private static IEnumerable<Fact> Calls => [Reached(Day0.PlusDays(1)), Reached(Day0.PlusDays(7)), Reached(Day0.PlusDays(42))];

    private static IEnumerable<Fact> Drawn(Analyte analyte, string value, string unit, string on) =>
        value.Length == 0 ? [] : [Testosterone(Date(on)) with { Analyte = analyte, Value = value, Unit = unit }];

    private static Fact Arranged(string told)
    {
        var words = told.Split(' ');
        return words[0] switch
        {
            "ordered" => new TestOrdered { OrderedOn = Date(words[1]), Analytes = [Analyte.LH, Analyte.FSH, Analyte.Testosterone] },
            "ordered-LH" => new TestOrdered { OrderedOn = Date(words[1]), Analytes = [Analyte.LH] },
            "booked" => new TestBooked { BookedOn = Date(words[1]), BookedFor = ClinicalTime.At(Date(words[2]).At(new LocalTime(8, 0))) },
            "missed" => new TestMissed { MissedOn = Date(words[1]) },
            "message" => Decided("HORMONE_6_9M", Date(words[1]) == new LocalDate(2026, 7, 15) ? 1 : Date(words[1]).Month == 7 ? 2 : 3, Date(words[1])),
            _ => throw new FormatException(told),
        };
    }

    private static DueItem? Find(PatientCourse course, RecallTerms terms, string recall, LocalDate on) =>
        DueItems.In(course, terms, on).SingleOrDefault(item => item.Recall == recall && item.ProcedureId == Id(1));

    private static DueItem Item(PatientCourse course, RecallTerms terms, string recall, LocalDate on) => Find(course, terms, recall, on).ShouldNotBeNull(recall);
}
