using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Patients.Facts;

/// <summary>A man was enrolled in follow-up.</summary>
[StoredAs("patient_enrolled", "enrolment", By = Recorder.Command)]
public sealed record PatientEnrolled : Fact
{
    /// <summary>The day he was enrolled.</summary>
    public required LocalDate EnrolledOn { get; init; }

    /// <summary>His age in completed years on that day, from the birth date in the directory.</summary>
    public int? AgeYears { get; init; }

    /// <summary>The karyotype found before surgery (domain 1.4).</summary>
    public Karyotype Karyotype { get; init; } = Karyotype.NotTested;

    /// <summary>The karyotype as the laboratory wrote it, in ISCN, for instance <c>47,XXY[18]/46,XY[2]</c>.</summary>
    [Code(@"(?:mos )?[0-9]{2}(?:~[0-9]{2})?,[XY]{1,6}[0-9a-zXY,/\[\]().;:+~?-]{0,80}", "47,XXY[18]/46,XY[2]")]
    public string? KaryotypeIscn { get; init; }

    /// <summary>The Y microdeletion found before surgery (domain 1.4).</summary>
    public YMicrodeletion YMicrodeletion { get; init; } = YMicrodeletion.NotTested;

    /// <summary>How long the couple has been infertile, in months.</summary>
    public int? InfertilityMonths { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.On(EnrolledOn);
}

/// <summary>The kinds of karyotype that reports distinguish.</summary>
public enum Karyotype
{
    /// <summary>46,XY.</summary>
    Normal46XY,

    /// <summary>47,XXY: Klinefelter syndrome.</summary>
    Klinefelter47XXY,

    /// <summary>46,XY/47,XXY and other mosaics with 47,XXY; these count as Klinefelter syndrome (R69).</summary>
    KlinefelterMosaic,

    /// <summary>Any other karyotype; see karyotypeIscn.</summary>
    Other,

    /// <summary>Tested, but the clinic does not know the result.</summary>
    Unknown,

    /// <summary>Not tested.</summary>
    NotTested,
}

/// <summary>A deletion of the azoospermia factor regions of the Y chromosome.</summary>
public enum YMicrodeletion
{
    /// <summary>Tested, none found.</summary>
    None,

    /// <summary>AZFa; sperm is almost never found (V7).</summary>
    AZFa,

    /// <summary>AZFb; sperm is almost never found (V7).</summary>
    AZFb,

    /// <summary>AZFb and c; sperm is almost never found (V7).</summary>
    AZFbc,

    /// <summary>AZFc.</summary>
    AZFc,

    /// <summary>AZFa, b and c; sperm is almost never found (V7).</summary>
    AZFabc,

    /// <summary>A deletion was found, but its region was not stated.</summary>
    Unclassified,

    /// <summary>Tested, but the clinic does not know the result.</summary>
    Unknown,

    /// <summary>Not tested.</summary>
    NotTested,
}
