using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

/// <summary>What stands in the worklist and why, and the completeness counted above it.</summary>
public sealed class WorkDueTests
{
    private const string SixWeeks = "CONTACT_6W";

    private static readonly LocalDate Due = Day0.PlusDays(42);

    [Theory]
    [InlineData(ReminderOutcome.Accepted, false, WorkState.Due)]
    [InlineData(ReminderOutcome.Failed, false, WorkState.Failed, WorkState.Due)]
    [InlineData(ReminderOutcome.Uncertain, false, WorkState.Uncertain, WorkState.Due)]
    [InlineData(ReminderOutcome.Uncertain, true, WorkState.Uncertain)]
    [InlineData(ReminderOutcome.Failed, true)]
    public void A_message_in_doubt_needs_a_person_also_when_the_item_is_closed_and_a_failed_one_only_while_it_is_open(
        ReminderOutcome outcome, bool closed, params WorkState[] states)
    {
        var course = CourseOf(
        [
            Operated(Day0), Reached(Day0.PlusDays(1)), Reached(Day0.PlusDays(7)), Decided(SixWeeks, 1, Due), CameOf(Id(4), outcome),
            .. closed ? (Fact[])[Reached(Due.PlusDays(1))] : [],
        ]);

        WorkDue.Of(course, Terms, Due.PlusDays(2), FirstRecorded).States.ShouldBe(states);
        (course.Dates().WorkFrom <= Due.PlusDays(2)).ShouldBe(states.Length > 0, "the stored date finds him");
    }

    [Fact]
    public void A_state_or_a_step_asked_for_leaves_the_rest_out()
    {
        var due = WorkDue.Of(CourseOf(Operated(Day0)), Terms, Due, FirstRecorded);

        due.States.ShouldBe([WorkState.Overdue, WorkState.Due]);
        due.Only(WorkState.Overdue, null).Items.Select(item => item.Recall).ShouldBe(["CONTACT_24_48H", "CONTACT_1W"]);
        due.Only(null, SixWeeks).Items.ShouldHaveSingleItem();
        due.Only(WorkState.Overdue, SixWeeks).IsAny.ShouldBeFalse();
    }

    [Fact]
    public void Completeness_has_those_due_by_the_day_as_its_denominator_and_leaves_out_what_nobody_could_do_any_more()
    {
        var counts = new StepCounts(Standard);
        PatientCourse[] men =
        [
            CourseOf(Operated(Day0), Reached(Due)),
            CourseOf(Operated(Day0), Reached(Due.PlusDays(20))),
            CourseOf(Operated(Day0)),
            CourseOf(Operated(Day0), new PatientLostToFollowUp { DeclaredOn = Due.PlusDays(30) }),
            CourseOf(Operated(Day0), new PatientDied { DiedOn = PartialDate.Of(Due.PlusDays(-1)) }),
        ];
        foreach (var man in men)
        {
            counts.Add(man.ItemsOn(Due.PlusDays(40)), Due.PlusDays(40));
        }

        var step = counts.Steps.Single(each => each.Recall == SixWeeks);
        step.ShouldBe(new StepCompleteness(SixWeeks, Due: 4, Complete: 1, Late: 1, Open: 1, Lost: 1, Ended: 1));
        step.CompletePercent.ShouldBe(25m);
        counts.Steps.Single(each => each.Recall == "HORMONE_6_9M").ShouldSatisfyAllConditions(none => none.Due.ShouldBe(0), none => none.CompletePercent.ShouldBeNull());
    }
}
