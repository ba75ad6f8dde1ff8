using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.RulesTests.Course;
using FollowUp.Surgery.Facts;
using FollowUp.Surgery.Rules;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Surgery;

public sealed class HistologyCheckTests
{
    private static readonly HistologyCheck Check = new();

    private static readonly HistologyReported Report = new() { ProcedureId = Id(1), Side = Side.Left, Pattern = Histology.SCOS };

    [Theory]
    [InlineData(Histology.SCOS, new Histology[0], null)]
    [InlineData(Histology.SCOS, new[] { Histology.HS }, "ComponentsWithoutMixed components")]
    [InlineData(Histology.MIXED, new[] { Histology.SCOS, Histology.HS }, null)]
    [InlineData(Histology.MIXED, new Histology[0], "MixedNeedsComponents components")]
    [InlineData(Histology.MIXED, new[] { Histology.SCOS }, "MixedNeedsComponents components")]
    [InlineData(Histology.MIXED, new[] { Histology.SCOS, Histology.SCOS }, "MixedNeedsComponents components")]
    [InlineData(Histology.MIXED, new[] { Histology.SCOS, Histology.MIXED }, "MixedNeedsComponents components")]
    [InlineData(Histology.MIXED, new[] { Histology.SCOS, Histology.UNKNOWN }, "MixedNeedsComponents components")]
    public void A_mixed_pattern_names_at_least_two_components(Histology pattern, Histology[] components, string? says) =>
        Check.Says(Report with { Pattern = pattern, Components = components }, Operated(new(2026, 6, 1))).ShouldBe(says is null ? [] : [says]);

    [Theory]
    [InlineData(Side.Left, Side.Left, true)]
    [InlineData(Side.Left, Side.Right, false)]
    [InlineData(Side.Left, Side.Both, false)]
    [InlineData(Side.Left, Side.Unknown, true)]
    [InlineData(Side.Both, Side.Right, true)]
    [InlineData(Side.Both, Side.Both, true)]
    [InlineData(Side.Unknown, Side.Right, true)]
    public void It_is_of_a_side_that_was_opened(Side opened, Side side, bool fine)
    {
        Check.Says(Report with { Side = side }, Operated(new(2026, 6, 1)) with { Side = opened }).ShouldBe(fine ? [] : ["SideNotOpened side"]);
        Check.Says(Report with { Side = side }, Earlier("2019") with { Side = opened }).ShouldBe(fine ? [] : ["SideNotOpened side"]);
    }

    [Fact]
    public void It_has_a_side() => Check.Says(Report with { Side = Side.None }, Operated(new(2026, 6, 1))).ShouldBe(["SideMissing side"]);

    [Theory]
    [InlineData("2026-05-31", false)]
    [InlineData("2026-06-01", true)]
    [InlineData("2026-05", false)]
    [InlineData("2026", true)]
    public void It_is_not_reported_before_the_tissue_was_taken(string reported, bool fine) =>
        Check.Says(Report with { ReportedOn = PartialDate.TryParse(reported) }, Operated(new(2026, 6, 1))).ShouldBe(fine ? [] : ["BeforeProcedure reportedOn"]);

    [Fact]
    public void Only_a_maturation_arrest_is_early_or_late()
    {
        Check.Says(Report with { Arrest = ArrestStage.Early }, Operated(new(2026, 6, 1))).ShouldBe(["ArrestWithoutMA arrest"]);
        Check.Says(Report with { Arrest = ArrestStage.Early, Pattern = Histology.MA }, Operated(new(2026, 6, 1))).ShouldBeEmpty();
        Check.Says(Report with { Arrest = ArrestStage.Late, Pattern = Histology.MIXED, Components = [Histology.MA, Histology.HS] }, Operated(new(2026, 6, 1))).ShouldBeEmpty();
    }
}
