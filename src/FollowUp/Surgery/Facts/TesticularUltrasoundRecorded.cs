using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Surgery.Facts;

/// <summary>An ultrasound of the scrotum, side by side; part of the work-up before surgery (domain 1.4).</summary>
[StoredAs("testicular_ultrasound_recorded", "testicular-ultrasounds")]
public sealed record TesticularUltrasoundRecorded : Fact
{
    /// <summary>The day.</summary>
    public required LocalDate ExaminedOn { get; init; }

    /// <summary>The overall finding on the left.</summary>
    public required ExaminationFinding Left { get; init; }

    /// <summary>The overall finding on the right.</summary>
    public required ExaminationFinding Right { get; init; }

    /// <summary>The volume of the left testis by ultrasound, in millilitres.</summary>
    public decimal? LeftMillilitres { get; init; }

    /// <summary>The volume of the right testis by ultrasound, in millilitres.</summary>
    public decimal? RightMillilitres { get; init; }

    /// <summary>The echotexture of the left testis.</summary>
    public Echotexture LeftEchotexture { get; init; } = Echotexture.NotStated;

    /// <summary>The echotexture of the right testis.</summary>
    public Echotexture RightEchotexture { get; init; } = Echotexture.NotStated;

    /// <summary>Microliths in the left testis.</summary>
    public Microlithiasis LeftMicrolithiasis { get; init; } = Microlithiasis.NotStated;

    /// <summary>Microliths in the right testis.</summary>
    public Microlithiasis RightMicrolithiasis { get; init; } = Microlithiasis.NotStated;

    /// <summary>Whether there is a varicocele on the left.</summary>
    public Answer LeftVaricocele { get; init; } = Answer.NotAsked;

    /// <summary>Whether there is a varicocele on the right.</summary>
    public Answer RightVaricocele { get; init; } = Answer.NotAsked;

    /// <summary>What else was found on the left; empty or missing when nothing was.</summary>
    public IReadOnlyList<UltrasoundFinding>? LeftOther { get; init; }

    /// <summary>What else was found on the right; empty or missing when nothing was.</summary>
    public IReadOnlyList<UltrasoundFinding>? RightOther { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(ExaminedOn);
}

/// <summary>The texture of a testis in ultrasound.</summary>
public enum Echotexture
{
    /// <summary>Even throughout.</summary>
    Homogeneous,

    /// <summary>Uneven.</summary>
    Heterogeneous,

    /// <summary>Not stated.</summary>
    NotStated,
}

/// <summary>Microliths of a testis in one field of view (ESUR scrotal imaging subcommittee, European Radiology 2015; 25: 323-330).</summary>
public enum Microlithiasis
{
    /// <summary>None.</summary>
    None,

    /// <summary>Fewer than five in every field of view: limited.</summary>
    Limited,

    /// <summary>Five or more in one field of view: microlithiasis.</summary>
    Present,

    /// <summary>Not stated.</summary>
    NotStated,
}

/// <summary>Another finding of an ultrasound.</summary>
public enum UltrasoundFinding
{
    /// <summary>A mass; a urologist has to examine it.</summary>
    Mass,

    /// <summary>A cyst of the testis or the epididymis.</summary>
    Cyst,

    /// <summary>A hydrocele.</summary>
    Hydrocele,

    /// <summary>A dilated epididymis.</summary>
    DilatedEpididymis,

    /// <summary>A calcification other than microliths.</summary>
    Calcification,

    /// <summary>Fibrosis, as after a biopsy.</summary>
    Fibrosis,

    /// <summary>No testis is seen.</summary>
    TestisAbsent,

    /// <summary>Another one; see the note.</summary>
    Other,
}
