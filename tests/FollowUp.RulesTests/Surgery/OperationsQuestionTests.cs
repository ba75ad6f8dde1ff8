using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using FollowUp.Surgery.Rules;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Surgery;

public sealed class OperationsQuestionTests
{
    private static readonly LocalDate Day = new(2026, 3, 5);

    [Fact]
    public void R70_R71_an_operation_has_its_number_and_the_previous_technique_and_histology()
    {
        var course = Of(
            Earlier("2025-08-31"),
            Operated(new(2026, 3, 1)) with { Outcome = RetrievalOutcome.SpermFound },
            Report(1, Side.Left, Histology.SCOS),
            Report(2, Side.Left, Histology.HS));

        var second = OperationsQuestion.Answer(course)[1];

        second.Number.ShouldBe(2);
        second.Salvage.ShouldBeTrue();
        second.PreviousTechnique.ShouldBe(ProcedureType.CTESE);
        second.PreviousHistology!.Pattern.ShouldBe(Histology.SCOS);
        second.Histology.Pattern.ShouldBe(Histology.HS);
        second.DaysSincePrevious.ShouldBe(182);
        second.ExplainedBy.ShouldBe([Id(2), Id(1), Id(4), Id(3)]);
    }

    [Fact]
    public void The_first_operation_has_no_previous_one()
    {
        var only = OperationsQuestion.Answer(Of(Operated(Day))).ShouldHaveSingleItem();

        only.Number.ShouldBe(1);
        only.Salvage.ShouldBeFalse();
        only.PreviousTechnique.ShouldBeNull();
        only.PreviousHistology.ShouldBeNull();
        only.DaysSincePrevious.ShouldBeNull();
        only.Histology.Pattern.ShouldBe(Histology.UNKNOWN);
    }

    [Theory]
    [InlineData(ProcedureType.MTESE, RetrievalOutcome.NotFound, true)]
    [InlineData(ProcedureType.MTESE, RetrievalOutcome.SpermFound, false)]
    [InlineData(ProcedureType.MTESE, RetrievalOutcome.Unknown, false)]
    [InlineData(ProcedureType.CTESE, RetrievalOutcome.NotFound, false)]
    public void Salvage_is_a_microdissection_after_a_retrieval_that_found_none(ProcedureType type, RetrievalOutcome earlier, bool salvage) =>
        OperationsQuestion.Answer(Of(Earlier("2019", outcome: earlier), Operated(Day, type)))[1].Salvage.ShouldBe(salvage);

    [Fact]
    public void An_earlier_failure_counts_also_when_a_success_came_between() =>
        OperationsQuestion.Answer(Of(Earlier("2018"), Earlier("2019", outcome: RetrievalOutcome.SpermFound), Operated(Day)))[2].Salvage.ShouldBeTrue();

    [Fact]
    public void R12_R71_of_one_day_the_microdissection_is_the_previous_technique_before_the_biopsy_before_the_needle()
    {
        var last = OperationsQuestion.Answer(Of(
            Earlier("2019-05-02", ProcedureType.MTESE), Earlier("2019-05-02", ProcedureType.CTESE), Earlier("2019-05-02", ProcedureType.TESA), Operated(Day)))[1];

        last.PreviousTechnique.ShouldBe(ProcedureType.MTESE);
        OperationsQuestion.Answer(Of(Earlier("2019-05-01", ProcedureType.MTESE), Earlier("2019-05-02", ProcedureType.TESA), Operated(Day)))[2]
            .PreviousTechnique.ShouldBe(ProcedureType.TESA);
    }

    [Fact]
    public void R71_histology_that_differs_between_sides_is_mixed_with_its_components()
    {
        Pattern(Report(1, Side.Left, Histology.SCOS), Report(1, Side.Right, Histology.HS)).ShouldBe((Histology.MIXED, "SCOS HS"));
        Pattern(Report(1, Side.Left, Histology.SCOS), Report(1, Side.Right, Histology.SCOS)).ShouldBe((Histology.SCOS, ""));
        Pattern(Report(1, Side.Left, Histology.SCOS), Report(1, Side.Right, Histology.UNKNOWN)).ShouldBe((Histology.SCOS, ""));
        Pattern(Report(1, Side.Left, Histology.MIXED) with { Components = [Histology.HS, Histology.MA] }, Report(1, Side.Right, Histology.MA))
            .ShouldBe((Histology.MIXED, "MA HS"));
        Pattern(Report(1, Side.Left, Histology.UNKNOWN)).ShouldBe((Histology.UNKNOWN, ""));

        static (Histology, string) Pattern(params HistologyReported[] reports)
        {
            var finding = OperationsQuestion.Answer(Of([Operated(Day), .. reports]))[0].Histology;
            return (finding.Pattern, string.Join(' ', finding.Components));
        }
    }

    [Fact]
    public void An_interval_is_known_only_between_full_dates_and_an_undated_operation_has_no_dates()
    {
        var answers = OperationsQuestion.Answer(Of(Earlier(null), Earlier("2019"), Operated(Day)));

        answers[0].Earliest.ShouldBeNull();
        answers[0].Latest.ShouldBeNull();
        answers[1].Earliest.ShouldBe(new LocalDate(2019, 1, 1));
        answers[1].Latest.ShouldBe(new LocalDate(2019, 12, 31));
        answers[2].DaysSincePrevious.ShouldBeNull();
    }

    private static HistologyReported Report(int procedure, Side side, Histology pattern) =>
        new() { ProcedureId = Id(procedure), Side = side, Pattern = pattern };
}
