using FollowUp.Course;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Reports.Datasets;

/// <summary>One side of an examination or an ultrasound as one line.</summary>
/// <param name="StudyId">The man.</param>
/// <param name="ExaminedOn">Its day, moved like all his days.</param>
/// <param name="After">The last operation on or before that day; null when there is none with a known day.</param>
/// <param name="DaysAfter">Days from that operation to it.</param>
/// <param name="Side">Left or right.</param>
/// <param name="Finding">What was found as a whole.</param>
/// <param name="Millilitres">The volume of the testis.</param>
/// <param name="Examination">The physical examination; null for an ultrasound.</param>
/// <param name="Ultrasound">The ultrasound; null for a physical examination.</param>
public sealed record WorkUpLine(
    string StudyId, LocalDate ExaminedOn, int? After, int? DaysAfter, Side Side, ExaminationFinding Finding, decimal? Millilitres,
    PhysicalExaminationRecorded? Examination, TesticularUltrasoundRecorded? Ultrasound)
{
    /// <summary>The one of two values that is for this line's side.</summary>
    public T Of<T>(T left, T right) => Side == Side.Left ? left : right;
}

/// <summary>One line for each side of a physical examination or testicular ultrasound: the long form.</summary>
public sealed class WorkUpDataset : Dataset<WorkUpLine>
{
    /// <inheritdoc/>
    public override string Name => "work-up";

    /// <inheritdoc/>
    public override string Description => "One line for each side of a physical examination or testicular ultrasound.";

    /// <inheritdoc/>
    protected override IReadOnlyList<Variable<WorkUpLine>> Columns { get; } =
    [
        new("study_id", "Study id of the man", line => line.StudyId),
        new("examined_on", "Day of the examination", line => DatasetValue.Day(line.ExaminedOn)) { Validation = "date_ymd", Note = "Moved as the day of surgery is" },
        new("examined_after_operation", "The last of his retrievals on or before it (R70); empty before the first", line => DatasetValue.Whole(line.After)) { Validation = "integer" },
        new("examined_days_after", "Days from that retrieval to it", line => DatasetValue.Whole(line.DaysAfter)) { Validation = "integer" },
        new("examined_by", "How he was examined", line => line.Ultrasound is null ? "Hand" : "Ultrasound")
        {
            Choices = new Dictionary<string, string> { ["Hand"] = "physical examination", ["Ultrasound"] = "ultrasound" },
        },
        new("side", "Side", line => $"{line.Side}") { Choices = new Dictionary<string, string> { ["Left"] = "left", ["Right"] = "right" } },
        Choice("finding", "What was found as a whole", line => (ExaminationFinding?)line.Finding),
        new("volume", "Volume of the testis, mL, by orchidometer or ultrasound", line => DatasetValue.Number(line.Millilitres)) { Validation = "number" },
        Choice("consistency", "Consistency", line => line.Examination is { } by ? line.Of(by.LeftConsistency, by.RightConsistency) : (TestisConsistency?)null),
        Choice("vas_deferens", "Vas deferens", line => line.Examination is { } by ? line.Of(by.LeftVas, by.RightVas) : (VasDeferens?)null) with { IsQuasiIdentifier = true },
        Choice("varicocele_grade", "Varicocele by hand, Dubin and Amelar", line => line.Examination is { } by ? line.Of(by.LeftVaricocele, by.RightVaricocele) : (VaricoceleGrade?)null),
        Choice("secondary_signs", "Secondary sexual signs; the same on both lines of an examination", line => line.Examination?.SecondarySigns),
        Choice("gynaecomastia", "Gynaecomastia; the same on both lines of an examination", line => line.Examination?.Gynaecomastia),
        Choice("echotexture", "Echotexture", line => line.Ultrasound is { } by ? line.Of(by.LeftEchotexture, by.RightEchotexture) : (Echotexture?)null),
        Choice("microlithiasis", "Microliths in a field of view: Limited below 5, Present from 5 (ESUR 2015)", line =>
            line.Ultrasound is { } by ? line.Of(by.LeftMicrolithiasis, by.RightMicrolithiasis) : (Microlithiasis?)null),
        Choice("varicocele_ultrasound", "Varicocele by ultrasound", line => line.Ultrasound is { } by ? line.Of(by.LeftVaricocele, by.RightVaricocele) : (Answer?)null),
        new("other_findings", "Other findings of the ultrasound, joined by +", line =>
            line.Ultrasound is { } by && line.Of(by.LeftOther, by.RightOther) is { } found ? string.Join('+', found) : null)
        {
            IsQuasiIdentifier = true, Note = string.Join(", ", Enum.GetNames<UltrasoundFinding>()),
        },
    ];

    /// <inheritdoc/>
    protected override IEnumerable<WorkUpLine> Rows(PatientCourse course, Asked asked, Pseudonyms pseudonyms) =>
        from standing in course.Standing
        from line in standing.Fact switch
        {
            PhysicalExaminationRecorded found => Both(course, pseudonyms, found.ExaminedOn, found.Left, found.Right, found.LeftMillilitres, found.RightMillilitres, found, null),
            TesticularUltrasoundRecorded found => Both(course, pseudonyms, found.ExaminedOn, found.Left, found.Right, found.LeftMillilitres, found.RightMillilitres, null, found),
            _ => [],
        }
        select line;

    private static IEnumerable<WorkUpLine> Both(
        PatientCourse course, Pseudonyms pseudonyms, LocalDate on, ExaminationFinding left, ExaminationFinding right, decimal? leftVolume, decimal? rightVolume,
        PhysicalExaminationRecorded? examination, TesticularUltrasoundRecorded? ultrasound)
    {
        var operation = Operation.AllIn(course).LastOrDefault(each => each.IsDated && each.On <= on);
        var line = new WorkUpLine(
            pseudonyms.StudyId(course.PatientId),
            pseudonyms.Shifted(course.PatientId, on),
            operation?.Number,
            operation is { } known && known.Occurred.Earliest == known.Occurred.Latest ? Period.DaysBetween(known.On, on) : null,
            Side.Left, left, leftVolume, examination, ultrasound);
        return [line, line with { Side = Side.Right, Finding = right, Millilitres = rightVolume }];
    }

    private static Variable<WorkUpLine> Choice<TEnum>(string name, string label, Func<WorkUpLine, TEnum?> of)
        where TEnum : struct, Enum => new(name, label, line => of(line)?.ToString()) { Choices = DatasetValue.ChoicesOf<TEnum>() };
}
