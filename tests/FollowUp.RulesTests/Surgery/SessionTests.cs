using FollowUp.Complications.Rules;
using FollowUp.Course;
using FollowUp.Recording.Commands;
using FollowUp.Reports.Tables;
using FollowUp.Surgery.Facts;
using FollowUp.Surgery.Rules;
using NodaTime;
using static FollowUp.RulesTests.Course.Checking;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Surgery;

/// <summary>What is done on one day is one session (R12), and a complication whose operation was retracted is marked (R13).</summary>
public sealed class SessionTests
{
    private static readonly LocalDate Day = new(2026, 1, 15);

    private static ProcedurePerformed Part(Side side, RetrievalOutcome outcome, LocalDate? on = null) =>
        Operated(on ?? Day) with { Side = side, Outcome = outcome };

    [Theory]
    [InlineData(RetrievalOutcome.NotFound, RetrievalOutcome.SpermFound, RetrievalOutcome.SpermFound)]
    [InlineData(RetrievalOutcome.SpermFound, RetrievalOutcome.Unknown, RetrievalOutcome.SpermFound)]
    [InlineData(RetrievalOutcome.NotFound, RetrievalOutcome.Unknown, RetrievalOutcome.Unknown)]
    [InlineData(RetrievalOutcome.NotFound, RetrievalOutcome.NotFound, RetrievalOutcome.NotFound)]
    public void Two_sides_of_one_day_are_one_operation_found_if_either_found(RetrievalOutcome left, RetrievalOutcome right, RetrievalOutcome together)
    {
        var only = OperationsQuestion.Answer(Of(Part(Side.Left, left), Part(Side.Right, right))).ShouldHaveSingleItem();

        (only.Id, only.Number, only.Outcome, only.Salvage).ShouldBe((Id(1), 1, together, false));
        only.ExplainedBy.ShouldBe([Id(1), Id(2)]);
    }

    [Fact]
    public void The_next_operation_is_the_second_and_is_salvage_against_the_session_of_an_earlier_day()
    {
        var answers = OperationsQuestion.Answer(Of(
            Part(Side.Left, RetrievalOutcome.NotFound), Part(Side.Right, RetrievalOutcome.NotFound),
            Part(Side.Left, RetrievalOutcome.SpermFound, Day.PlusMonths(8))));

        answers.Select(answer => (answer.Number, answer.Salvage, answer.DaysSincePrevious)).ShouldBe([(1, false, null), (2, true, 243)]);
    }

    [Fact]
    public void A_session_is_named_by_its_first_entry_whatever_the_ids_and_by_the_second_once_that_is_retracted()
    {
        var session = Of(Part(Side.Left, RetrievalOutcome.NotFound), Part(Side.Right, RetrievalOutcome.NotFound), Retracted(Id(1)));

        Operation.AllIn(session).Select(operation => operation.Id).ShouldBe([Id(2)]);
    }

    [Fact]
    public void An_entry_from_elsewhere_on_the_same_day_does_not_take_over_the_operation_done_here()
    {
        var operation = Operation.AllIn(Of(Earlier("2026-01-15", ProcedureType.TESA), Operated(Day))).ShouldHaveSingleItem();

        (operation.Id, operation.Here, operation.Type).ShouldBe((Id(2), true, ProcedureType.MTESE));
        Operation.ClocksIn(Of(Earlier("2026-01-15", ProcedureType.TESA), Operated(Day))).ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_partly_dated_operations_are_not_one_session() =>
        Operation.AllIn(Of(Earlier("2020"), Earlier("2020"))).Select(operation => operation.Number).ShouldBe([1, 2]);

    [Fact]
    public void The_reports_of_both_entries_are_the_histology_of_the_session()
    {
        var course = Of(
            Part(Side.Left, RetrievalOutcome.NotFound), Part(Side.Right, RetrievalOutcome.NotFound),
            new HistologyReported { ProcedureId = Id(1), Side = Side.Left, Pattern = Histology.SCOS },
            new HistologyReported { ProcedureId = Id(2), Side = Side.Right, Pattern = Histology.MA });

        OperationsQuestion.Answer(course)[0].Histology.Components.ShouldBe([Histology.SCOS, Histology.MA]);
        new HistologyCheck().Says(
            new HistologyReported { ProcedureId = Id(1), Side = Side.Right, Pattern = Histology.SCOS },
            Part(Side.Left, RetrievalOutcome.NotFound), Part(Side.Right, RetrievalOutcome.NotFound)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_second_entry_of_the_day_is_asked_about_and_is_no_short_interval(int days, bool same)
    {
        var second = Operated(Day.PlusDays(days));

        new SameOperationDay().Says(second, Operated(Day)).ShouldBe(same ? ["SameOperationDay? performedOn"] : []);
        new IntervalBelow6Months().Says(second, Operated(Day)).ShouldBe(same ? [] : ["IntervalBelow6Months? performedOn"]);
        new SameOperationDay().Says(Earlier("2026-01-15"), Operated(Day)).ShouldBe(["SameOperationDay? performedOn"]);
        new SameOperationDay().Says(Earlier("2026-01"), Operated(Day)).ShouldBeEmpty();
    }

    [Fact]
    public void R13_a_complication_whose_operation_was_retracted_is_marked_until_somebody_names_one()
    {
        Fact[] facts = [Operated(Day), Operated(Day.PlusMonths(8)), Complication(Day.PlusMonths(9), procedure: Id(2))];

        var named = ComplicationsQuestion.Answer(Of(facts)).ShouldHaveSingleItem();
        var retracted = ComplicationsQuestion.Answer(Of([.. facts, Retracted(Id(2))])).ShouldHaveSingleItem();
        var renamed = ComplicationsQuestion.Answer(Of([.. facts, Retracted(Id(2)), Corrected(Id(3), $$"""{"procedureId":"{{Id(1)}}"}""")])).ShouldHaveSingleItem();

        (named.OperationId, named.OperationRetracted).ShouldBe((Id(2), false));
        (retracted.OperationId, retracted.OperationRetracted).ShouldBe((Id(1), true));
        (renamed.OperationId, renamed.OperationRetracted).ShouldBe((Id(1), false));
    }

    [Fact]
    public void R13_a_complication_that_names_the_second_entry_of_a_session_belongs_to_it() =>
        ComplicationsQuestion.Answer(Of(
            Part(Side.Left, RetrievalOutcome.NotFound), Part(Side.Right, RetrievalOutcome.NotFound), Complication(Day.PlusDays(3), procedure: Id(2))))
            .Select(complication => (complication.OperationId, complication.OperationRetracted)).ShouldBe([(Id(1), false)]);
}
