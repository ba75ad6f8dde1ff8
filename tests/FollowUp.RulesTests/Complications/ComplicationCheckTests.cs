using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.RulesTests.Course;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Complications;

public sealed class ComplicationCheckTests
{
    private static readonly LocalDate Surgery = new(2026, 3, 5);

    private static readonly ComplicationCheck Check = new();

    [Theory]
    [InlineData("2026-03-10", true)]
    [InlineData("2026-03", true)]
    [InlineData("2026-03-11", false)]
    [InlineData("2026-04", false)]
    public void It_begins_before_it_is_detected(string onset, bool fine) =>
        Check.Says(Complication(new(2026, 3, 10), onset), Operated(Surgery)).ShouldBe(fine ? [] : ["OnsetAfterDetection onsetOn"]);

    [Theory]
    [InlineData("2026-03-04", false)]
    [InlineData("2026-03-05", true)]
    [InlineData("2026-02", false)]
    [InlineData("2026", true)]
    public void It_does_not_begin_before_the_operation_it_names(string onset, bool fine) =>
        Check.Says(Complication(new(2026, 3, 10), onset, Id(1)), Operated(Surgery)).ShouldBe(fine ? [] : ["BeforeProcedure onsetOn"]);

    [Fact]
    public void Without_an_onset_the_day_it_was_detected_is_judged() =>
        Check.Says(Complication(Surgery.PlusDays(-1), procedure: Id(1)), Operated(Surgery)).ShouldBe(["BeforeProcedure detectedOn"]);

    [Fact]
    public void Without_any_operation_by_then_it_needs_a_reason()
    {
        Check.Says(Complication(Surgery), Operated(Surgery)).ShouldBeEmpty();
        Check.Says(Complication(Surgery.PlusDays(-1)), Operated(Surgery)).ShouldBe(["NoOperation? procedureId"]);
        Check.Says(Complication(Surgery)).ShouldBe(["NoOperation? procedureId"]);
    }

    [Theory]
    [InlineData(ComplicationAnswer.None, true)]
    [InlineData(ComplicationAnswer.Some, false)]
    [InlineData(ComplicationAnswer.NotAsked, false)]
    public void A_contact_in_which_he_answered_none_contradicts_it(ComplicationAnswer answer, bool warns) =>
        Check.Says(Complication(Surgery) with { ContactId = Id(2) }, Operated(Surgery), Contact("2026-03-06") with { Complications = answer })
            .ShouldBe(warns ? ["ContactSaysNone? contactId"] : []);

    [Fact]
    public void A_grade_follows_its_complication()
    {
        var check = new GradeCheck();
        Fact[] course = [Operated(Surgery), Complication(Surgery.PlusDays(3), "2026-03-07")];

        check.Says(Graded(Id(2), ClavienDindo.II, new(2026, 3, 7)), course).ShouldBeEmpty();
        check.Says(Graded(Id(2), ClavienDindo.II, new(2026, 3, 6)), course).ShouldBe(["BeforeOnset gradedOn"]);
    }

    [Fact]
    public void R54_a_lower_grade_given_later_is_warned_about()
    {
        var check = new GradeCheck();
        Fact[] course = [Operated(Surgery), Complication(Surgery), Graded(Id(2), ClavienDindo.IIIa, Surgery)];

        check.Says(Graded(Id(2), ClavienDindo.IIIa, Surgery), course).ShouldBeEmpty();
        check.Says(Graded(Id(2), ClavienDindo.IIIb, Surgery), course).ShouldBeEmpty();
        check.Says(Graded(Id(2), ClavienDindo.II, Surgery), course).ShouldBe(["HigherGradeStands? grade"]);
        check.Says(Graded(Id(2), ClavienDindo.II, Surgery), [.. course, Retracted(Id(3))]).ShouldBeEmpty();
    }

    [Fact]
    public void Grade_V_means_a_recorded_death()
    {
        Fact[] course = [Operated(Surgery), Complication(Surgery)];

        new GradeCheck().Says(Graded(Id(2), ClavienDindo.V, Surgery), course).ShouldBe(["DeathNotRecorded? grade"]);
        new GradeCheck().Says(Graded(Id(2), ClavienDindo.V, Surgery), [.. course, Died("2026-03-05")]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void A_ctcae_grade_is_1_to_5(int grade, bool fine) =>
        new GradeCheck().Says(Graded(Id(2), ClavienDindo.I, Surgery) with { Ctcae = grade }, Operated(Surgery), Complication(Surgery))
            .ShouldBe(fine ? [] : ["GradeUnknown ctcae"]);

    [Fact]
    public void It_is_over_after_it_began()
    {
        Fact[] course = [Operated(Surgery), Complication(Surgery.PlusDays(3), "2026-03-07")];

        new ResolutionCheck().Says(new ComplicationResolved { ComplicationId = Id(2), ResolvedOn = new(2026, 3, 7) }, course).ShouldBeEmpty();
        new ResolutionCheck().Says(new ComplicationResolved { ComplicationId = Id(2), ResolvedOn = new(2026, 3, 6) }, course).ShouldBe(["BeforeOnset resolvedOn"]);
    }
}
