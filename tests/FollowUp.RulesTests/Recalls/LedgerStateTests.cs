using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recording.Commands;
using FollowUp.RulesTests.Course;
using NodaTime;
using static FollowUp.Recalls.Rules.Messages.LedgerState;

namespace FollowUp.RulesTests.Recalls;

public sealed class LedgerStateTests
{
    private static readonly LocalDate Day = new(2026, 11, 23);

    [Theory]
    [InlineData(Claimed, Delivered, true)]
    [InlineData(HandedOver, Accepted, true)]
    [InlineData(HandedOver, Delivered, true)]
    [InlineData(Accepted, Delivered, true)]
    [InlineData(Accepted, Failed, true)]
    [InlineData(Accepted, Claimed, false)]
    [InlineData(Accepted, Uncertain, false)]
    [InlineData(Uncertain, Accepted, true)]
    [InlineData(Uncertain, Claimed, true)]
    [InlineData(Uncertain, Uncertain, false)]
    [InlineData(Delivered, Accepted, false)]
    [InlineData(Delivered, Failed, false)]
    [InlineData(Failed, Claimed, false)]
    [InlineData(Cancelled, Accepted, false)]
    [InlineData(Superseded, Claimed, false)]
    public void What_is_known_better_is_not_undone_by_what_comes_late(LedgerState from, LedgerState to, bool may) =>
        LedgerStates.MayFollow(from, to).ShouldBe(may);

    [Theory]
    [InlineData(Gate.Died, Cancelled)]
    [InlineData(Gate.NoConsent, Cancelled)]
    [InlineData(Gate.AlreadySatisfied, Cancelled)]
    [InlineData(Gate.Superseded, Superseded)]
    [InlineData(Gate.NotYetDue, Superseded)]
    [InlineData(Gate.NothingDue, Superseded)]
    public void A_plan_that_moved_on_supersedes_and_a_closed_gate_cancels(Gate gate, LedgerState state) =>
        LedgerStates.Of(ReminderOutcome.Cancelled, [gate]).ShouldBe(state);

    [Theory]
    [InlineData(0, 1, 13, false)]
    [InlineData(0, 1, 14, true)]
    [InlineData(0, 0, 0, false)]
    public void Three_messages_in_fourteen_days_are_all_a_man_gets_whatever_asks_for_them(int first, int second, int asked, bool allowed)
    {
        var cap = new MessageCap(Most: 3, Days: 14);
        var course = Courses.Of(Message(1, first), Message(2, second), Message(1, second, "HORMONE_6_9M"));

        cap.Allows(course, Day.PlusDays(asked)).ShouldBe(allowed);
        cap.Allows(course, Day.PlusDays(asked), course.Log[0].Id).ShouldBeTrue("a message does not count against itself");
    }

    [Fact]
    public void A_message_that_was_cancelled_does_not_count()
    {
        var course = Courses.Of(Message(1, 0), Message(2, 0), Message(3, 0));
        course = course.With(new FollowUp.Course.Entry(Guid.NewGuid(), course.Version + 1, Checking.Now, "job:reminders", new ReminderOutcomeReported
        {
            ReminderId = course.Log[0].Id, Outcome = ReminderOutcome.Cancelled, At = Checking.Now,
        }));

        new MessageCap(Most: 3, Days: 14).Allows(course, Day).ShouldBeTrue();
    }

    private static ReminderDecided Message(int occurrence, int days, string recall = "CONTACT_6W") => new()
    {
        Recall = recall, ProcedureId = Guid.Empty, Occurrence = occurrence, Channel = Channel.Email, DecidedOn = Day.PlusDays(days), Protocol = "standard-1",
    };
}
