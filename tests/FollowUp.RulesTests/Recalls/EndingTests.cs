using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

public sealed class EndingTests
{
    private static readonly LocalDate Later = Day0.PlusYears(3);

    [Fact]
    public void A_new_operation_supersedes_what_is_open_and_leaves_what_was_done()
    {
        var second = Day0.PlusMonths(7);
        var course = CourseOf(Operated(Day0), Operated(second), Reached(Day0.PlusDays(42)));

        course.Item("CONTACT_6W", Later).State.ShouldBe(DueState.Satisfied);
        course.Item("CONTACT_1W", Later).State.ShouldBe(DueState.Superseded);
        course.Item("HORMONE_6_9M", Later).EndedBy.ShouldBe(new FollowUpEnd(FollowUpEndKind.NewOperation, Id(2), second));
        course.Item("HORMONE_6_9M", second.PlusDays(1), procedure: 2).State.ShouldBe(DueState.Upcoming);
    }

    [Fact]
    public void A_result_drawn_before_the_new_operation_and_recorded_after_it_satisfies_the_older_item()
    {
        var second = Day0.PlusMonths(8);
        var course = CourseOf(Operated(Day0), Operated(second), Testosterone(second.PlusDays(-1)), Testosterone(second));

        course.Item("HORMONE_6_9M", Later).SatisfiedBy.ShouldBe(new ClosingFact(Id(3), second.PlusDays(-1)));
        course.Item("HORMONE_6_9M", Later, procedure: 2).State.ShouldBe(DueState.Overdue, "a sample of the day of surgery is of neither clock (R11)");
    }

    [Fact]
    public void R12_two_entries_of_one_day_have_one_set_of_items()
    {
        var course = CourseOf(Operated(Day0), Operated(Day0), Reached(Day0.PlusDays(7)));

        course.ItemsOn(Later).ShouldAllBe(item => item.ProcedureId == Id(1));
        course.Item("CONTACT_1W", Later, procedure: 1).State.ShouldBe(DueState.Satisfied);
    }

    [Fact]
    public void An_operation_elsewhere_opens_no_items_and_a_later_one_ends_them()
    {
        var course = CourseOf(Operated(Day0), new EarlierProcedureReported
        {
            Type = ProcedureType.MTESE, PerformedOn = new PartialDate(2026, 3), Outcome = RetrievalOutcome.NotFound,
        });

        course.ItemsOn(Later).ShouldAllBe(item => item.ProcedureId == Id(1));
        course.Item("HORMONE_6_9M", Later).State.ShouldBe(DueState.Superseded);
    }

    [Fact]
    public void Death_cancels_what_no_earlier_fact_satisfies_also_what_is_overdue()
    {
        var death = Day0.PlusDays(60);
        var course = CourseOf(
            Operated(Day0), Reached(Day0.PlusDays(2)), Reached(death), new PatientDied { DiedOn = PartialDate.Of(death) });

        course.Item("CONTACT_24_48H", Later).State.ShouldBe(DueState.Satisfied);
        course.Item("CONTACT_1W", Later).State.ShouldBe(DueState.Cancelled);
        course.Item("CONTACT_6W", Later).State.ShouldBe(DueState.Cancelled, "a fact of the very day is not before it (R67)");
        course.Item("HORMONE_6_9M", Later).EndedBy!.Kind.ShouldBe(FollowUpEndKind.Died);
        course.Dates().ShouldBe(new WorkDates(null, null));
    }

    [Fact]
    public void A_partly_known_day_of_death_leaves_what_he_is_known_to_have_done()
    {
        var course = CourseOf(Operated(Day0), Reached(Day0.PlusDays(50)), new PatientDied { DiedOn = new PartialDate(2026) });

        course.Item("CONTACT_6W", Later).State.ShouldBe(DueState.Satisfied);
        course.Item("HORMONE_6_9M", Later).State.ShouldBe(DueState.Cancelled);
    }

