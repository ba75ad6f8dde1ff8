using FollowUp.Course;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course;

public sealed class OperationTests
{
    [Fact]
    public void R70_every_earlier_operation_counts_elsewhere_and_undated_too()
    {
        var operations = Operation.AllIn(Of(Operated(new(2026, 3, 5)), Earlier("2019"), Earlier(null)));

        operations.Select(operation => (operation.Id, operation.Number)).ShouldBe([(Id(3), 1), (Id(2), 2), (Id(1), 3)]);
        operations.Select(operation => operation.IsDated).ShouldBe([false, true, true]);
    }

    [Fact]
    public void R12_two_entries_of_one_day_are_one_operation_of_the_earliest_induction()
    {
        var day = new LocalDate(2026, 3, 5);
        var course = Of(Operated(day) with { InductionAt = new(14, 0) }, Operated(day) with { InductionAt = new(9, 0) });

        var session = Operation.AllIn(course).ShouldHaveSingleItem();
        (session.Id, session.InductionAt).ShouldBe((Id(1), new LocalTime(9, 0)));
        session.Entries.ShouldBe([Id(1), Id(2)]);
    }

    [Fact]
    public void A_clock_ends_with_the_next_operation_also_one_elsewhere()
    {
        var clocks = Operation.ClocksIn(Of(Operated(new(2025, 3, 5)), Earlier("2025-12"), Operated(new(2026, 3, 5))));

        clocks.Select(clock => (clock.Index.Id, clock.Next?.Id)).ShouldBe([(Id(1), Id(2)), (Id(3), null)]);
    }

    [Fact]
    public void A_retracted_operation_counts_no_more() =>
        Operation.AllIn(Of(Operated(new(2025, 3, 5)), Operated(new(2026, 3, 5)), Retracted(Id(1))))
            .ShouldHaveSingleItem().Number.ShouldBe(1);
}
