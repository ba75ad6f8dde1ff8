using FollowUp.Surgery.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>A physical examination has no findings of a side that was not examined, and no abnormal ones of a normal side.</summary>
public sealed class PhysicalExaminationConsistent : ICheck<PhysicalExaminationRecorded>
{
    /// <summary>
    /// The volume of one testis by orchidometer, in millilitres. Prader's beads go from 1 to 25 mL (Triangle 1966; 7: 240-243), so a
    /// larger or smaller volume was estimated.
    /// </summary>
    public static readonly PlausibleRange Orchidometer = new("OrchidometerVolume", "mL", 0, 60, "Prader 1966; highest: setting, version 1")
    {
        UnusualBelow = 1, UnusualFrom = 25.1m,
    };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(PhysicalExaminationRecorded fact, PatientCourse course, DecisionContext context) =>
    [
        .. WorkUpSide.Judge("left", fact.Left, Orchidometer, fact.LeftMillilitres,
        [
            new("leftConsistency", fact.LeftConsistency, fact.LeftConsistency != TestisConsistency.NotStated, fact.LeftConsistency is TestisConsistency.Soft or TestisConsistency.Firm),
            new("leftVas", fact.LeftVas, fact.LeftVas != VasDeferens.NotStated, fact.LeftVas is VasDeferens.Thickened or VasDeferens.NotPalpable),
            new("leftVaricocele", fact.LeftVaricocele, fact.LeftVaricocele != VaricoceleGrade.NotStated, IsVaricocele(fact.LeftVaricocele)),
        ]),
        .. WorkUpSide.Judge("right", fact.Right, Orchidometer, fact.RightMillilitres,
        [
            new("rightConsistency", fact.RightConsistency, fact.RightConsistency != TestisConsistency.NotStated, fact.RightConsistency is TestisConsistency.Soft or TestisConsistency.Firm),
            new("rightVas", fact.RightVas, fact.RightVas != VasDeferens.NotStated, fact.RightVas is VasDeferens.Thickened or VasDeferens.NotPalpable),
            new("rightVaricocele", fact.RightVaricocele, fact.RightVaricocele != VaricoceleGrade.NotStated, IsVaricocele(fact.RightVaricocele)),
        ]),
    ];

    private static bool IsVaricocele(VaricoceleGrade grade) => grade is VaricoceleGrade.Grade1 or VaricoceleGrade.Grade2 or VaricoceleGrade.Grade3;
}

/// <summary>An ultrasound has no findings of a side that was not examined, and no abnormal ones of a normal side.</summary>
public sealed class TesticularUltrasoundConsistent : ICheck<TesticularUltrasoundRecorded>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(TesticularUltrasoundRecorded fact, PatientCourse course, DecisionContext context) =>
    [
        .. WorkUpSide.Judge("left", fact.Left, TesticularVolumePlausible.Millilitres, fact.LeftMillilitres,
        [
            new("leftEchotexture", fact.LeftEchotexture, fact.LeftEchotexture != Echotexture.NotStated, fact.LeftEchotexture == Echotexture.Heterogeneous),
            new("leftMicrolithiasis", fact.LeftMicrolithiasis, fact.LeftMicrolithiasis != Microlithiasis.NotStated, fact.LeftMicrolithiasis == Microlithiasis.Present),
            new("leftVaricocele", fact.LeftVaricocele, fact.LeftVaricocele is Answer.Yes or Answer.No, fact.LeftVaricocele == Answer.Yes),
            new("leftOther", Joined(fact.LeftOther), fact.LeftOther is { Count: > 0 }, fact.LeftOther is { Count: > 0 }),
        ]),
        .. WorkUpSide.Judge("right", fact.Right, TesticularVolumePlausible.Millilitres, fact.RightMillilitres,
        [
            new("rightEchotexture", fact.RightEchotexture, fact.RightEchotexture != Echotexture.NotStated, fact.RightEchotexture == Echotexture.Heterogeneous),
            new("rightMicrolithiasis", fact.RightMicrolithiasis, fact.RightMicrolithiasis != Microlithiasis.NotStated, fact.RightMicrolithiasis == Microlithiasis.Present),
            new("rightVaricocele", fact.RightVaricocele, fact.RightVaricocele is Answer.Yes or Answer.No, fact.RightVaricocele == Answer.Yes),
            new("rightOther", Joined(fact.RightOther), fact.RightOther is { Count: > 0 }, fact.RightOther is { Count: > 0 }),
        ]),
    ];

    private static string? Joined(IReadOnlyList<UltrasoundFinding>? findings) => findings is null ? null : string.Join(", ", findings);
}

/// <summary>One field of an examination, for one side.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Its value.</param>
/// <param name="IsStated">Whether it was stated.</param>
/// <param name="IsAbnormal">Whether its value is not normal.</param>
internal sealed record WorkUpDetail(string Field, object? Value, bool IsStated, bool IsAbnormal);

/// <summary>Judges one side of an examination.</summary>
internal static class WorkUpSide
{
    /// <summary>The findings about a side: whether its volume is possible, and whether its fields agree with its overall finding.</summary>
    public static IEnumerable<Finding> Judge(string side, ExaminationFinding whole, PlausibleRange range, decimal? millilitres, IReadOnlyList<WorkUpDetail> details)
    {
        var volume = $"{side}Millilitres";
        foreach (var stated in details.Where(detail => detail.IsStated).Prepend(new(volume, millilitres, millilitres is not null, IsAbnormal: false)).Where(detail => detail.IsStated))
        {
            if (whole == ExaminationFinding.NotExamined)
            {
                yield return Finding.Refusal(
                    "SideNotExamined", stated.Field, stated.Value, $"A side that was not examined has no findings. Write Normal or Abnormal for {side}, or leave this out.");
            }
            else if (whole == ExaminationFinding.Normal && stated.IsAbnormal)
            {
                yield return Finding.Warning(
                    "NormalWithFinding", stated.Field, stated.Value, $"The {side} side is recorded as normal, but this is not normal. Write Abnormal for {side}, or confirm with the reason.");
            }
        }

        foreach (var finding in millilitres is { } measured ? range.Judge(volume, measured) : [])
        {
            yield return finding;
        }
    }
}
