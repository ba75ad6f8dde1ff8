using FollowUp.Course;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

/// <summary>The coming weeks: the plan's items first, then assumed operations, with the calls between everybody and nobody reached.</summary>
public sealed class SimulationTests
{
    private static readonly RecallTerms Second = Terms with { Protocol = Protocol.Of("standard-2") };

    [Fact]
    public void The_first_weeks_hold_exactly_the_open_items_of_the_plan()
    {
        var men = Enumerable.Range(0, 60).Select(i => CourseOf(Operated(Day0.PlusDays(-i * 5)), Consent(Day0))).ToList();
        var simulation = new Simulation(Second, Day0, 4);
        men.ForEach(man => simulation.Add(DueItems.In(man, Second, Day0)));

        var planned = men.SelectMany(man => DueItems.In(man, Second, Day0)).Where(item => item.IsOpen && item.Due >= Day0 && item.Due < Day0.PlusDays(28)).ToList();
        simulation.Weeks.SelectMany(week => week.Due.Select(step => (week.From, step.Key, step.Value))).ShouldBe(
            planned.GroupBy(item => (Week: Day0.PlusDays(Period.DaysBetween(Day0, item.Due) / 7 * 7), item.Recall)).Select(step => (step.Key.Week, step.Key.Recall, step.Count())),
            ignoreOrder: true);
        simulation.Backlog.ShouldBe(men.SelectMany(man => DueItems.In(man, Second, Day0)).Count(item => item.IsOpen && item.Due < Day0));
        planned.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Assumed_men_fall_due_by_the_protocol_after_operations_spread_evenly()
    {
        var simulation = new Simulation(Second, Day0, 10);

        simulation.Assume(2m, Istanbul).ShouldBe(20);
        simulation.Weeks.Sum(week => week.AssumedDue.GetValueOrDefault("CONTACT_24_48H")).ShouldBe(20);
        simulation.Weeks[6].AssumedDue["CONTACT_6W"].ShouldBe(2, "42 days after the operations of the first week");
        simulation.Weeks[5].AssumedDue.ShouldNotContainKey("CONTACT_6W");
        simulation.Weeks.ShouldAllBe(week => week.Due.Count == 0);
        new Simulation(Second, Day0, 4).Assume(0.4m, Istanbul).ShouldBe(1, "a part of an operation is none");
    }

    [Fact]
    public void The_calls_lie_between_everybody_reached_at_once_and_nobody_reached_at_all()
    {
        var simulation = new Simulation(Second, Day0, 10);
        simulation.Add(DueItems.In(CourseOf(Operated(Day0), Consent(Day0)), Second, Day0));

        // One call each for 24-48 h, one week and six weeks; three each when nobody answers, at six weeks after two messages.
        simulation.Weeks.Sum(week => week.FewestCalls).ShouldBe(3);
        simulation.Weeks.Sum(week => week.MostCalls).ShouldBe(9);
        simulation.Weeks.Select(week => week.Messages).ShouldBe([0, 0, 0, 0, 0, 0, 1, 1, 0, 0], "of day 42 and 49");
        simulation.Weeks[6].MostCalls.ShouldBe(0, "the messages of day 42 and 49 come first");
        simulation.Weeks[7].MostCalls.ShouldBe(3);
    }

    [Fact]
    public void What_was_called_in_vain_already_is_not_called_again_and_what_is_closed_not_at_all()
    {
        var simulation = new Simulation(Second, Day0.PlusDays(9), 2);
        simulation.Add(DueItems.In(CourseOf(Operated(Day0), Reached(Day0.PlusDays(1)), Missed(Day0.PlusDays(8), 10)), Second, Day0.PlusDays(9)));

        simulation.Backlog.ShouldBe(1);
        simulation.Weeks.Sum(week => week.MostCalls).ShouldBe(2, "two more days for the week's call");
    }
}
