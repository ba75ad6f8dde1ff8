using FollowUp.Course;

namespace FollowUp.RulesTests.Architecture;

public sealed class ArchitectureTests
{
    private static readonly IReadOnlyList<Code> Program = Code.In(typeof(PatientCourse).Assembly);

    private static readonly IReadOnlyList<Code> Offenders =
        [.. Code.In(typeof(ArchitectureTests).Assembly).Where(type => type.Name.Contains(".Offending", StringComparison.Ordinal))];

    [Fact]
    public void Rules_see_the_course_and_their_own_folder_only()
    {
        Laws.Rules(Program).Count().ShouldBeGreaterThan(100);
        Laws.RulesThatSeeMore(Program).ShouldBeEmpty();
        Laws.RulesThatSeeMore(Offenders).ShouldContain("FollowUp.Offending.Rules.OffendingRule uses System.IO.File.ReadAllText");
    }

    [Fact]
    public void Rules_know_no_clock_and_make_no_ids()
    {
        Laws.RulesThatAskTheClock(Program).ShouldBeEmpty();
        Laws.RulesThatAskTheClock(Offenders).ShouldBe(
        [
            "FollowUp.Offending.Rules.OffendingRule uses NodaTime.IClock",
            "FollowUp.Offending.Rules.OffendingRule uses NodaTime.IClock.GetCurrentInstant",
            "FollowUp.Offending.Rules.OffendingRule uses System.Guid.NewGuid",
        ]);
    }

    [Fact]
    public void No_room_sees_one_above_or_beside_it()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(Environment.NewLine, Laws.Arrows(Program)));
        Laws.CodeThatSeesTooMuch(Program).ShouldBeEmpty();
        Laws.CodeThatSeesTooMuch(Offenders).ShouldBe(
        [
            "FollowUp.OffendingToo.OffendingActivity uses FollowUp.Offending.Rules.OffendingRule.Ids",
            "FollowUp.Platform.OffendingPlatform uses FollowUp.Offending.Rules.OffendingRule.Ids",
        ]);
    }

    [Fact]
    public void No_projection_asks_the_clock()
    {
        Laws.Projections(Program).ShouldNotBeEmpty();
        Laws.ProjectionsThatAskTheClock(Program).ShouldBeEmpty();
        Laws.ProjectionsThatAskTheClock(Offenders).ShouldContain("FollowUp.OffendingToo.OffendingProjection uses NodaTime.IClock.GetCurrentInstant");
    }

    [Fact]
    public void No_job_runs_twice_at_once()
    {
        Laws.JobsThatRunTwiceAtOnce(Program).ShouldBeEmpty();
        Laws.JobsThatRunTwiceAtOnce(Offenders).ShouldBe(["FollowUp.OffendingToo.OffendingJob needs [DisallowConcurrentExecution]"]);
    }

    [Fact]
    public void Marten_s_tables_are_named_only_in_the_classes_for_statements_of_our_own() => System.IO.Directory
        .EnumerateFiles(Path.Combine(Golden.Repository.Root, "src", "FollowUp"), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("Sql.cs", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
        .Where(file => File.ReadAllText(file) is var text && (text.Contains("mt_doc_", StringComparison.Ordinal) || text.Contains("mt_events", StringComparison.Ordinal)
            || text.Contains("mt_streams", StringComparison.Ordinal) || text.Contains("mt_event_progression", StringComparison.Ordinal)))
        .ShouldBeEmpty();
}
