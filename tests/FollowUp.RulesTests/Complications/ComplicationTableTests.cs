using System.Globalization;
using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Reports.Making;
using FollowUp.RulesTests.Course;
using FollowUp.RulesTests.Golden;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Complications;

public sealed class ComplicationTableTests
{
    [Fact]
    public void The_index_of_grades_is_that_of_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("index.csv", "Complications"))
        {
            var grades = row["grades"].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ClavienDindo>);

            Printed(ComprehensiveComplicationIndex.Of(grades)).ShouldBe(row["index"], row.ToString());
        }
    }

    [Fact]
    public void A_window_is_covered_and_counted_as_in_the_golden_table()
    {
        foreach (var row in GoldenTable.Rows("windows.csv", "Complications"))
        {
            var window = ComplicationWindowsQuestion.Answer(Stories.Course(row["told"]))[0].Windows.Single(each => each.Window.ToString() == row["window"]);

            Places(window.Complications).ShouldBe(row["complications"], row.ToString());
            Places(window.CoveredBy).ShouldBe(row["covered by"], row.ToString());
            window.Covered.ShouldBe(window.CoveredBy.Count > 0);
            (window.Missing?.ToString() ?? Printed(window.ComprehensiveComplicationIndex!.Value)).ShouldBe(row["index"], row.ToString());
            (window.Missing is null).ShouldBe(window.ComprehensiveComplicationIndex is not null, row.ToString());
        }
    }

    [Fact]
    public void The_facts_propose_what_the_golden_table_says()
    {
        foreach (var row in GoldenTable.Rows("proposals.csv", "Complications"))
        {
            var proposed = ProposedComplicationsQuestion.Answer(Stories.Course(row["told"]));

            string.Join(", ", proposed.Select(proposal => $"{proposal.Type} {proposal.Side} {proposal.State}")).ShouldBe(row["proposed"], row.ToString());
        }
    }

    [Fact]
    public void A_window_names_its_last_day_and_how_long_he_was_followed()
    {
        var windows = ComplicationWindowsQuestion.Answer(Stories.Course("operated 2026-01-15 | contact 2026-03-01 None")).Single().Windows;

        windows.Select(window => window.LastDay).ShouldBe([new LocalDate(2026, 2, 14), new LocalDate(2026, 2, 26), new LocalDate(2026, 4, 15), null]);
        windows.Select(window => window.FollowedDays).ShouldBe([45, 45, null, 45]);
    }

    [Fact]
    public void Each_operation_has_its_own_windows_covered_or_not_and_one_elsewhere_has_none() =>
        ComplicationWindowsQuestion.Answer(Stories.Course("elsewhere 2019 | operated 2025-01-15 | operated 2026-01-15 | contact 2026-03-01 None"))
            .Select(operation => (operation.Number, operation.Windows[0].Covered)).ShouldBe([(2, false), (3, true)]);

    [Fact]
    public void Testosterone_begun_before_the_second_operation_is_proposed_for_the_first_only() =>
        ProposedComplicationsQuestion.Answer(Stories.Course("operated 2025-01-15 | operated 2026-01-15 | drug TestosteroneGel 2025-06-01"))
            .Select(proposal => proposal.OperationId).ShouldBe([Id(1)]);

    [Fact]
    public void Expected_mild_pain_is_a_pain_episode_and_no_complication()
    {
        var course = Stories.Course("operated 2026-01-15 | pain 2026-01-16 nrs=3 site=LowerAbdomen | contact 2026-02-26 None");

        ComplicationsQuestion.Answer(course).ShouldBeEmpty();
        ComplicationWindowsQuestion.Answer(course).Single().Windows[1].ComprehensiveComplicationIndex.ShouldBe(0);
        ProposedComplicationsQuestion.Answer(course).ShouldBeEmpty();
    }

    [Fact]
    public void A_grade_says_who_gave_it_whether_they_operated_and_which_one_counts()
    {
        var course = Courses.Of(
            Facts.Operated(new(2026, 1, 15)),
            Facts.Complication(new(2026, 1, 17)),
            Facts.Graded(Id(2), ClavienDindo.II, new(2026, 1, 18)) with { GradedBy = "D-002", RoleInSurgery = RoleInSurgery.Operated },
            Facts.Graded(Id(2), ClavienDindo.II, new(2026, 3, 18)) with { Disability = true, RoleInSurgery = RoleInSurgery.NotInvolved });

        var complication = ComplicationsQuestion.Answer(course).Single();

        complication.Grades.Select(grade => (grade.GradedBy, grade.RoleInSurgery, grade.Counts)).ShouldBe(
            [("D-002", RoleInSurgery.Operated, false), ("nurse-1", RoleInSurgery.NotInvolved, true)]);
        complication.Disability.ShouldBe(true, "of equal grades the latest and its suffix count");
    }

    private static string Printed(decimal index) => Math.Round(index, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Places(IEnumerable<Guid> ids) => string.Join(' ', ids.Select(id => BitConverter.ToInt32(id.ToByteArray())));
}
