using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Surgery.Facts;

/// <summary>A physical examination of the genitals, side by side; part of the work-up before surgery (domain 1.4).</summary>
[StoredAs("physical_examination_recorded", "physical-examinations")]
public sealed record PhysicalExaminationRecorded : Fact
{
    /// <summary>The day.</summary>
    public required LocalDate ExaminedOn { get; init; }

    /// <summary>The overall finding on the left.</summary>
    public required ExaminationFinding Left { get; init; }

    /// <summary>The overall finding on the right.</summary>
    public required ExaminationFinding Right { get; init; }

    /// <summary>The volume of the left testis by orchidometer, in millilitres.</summary>
    public decimal? LeftMillilitres { get; init; }

    /// <summary>The volume of the right testis by orchidometer, in millilitres.</summary>
    public decimal? RightMillilitres { get; init; }

    /// <summary>How the left testis feels.</summary>
    public TestisConsistency LeftConsistency { get; init; } = TestisConsistency.NotStated;

    /// <summary>How the right testis feels.</summary>
    public TestisConsistency RightConsistency { get; init; } = TestisConsistency.NotStated;

    /// <summary>The left vas deferens.</summary>
    public VasDeferens LeftVas { get; init; } = VasDeferens.NotStated;

    /// <summary>The right vas deferens.</summary>
    public VasDeferens RightVas { get; init; } = VasDeferens.NotStated;

    /// <summary>A varicocele on the left.</summary>
    public VaricoceleGrade LeftVaricocele { get; init; } = VaricoceleGrade.NotStated;

    /// <summary>A varicocele on the right.</summary>
    public VaricoceleGrade RightVaricocele { get; init; } = VaricoceleGrade.NotStated;

    /// <summary>The secondary sexual signs: body hair, muscle, voice.</summary>
    public ExaminationFinding SecondarySigns { get; init; } = ExaminationFinding.NotExamined;

    /// <summary>Whether he has gynaecomastia.</summary>
    public Answer Gynaecomastia { get; init; } = Answer.NotAsked;

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ExaminedOn);
}

/// <summary>The overall finding of an examination, of one side or one sign.</summary>
public enum ExaminationFinding
{
    /// <summary>Examined, and normal.</summary>
    Normal,

    /// <summary>Examined, and not normal; the other fields or the note say what.</summary>
    Abnormal,

    /// <summary>Not examined.</summary>
    NotExamined,
}

/// <summary>How a testis feels.</summary>
public enum TestisConsistency
{
    /// <summary>Normal.</summary>
    Normal,

    /// <summary>Softer than normal.</summary>
    Soft,

    /// <summary>Firmer than normal.</summary>
    Firm,

    /// <summary>Not stated.</summary>
    NotStated,
}

/// <summary>What was felt of a vas deferens.</summary>
public enum VasDeferens
{
    /// <summary>Palpable.</summary>
    Palpable,

    /// <summary>Palpable and thickened or nodular.</summary>
    Thickened,

    /// <summary>Not palpable.</summary>
    NotPalpable,

    /// <summary>Not stated.</summary>
    NotStated,
}

/// <summary>A varicocele found by palpation, graded by Dubin and Amelar (Fertility and Sterility 1970; 21: 606-609).</summary>
public enum VaricoceleGrade
{
    /// <summary>None is palpable.</summary>
    None,

    /// <summary>Palpable only while he bears down (Valsalva).</summary>
    Grade1,

    /// <summary>Palpable at rest, not visible.</summary>
    Grade2,

    /// <summary>Visible.</summary>
    Grade3,

    /// <summary>Not stated.</summary>
    NotStated,
}
