using FollowUp.Course;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>The physical examination and the ultrasound before surgery, which the paper mentions. The values are ours.</summary>
internal static class WorkUp
{
    public static void Tell(Story story)
    {
        var man = story.Man;
        var draw = story.Draw.For(77);
        var (left, right) = (Volume(man, draw), Volume(man, draw));
        var varicocele = draw.Chance(0.2) ? draw.Of([VaricoceleGrade.Grade1, VaricoceleGrade.Grade2, VaricoceleGrade.Grade3]) : VaricoceleGrade.None;
        story.Record(man.EnrolledOn + new LocalTime(16, 20), new PhysicalExaminationRecorded
        {
            ExaminedOn = man.EnrolledOn,
            Left = left < SmallBelow || varicocele != VaricoceleGrade.None ? ExaminationFinding.Abnormal : ExaminationFinding.Normal,
            Right = right < SmallBelow ? ExaminationFinding.Abnormal : ExaminationFinding.Normal,
            LeftMillilitres = Bead(left),
            RightMillilitres = Bead(right),
            LeftConsistency = left < SmallBelow ? TestisConsistency.Soft : TestisConsistency.Normal,
            RightConsistency = right < SmallBelow ? TestisConsistency.Soft : TestisConsistency.Normal,
            LeftVas = VasDeferens.Palpable,
            RightVas = VasDeferens.Palpable,
            LeftVaricocele = varicocele,
            RightVaricocele = VaricoceleGrade.None,
            SecondarySigns = man.Cell.IsKlinefelter && draw.Chance(0.3) ? ExaminationFinding.Abnormal : ExaminationFinding.Normal,
            Gynaecomastia = man.Cell.IsKlinefelter && draw.Chance(0.3) ? Answer.Yes : Answer.No,
        });

        var microliths = draw.Chance(0.04) ? Microlithiasis.Present : draw.Chance(0.08) ? Microlithiasis.Limited : Microlithiasis.None;
        story.Record(man.EnrolledOn + new LocalTime(16, 45), new TesticularUltrasoundRecorded
        {
            ExaminedOn = man.EnrolledOn,
            Left = left < SmallBelow || varicocele != VaricoceleGrade.None || microliths == Microlithiasis.Present ? ExaminationFinding.Abnormal : ExaminationFinding.Normal,
            Right = right < SmallBelow ? ExaminationFinding.Abnormal : ExaminationFinding.Normal,
            LeftMillilitres = left,
            RightMillilitres = right,
            LeftEchotexture = left < SmallBelow ? Echotexture.Heterogeneous : Echotexture.Homogeneous,
            RightEchotexture = right < SmallBelow ? Echotexture.Heterogeneous : Echotexture.Homogeneous,
            LeftMicrolithiasis = microliths,
            RightMicrolithiasis = Microlithiasis.None,
            LeftVaricocele = varicocele == VaricoceleGrade.None ? Answer.No : Answer.Yes,
            RightVaricocele = Answer.No,
        });
    }

    // What the story calls small, in millilitres. No rule uses it.
    private const decimal SmallBelow = 8;

    // Smaller in Klinefelter.
    private static decimal Volume(DemoMan man, Draw draw)
    {
        var (mean, deviation) = man.Cell.IsKlinefelter ? (3.5, 1.0) : (12.0, 3.0);
        return Math.Round((decimal)Math.Clamp(mean + (deviation * draw.Normal()), 1.5, 22), 1, MidpointRounding.AwayFromZero);
    }

    // An orchidometer has beads of whole millilitres.
    private static decimal Bead(decimal millilitres) => Math.Max(1, Math.Round(millilitres, 0, MidpointRounding.AwayFromZero));
}
