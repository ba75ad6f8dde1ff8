using FollowUp.Alerts.Rules;
using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Course;
using FollowUp.Course.FactChecks;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Checking;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Course.FactChecks;

public sealed class WorkUpTests
{
    private static readonly PhysicalExaminationRecorded Examined = new()
    {
        ExaminedOn = new(2026, 1, 10), Left = ExaminationFinding.Normal, Right = ExaminationFinding.NotExamined,
    };

    private static readonly TesticularUltrasoundRecorded Seen = new()
    {
        ExaminedOn = new(2026, 1, 10), Left = ExaminationFinding.Normal, Right = ExaminationFinding.NotExamined,
    };

    [Fact]
    public void A_side_that_was_not_examined_has_no_findings()
    {
        var check = new PhysicalExaminationConsistent();
        var ultrasound = new TesticularUltrasoundConsistent();

        check.Says(Examined).ShouldBeEmpty();
        check.Says(Examined with { RightMillilitres = 12 }).ShouldBe(["SideNotExamined rightMillilitres"]);
        check.Says(Examined with { RightVaricocele = VaricoceleGrade.None }).ShouldBe(["SideNotExamined rightVaricocele"]);
        ultrasound.Says(Seen with { RightEchotexture = Echotexture.Homogeneous }).ShouldBe(["SideNotExamined rightEchotexture"]);
        ultrasound.Says(Seen with { RightVaricocele = Answer.No }).ShouldBe(["SideNotExamined rightVaricocele"]);
        ultrasound.Says(Seen with { RightOther = [UltrasoundFinding.Mass] }).ShouldBe(["SideNotExamined rightOther"]);
    }

    [Fact]
    public void An_abnormal_finding_of_a_normal_side_asks_for_confirmation()
    {
        var check = new PhysicalExaminationConsistent();
        var ultrasound = new TesticularUltrasoundConsistent();

        check.Says(Examined with { LeftConsistency = TestisConsistency.Normal, LeftVas = VasDeferens.Palpable, LeftVaricocele = VaricoceleGrade.None }).ShouldBeEmpty();
        check.Says(Examined with { LeftVas = VasDeferens.NotPalpable }).ShouldBe(["NormalWithFinding? leftVas"]);
        check.Says(Examined with { LeftVaricocele = VaricoceleGrade.Grade1 }).ShouldBe(["NormalWithFinding? leftVaricocele"]);
        check.Says(Examined with { Left = ExaminationFinding.Abnormal, LeftVaricocele = VaricoceleGrade.Grade3 }).ShouldBeEmpty();
        ultrasound.Says(Seen with { LeftMicrolithiasis = Microlithiasis.Limited }).ShouldBeEmpty();
        ultrasound.Says(Seen with { LeftMicrolithiasis = Microlithiasis.Present }).ShouldBe(["NormalWithFinding? leftMicrolithiasis"]);
        ultrasound.Says(Seen with { LeftOther = [UltrasoundFinding.Mass] }).ShouldBe(["NormalWithFinding? leftOther"]);
    }

    [Theory]
    [InlineData(-0.1, "OrchidometerVolumeImplausible leftMillilitres")]
    [InlineData(0.9, "OrchidometerVolumeUnusual? leftMillilitres")]
    [InlineData(1, null)]
    [InlineData(25, null)]
    [InlineData(25.1, "OrchidometerVolumeUnusual? leftMillilitres")]
    [InlineData(60, "OrchidometerVolumeUnusual? leftMillilitres")]
    [InlineData(60.1, "OrchidometerVolumeImplausible leftMillilitres")]
    public void A_volume_by_orchidometer_is_within_its_beads(decimal millilitres, string? says) =>
        new PhysicalExaminationConsistent().Says(Examined with { LeftMillilitres = millilitres }).ShouldBe(says is null ? [] : [says]);

    [Theory]
    [InlineData(34.9, null)]
    [InlineData(35, "TesticularVolumeUnusual? leftMillilitres")]
    [InlineData(60.1, "TesticularVolumeImplausible leftMillilitres")]
    public void A_volume_by_ultrasound_has_the_limits_of_one_measured_by_itself(decimal millilitres, string? says) =>
        new TesticularUltrasoundConsistent().Says(Seen with { LeftMillilitres = millilitres }).ShouldBe(says is null ? [] : [says]);

    [Fact]
    public void A_volume_lost_between_two_ultrasounds_is_proposed_as_atrophy_and_one_felt_by_hand_is_not_compared()
    {
        var operated = new ProcedurePerformed { Type = ProcedureType.MTESE, PerformedOn = new(2026, 1, 15), Side = Side.Both };
        var before = Seen with { LeftMillilitres = 15, Right = ExaminationFinding.Normal, RightMillilitres = 15 };
        var after = Seen with { ExaminedOn = new(2026, 8, 1), LeftMillilitres = 12, Right = ExaminationFinding.Normal, RightMillilitres = 12.1m };
        var felt = Examined with { ExaminedOn = new(2026, 8, 1), LeftMillilitres = 8 };

        Atrophies(operated, before, after).ShouldBe([Side.Left]);
        Atrophies(operated, before, felt).ShouldBeEmpty();
        Atrophies(operated, before, new TesticularVolumeMeasured { MeasuredOn = new(2026, 8, 1), Side = Side.Right, Millilitres = 10, Method = VolumeMethod.Ultrasound }).ShouldBe([Side.Right]);
    }

    [Fact]
    public void An_ultrasound_that_finds_both_sides_smaller_raises_one_alert_and_answers_every_question()
    {
        var course = Of(
            new ProcedurePerformed { Type = ProcedureType.MTESE, PerformedOn = new(2026, 1, 15), Side = Side.Both },
            Seen with { LeftMillilitres = 15, Right = ExaminationFinding.Normal, RightMillilitres = 15 },
            Seen with { ExaminedOn = new(2026, 8, 1), LeftMillilitres = 10, Right = ExaminationFinding.Normal, RightMillilitres = 10 });

        Atrophies([.. course.Standing.Select(standing => standing.Fact)]).ShouldBe([Side.Left, Side.Right]);
        new VolumeAlerts().In(course, AlertPolicy.Standard1).ShouldHaveSingleItem().FactId.ShouldBe(Id(3));
    }

    private static Side[] Atrophies(params Fact[] facts) =>
        [.. ProposedComplicationsQuestion.Answer(Of(facts)).Where(proposal => proposal.Type == ComplicationType.Atrophy).Select(proposal => proposal.Side)];
}