    [Fact]
    public void Withdrawal_cancels_and_resumption_brings_the_items_back()
    {
        Fact[] withdrew = [Operated(Day0), new PatientWithdrew { WithdrewOn = Day0.PlusDays(20) }];
        var resumed = CourseOf([.. withdrew, new FollowUpResumed { ResumedOn = Day0.PlusDays(30) }, Reached(Day0.PlusDays(43))]);
        var again = CourseOf([.. withdrew, new FollowUpResumed { ResumedOn = Day0.PlusDays(30) }, new PatientWithdrew { WithdrewOn = Day0.PlusDays(40) }]);

        CourseOf(withdrew).Item("CONTACT_6W", Day0.PlusDays(43)).State.ShouldBe(DueState.Cancelled);
        resumed.Item("CONTACT_6W", Day0.PlusDays(43)).State.ShouldBe(DueState.Satisfied);
        again.Item("CONTACT_6W", Day0.PlusDays(43)).EndedBy.ShouldBe(new FollowUpEnd(FollowUpEndKind.Withdrew, Id(4), Day0.PlusDays(40)));
    }

    [Fact]
    public void A_man_declared_lost_has_lost_items_until_he_calls()
    {
        var lost = new PatientLostToFollowUp { DeclaredOn = Day0.PlusYears(1) };
        var gone = CourseOf(Operated(Day0), lost);
        var sameDay = CourseOf(Operated(Day0), lost, Reached(Day0.PlusYears(1)));
        var called = CourseOf(Operated(Day0), lost, Reached(Day0.PlusYears(1).PlusDays(1), ComplicationAnswer.NotAsked));

        gone.Item("HORMONE_6_9M", Later).State.ShouldBe(DueState.Lost);
        gone.Dates().WorkFrom.ShouldBeNull();
        sameDay.Item("HORMONE_6_9M", Later).State.ShouldBe(DueState.Lost, "he may have been reached and not have come");
        called.Item("HORMONE_6_9M", Later).State.ShouldBe(DueState.Overdue);
    }

    [Fact]
    public void Three_failed_attempts_on_three_days_at_two_times_of_day_make_an_item_unreachable()
    {
        var day = Day0.PlusDays(42);
        DueState After(params Fact[] attempts) => CourseOf([Operated(Day0), .. attempts]).Item("CONTACT_6W", day.PlusDays(5)).State;

        After(Missed(day, 9), Missed(day.PlusDays(1), 9), Missed(day.PlusDays(2), 12)).ShouldBe(DueState.Unreachable);
        After(Missed(day, 9), Missed(day.PlusDays(1), 9), Missed(day.PlusDays(2), 11)).ShouldBe(DueState.Due, "one time of day");
        After(Missed(day, 9), Missed(day.PlusDays(1), 9), Missed(day.PlusDays(2), null)).ShouldBe(DueState.Due, "a time not known is no other time");
        After(Missed(day, 9), Missed(day.PlusDays(1), 9), Missed(day.PlusDays(1), 18)).ShouldBe(DueState.Due, "two days");
        After(Missed(day.PlusDays(-1), 9), Missed(day.PlusDays(1), 9), Missed(day.PlusDays(2), 18)).ShouldBe(DueState.Due, "the first was before the item's days");
    }

    [Fact]
    public void Being_reached_begins_the_count_anew_and_a_contact_that_satisfies_ends_it()
    {
        var day = Day0.PlusDays(42);
        Fact[] unreachable = [Operated(Day0), Missed(day, 9), Missed(day.PlusDays(1), 13), Missed(day.PlusDays(2), 18)];
        var reached = CourseOf([.. unreachable, Reached(day.PlusDays(3), ComplicationAnswer.NotAsked)]);
        var done = CourseOf([.. unreachable, Reached(day.PlusDays(3))]);

        CourseOf(unreachable).Item("CONTACT_6W", day.PlusDays(2)).State.ShouldBe(DueState.Unreachable);
        CourseOf(unreachable).Item("CONTACT_6W", day.PlusDays(1)).State.ShouldBe(DueState.Due);
        CourseOf(unreachable).Item("HORMONE_6_9M", day.PlusDays(2)).State.ShouldBe(DueState.Upcoming, "unreachable is a man for one item");
        reached.Item("CONTACT_6W", day.PlusDays(4)).State.ShouldBe(DueState.Due);
        reached.Item("CONTACT_6W", day.PlusDays(4)).Attempts.Count.ShouldBe(4);
        done.Item("CONTACT_6W", day.PlusDays(4)).State.ShouldBe(DueState.Satisfied);
    }
}
