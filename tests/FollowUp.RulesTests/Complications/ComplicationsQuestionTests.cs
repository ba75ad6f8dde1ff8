using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Course;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Complications;

public sealed class ComplicationsQuestionTests
{
    private static readonly LocalDate First = new(2025, 3, 5);

    private static readonly LocalDate Second = new(2026, 3, 5);

    [Fact]
    public void R54_the_highest_grade_counts_also_when_a_lower_one_was_given_later()
    {
        Fact[] course =
        [
            Operated(First),
            Complication(First.PlusDays(2)),
            Graded(Id(2), ClavienDindo.II, First.PlusDays(3)),
            Graded(Id(2), ClavienDindo.IIIb, First.PlusDays(4)) with { Disability = true },
            Graded(Id(2), ClavienDindo.I, First.PlusDays(90)),
        ];

        var answer = ComplicationsQuestion.Answer(Of(course)).ShouldHaveSingleItem();
        answer.Grade.ShouldBe(ClavienDindo.IIIb);
        answer.Disability.ShouldBe(true);
        answer.ExplainedBy.ShouldBe([Id(2), Id(1), Id(4)]);

        ComplicationsQuestion.Answer(Of([.. course, Retracted(Id(4))])).Single().Grade.ShouldBe(ClavienDindo.II);
        ComplicationsQuestion.Answer(Of([.. course, Corrected(Id(4), """{"grade":"I"}""")])).Single().Grade.ShouldBe(ClavienDindo.II);
    }

    [Fact]
    public void R55_without_a_grade_it_is_ungraded() =>
        ComplicationsQuestion.Answer(Of(Operated(First), Complication(First))).Single().Grade.ShouldBeNull();

    [Theory]
    [InlineData("2026-03-04", 1)]
    [InlineData("2026-03-05", 2)]
    [InlineData("2026-02", 1)]
    [InlineData("2026-03", 2)]
    [InlineData("2025", 1)]
    [InlineData("2026", 2)]
    [InlineData("2025-03-04", null)]
    public void R13_without_a_link_it_belongs_to_the_latest_operation_on_or_before_its_latest_possible_onset(string onset, int? operation) =>
        OperationOf(Complication(Second.PlusDays(9), onset)).ShouldBe(operation is { } n ? Id(n) : null);

    [Fact]
    public void R13_it_belongs_to_the_operation_it_names() => OperationOf(Complication(Second.PlusDays(9), "2026-03-08", Id(1))).ShouldBe(Id(1));

    [Fact]
    public void R53_without_an_onset_the_day_it_was_detected_counts()
    {
        OperationOf(Complication(Second)).ShouldBe(Id(2));
        OperationOf(Complication(Second.PlusDays(-1))).ShouldBe(Id(1));
    }

    [Fact]
    public void When_the_operation_it_names_is_retracted_it_belongs_to_the_latest_one_before_its_onset() =>
        ComplicationsQuestion.Answer(Of(Operated(First), Operated(Second), Complication(Second, procedure: Id(2)), Retracted(Id(2)))).Single().OperationId.ShouldBe(Id(1));

    [Fact]
    public void It_is_over_when_an_entry_says_so_that_was_not_retracted()
    {
        Fact[] course = [Operated(First), Complication(First), new ComplicationResolved { ComplicationId = Id(2), ResolvedOn = First.PlusDays(9) }];

        ComplicationsQuestion.Answer(Of(course)).Single().ResolvedOn.ShouldBe(First.PlusDays(9));
        ComplicationsQuestion.Answer(Of([.. course, Retracted(Id(3))])).Single().ResolvedOn.ShouldBeNull();
    }

    private static Guid? OperationOf(ComplicationReported complication) =>
        ComplicationsQuestion.Answer(Of(Operated(First), Operated(Second), complication)).Single().OperationId;
}
