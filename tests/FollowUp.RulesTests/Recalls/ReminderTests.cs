using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

public sealed class ReminderTests
{
    private const string SixWeeks = "CONTACT_6W";

    /// <summary>26 February 2026, a Thursday.</summary>
    private static readonly LocalDate Due = Day0.PlusDays(42);

    [Fact]
    public void The_first_message_goes_out_on_the_due_day_and_the_second_fourteen_days_after_it_was_decided()
    {
        Plan(CourseOf(Operated(Day0), Consent(Day0))).ShouldBe(new PlannedReminder(SixWeeks, Id(1), 1, Channel.Email, Due));
        Plan(CourseOf(Operated(Day0), Consent(Day0), Decided(SixWeeks, 1, Due.PlusDays(1))))
            .ShouldBe(new PlannedReminder(SixWeeks, Id(1), 2, Channel.Email, Due.PlusDays(15)));
        Plan(CourseOf(Operated(Day0), Consent(Day0), Decided(SixWeeks, 1, Due), Decided(SixWeeks, 2, Due.PlusDays(14)))).ShouldBeNull();
    }

    [Fact]
    public void The_nurses_calls_of_the_first_days_are_never_sent_as_messages()
    {
        var course = CourseOf(Operated(Day0), Consent(Day0));

        foreach (var recall in new[] { "CONTACT_24_48H", "CONTACT_1W" })
        {
            Reminders.Next(course, course.Item(recall, Day0), Terms).ShouldBeNull();
        }

        course.Dates().ShouldBe(new WorkDates(Day0.PlusDays(1), Due));
    }

    [Fact]
    public void A_due_day_on_a_Sunday_moves_the_message_and_not_the_item()
    {
        var surgery = new LocalDate(2026, 1, 18);
        var course = CourseOf(Operated(surgery), Consent(surgery));

        course.Item(SixWeeks, surgery).Due.DayOfWeek.ShouldBe(IsoDayOfWeek.Sunday);
        Plan(course)!.From.ShouldBe(new LocalDate(2026, 3, 2));
    }

    [Fact]
    public void A_man_whose_item_was_over_before_the_store_knew_of_it_is_left_to_the_nurse()
    {
        // The tests' facts are recorded on 15 January 2026.
        Plan(CourseOf(Operated(new(2025, 12, 1)), Consent(new(2025, 12, 1))))!.From.ShouldBe(Day0, "day 45: late, and of use");
        Plan(CourseOf(Operated(new(2025, 11, 6)), Consent(new(2025, 11, 6))))!.From.ShouldBe(Day0, "day 70, the last of use");
        Plan(CourseOf(Operated(new(2025, 11, 5)), Consent(new(2025, 11, 5)))).ShouldBeNull("day 71");
    }

    [Fact]
    public void A_message_that_was_cancelled_is_not_one_of_the_two()
    {
        var cancelled = CourseOf(
            Operated(Day0), Consent(Day0), Decided(SixWeeks, 1, Due), CameOf(Id(3), ReminderOutcome.Cancelled), Decided(SixWeeks, 2, Due.PlusDays(14)));
        var failed = CourseOf(
            Operated(Day0), Consent(Day0), Decided(SixWeeks, 1, Due), CameOf(Id(3), ReminderOutcome.Failed), Decided(SixWeeks, 2, Due.PlusDays(14)));

        Plan(cancelled).ShouldBe(new PlannedReminder(SixWeeks, Id(1), 3, Channel.Email, Due.PlusDays(28)));
        Plan(failed).ShouldBeNull();
    }

    [Fact]
    public void A_message_goes_out_when_no_gate_is_closed()
    {
        Gates(CourseOf(Operated(Day0), Consent(Day0)), Due).ShouldBeEmpty();
    }

    public static TheoryData<Gate, Fact[]> Closing => new()
    {
        { Gate.NoConsent, [] },
        { Gate.NoConsent, [Consent(Day0), Consent(Day0.PlusDays(1), consents: false)] },
        { Gate.NoConsent, [Consent(Day0, consents: false), Consent(Day0)] },
        { Gate.Died, [Consent(Day0), new PatientDied { DiedOn = PartialDate.Of(Due) }] },
        { Gate.Withdrew, [Consent(Day0), new PatientWithdrew { WithdrewOn = Due }] },
        { Gate.LostToFollowUp, [Consent(Day0), new PatientLostToFollowUp { DeclaredOn = Due }] },
        { Gate.AlreadySatisfied, [Consent(Day0), Reached(Due)] },
        { Gate.Superseded, [Consent(Day0), Operated(Due)] },
        { Gate.AlreadyDecided, [Consent(Day0), Decided(SixWeeks, 1, Due)] },
        { Gate.ChannelNotAccepted, [Consent(Day0), Prefers(Day0, channels: [Channel.Phone, Channel.Post])] },
        { Gate.NoSendingHour, [Consent(Day0), Prefers(Day0, new(20, 30), new(22, 0), Channel.Email)] },
    };

