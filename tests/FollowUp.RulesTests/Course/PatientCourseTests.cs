using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course;

public sealed class PatientCourseTests
{
    private static readonly LocalDate Day = new(2026, 3, 5);

    private static readonly Fact First = Weight(Day, 70);

    /// <summary>Retractions of entry 1 and of one another, by the entries they name, and whether entry 1 stands after them.</summary>
    public static TheoryData<int[], bool> Retractions => new()
    {
        { [], true },
        { [1], false },
        { [1, 2], true },
        { [1, 2, 3], false },
        { [1, 1], false },
        { [1, 1, 2], false },
        { [1, 1, 3], false },
        { [1, 1, 2, 3], true },
        { [1, 2, 1], false },
    };

    [Theory]
    [MemberData(nameof(Retractions))]
    public void R09_an_entry_is_back_only_when_every_retraction_of_it_is_itself_retracted(int[] retracts, bool stands)
    {
        var course = Of([First, .. retracts.Select(entry => Retracted(Id(entry)))]);

        course.Standing.Select(standing => standing.Id).ShouldBe(stands ? [Id(1)] : []);
    }

    [Fact]
    public void R01_the_latest_recorded_correction_wins_field_by_field()
    {
        var course = Of(
            Operated(Day) with { SurgeonId = "D-1", Closure = "Vicryl 4/0" },
            Corrected(Id(1), """{"surgeonId":"D-2","closure":null}"""),
            Corrected(Id(1), """{"surgeonId":"D-3"}"""));

        var standing = course.Of<ProcedurePerformed>().Single();

        standing.Fact.SurgeonId.ShouldBe("D-3");
        standing.Fact.Closure.ShouldBeNull();
        standing.CorrectedBy.ShouldBe([Id(2), Id(3)]);
        ((ProcedurePerformed)standing.Entry.Fact).SurgeonId.ShouldBe("D-1");
    }

    [Fact]
    public void R01_retracting_a_correction_brings_the_field_back_that_it_changed()
    {
        Fact[] corrected = [First, Corrected(Id(1), """{"kilograms":71}"""), Corrected(Id(1), """{"kilograms":72}""")];

        Kilograms(Of([.. corrected, Retracted(Id(3))])).ShouldBe(71);
        Kilograms(Of([.. corrected, Retracted(Id(2))])).ShouldBe(72);
        Kilograms(Of([.. corrected, Retracted(Id(2)), Retracted(Id(3))])).ShouldBe(70);
        Kilograms(Of([.. corrected, Retracted(Id(3)), Retracted(Id(4))])).ShouldBe(72);
    }

    [Fact]
    public void R01_retracting_an_entry_removes_it_with_its_corrections()
    {
        var course = Of(First, Corrected(Id(1), """{"kilograms":71}"""), Retracted(Id(1)));

        course.Standing.ShouldBeEmpty();
        Kilograms(course.With(new Entry(Id(9), 9, FirstRecorded + Duration.FromHours(1), "nurse-1", Retracted(Id(3))))).ShouldBe(71);
    }

    [Fact]
    public void A_corrected_date_moves_the_fact_to_its_place_in_the_clinical_order()
    {
        var course = Of(Weight(Day, 70), Weight(Day.PlusDays(1), 71), Corrected(Id(1), """{"measuredOn":"2026-03-07"}"""));

        course.Standing.Select(standing => standing.Id).ShouldBe([Id(2), Id(1)]);
    }

    [Fact]
    public void R03_as_of_includes_what_was_recorded_exactly_then()
    {
        var course = Of(First, Corrected(Id(1), """{"kilograms":71}"""), Retracted(Id(1)));

        course.AsOf(FirstRecorded - Duration.Epsilon).Standing.ShouldBeEmpty();
        Kilograms(course.AsOf(FirstRecorded)).ShouldBe(70);
        Kilograms(course.AsOf(FirstRecorded + Duration.FromMinutes(1) - Duration.Epsilon)).ShouldBe(70);
        Kilograms(course.AsOf(FirstRecorded + Duration.FromMinutes(1))).ShouldBe(71);
        course.AsOf(FirstRecorded + Duration.FromMinutes(2)).Standing.ShouldBeEmpty();
    }

    [Fact]
    public void Facts_stand_by_day_then_the_more_exact_then_by_time_then_by_id()
    {
        var course = Of(
            Contact("2026-03-05"),
            Contact("2026-03-05T10:00"),
            Contact("2026-03-05T09:00"),
            Contact("2026-03-05T09:00"),
            Earlier("2026-03"),
            Earlier("2026"),
            Earlier(null),
            Earlier("2026-03-05"));

        course.Standing.Select(standing => standing.Id)
            .ShouldBe([Id(7), Id(6), Id(5), Id(3), Id(4), Id(2), Id(1), Id(8)]);
    }

    [Fact]
    public void What_names_no_entry_changes_nothing()
    {
        var course = Of(First, Retracted(Id(99)), Corrected(Id(99), """{"kilograms":71}"""));

        Kilograms(course).ShouldBe(70);
        course.Version.ShouldBe(3);
    }

    private static decimal Kilograms(PatientCourse course) => course.Of<WeightMeasured>().Single().Fact.Kilograms;
}