    [Theory]
    [MemberData(nameof(Closing))]
    public void Each_gate_is_closed_by_its_own_fact_and_named(Gate gate, Fact[] facts)
    {
        var course = CourseOf([Operated(Day0), .. facts]);

        Gates(course, Due).Select(closed => closed.Gate).ShouldBe([gate]);
        if (gate != Gate.AlreadyDecided)
        {
            Plan(course).ShouldBeNull("what is not sent is not planned either");
            course.Dates().RemindFrom.ShouldNotBe(Due);
        }
    }

    [Theory]
    [InlineData(41, Gate.NotYetDue)]
    [InlineData(42, null)]
    [InlineData(70, null)]
    [InlineData(71, Gate.TooLate)]
    public void A_message_is_of_use_from_the_due_day_to_fourteen_days_after_the_latest(int day, Gate? gate)
    {
        Gates(CourseOf(Operated(Day0), Consent(Day0)), Day0.PlusDays(day))
            .Select(closed => (Gate?)closed.Gate).ShouldBe(gate is null ? [] : [gate]);
    }

    [Fact]
    public void A_quiet_hour_holds_a_message_back_and_a_retracted_operation_leaves_nothing_due()
    {
        var course = CourseOf(Operated(Day0), Consent(Day0));
        var reminder = Plan(course)!;
        var retracted = course.With(new Entry(Id(9), 9, FirstRecorded, "nurse-1", new EntryRetracted { EntryId = Id(1), Reason = CorrectionReason.WrongPatient }));

        Reminders.ClosedGates(course, course.ItemsOn(Due), reminder, Terms, At(Due, 8)).Select(closed => closed.Gate).ShouldBe([Gate.QuietHour]);
        Reminders.ClosedGates(retracted, retracted.ItemsOn(Due), reminder, Terms, At(Due, 10)).Select(closed => closed.Gate).ShouldBe([Gate.NothingDue]);
    }

    [Fact]
    public void A_dead_man_gets_no_message_even_for_an_item_that_a_contact_closed()
    {
        var course = CourseOf(Operated(Day0), Consent(Day0), Reached(Due), new PatientDied { DiedOn = PartialDate.Of(Due.PlusDays(1)) });

        Gates(course, Due.PlusDays(1)).Select(closed => closed.Gate).ShouldBe([Gate.AlreadySatisfied, Gate.Died]);
    }

    [Fact]
    public void At_the_handing_over_its_own_decision_is_no_obstacle_and_a_recorded_outcome_is()
    {
        Fact[] decided = [Operated(Day0), Consent(Day0), Decided(SixWeeks, 1, Due)];

        Gates(CourseOf(decided), Due, claim: Id(3)).ShouldBeEmpty();
        Gates(CourseOf([.. decided, CameOf(Id(3), ReminderOutcome.Uncertain)]), Due, claim: Id(3))
            .ShouldBe([new ClosedGate(Gate.AlreadyReported, Id(3))]);
    }

    [Fact]
    public void A_satisfied_item_no_longer_has_a_day_to_remind_from()
    {
        CourseOf(Operated(Day0), Consent(Day0), Reached(Due.PlusDays(3))).Dates()
            .ShouldBe(new WorkDates(Day0.PlusDays(1), Day0.PlusMonths(6)), "the calls of the first days are open, the hormone check is next");
    }

    private static PlannedReminder? Plan(PatientCourse course) => Reminders.Next(course, course.Item(SixWeeks, Day0.PlusYears(9)), Terms);

    private static IReadOnlyList<ClosedGate> Gates(PatientCourse course, LocalDate on, Guid? claim = null) => Reminders.ClosedGates(
        course, course.ItemsOn(on), new PlannedReminder(SixWeeks, Id(1), 1, Channel.Email, Due), Terms, At(on, 10), claim);

    private static Instant At(LocalDate on, int hour) => on.At(new LocalTime(hour, 0)).InZoneStrictly(Istanbul).ToInstant();
}
