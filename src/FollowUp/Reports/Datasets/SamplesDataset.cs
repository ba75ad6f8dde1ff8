using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.Samples;
using NodaTime;

namespace FollowUp.Reports.Datasets;

/// <summary>A hormone sample as one line.</summary>
/// <param name="StudyId">The man.</param>
/// <param name="DrawnOn">Its day, moved like all his days.</param>
/// <param name="Sample">The sample.</param>
/// <param name="Speaks">Whether it counts, as the first eligible one of its day.</param>
/// <param name="After">The last operation before it; null when there is none with a known day.</param>
public sealed record SampleLine(string StudyId, LocalDate DrawnOn, HormoneSample Sample, bool Speaks, Operation? After);

/// <summary>One line for each valid hormone result: the long form.</summary>
public sealed class SamplesDataset : Dataset<SampleLine>
{
    /// <inheritdoc/>
    public override string Name => "samples";

    /// <inheritdoc/>
    public override string Description => "One line for each hormone result: how long after surgery, its value, and whether it counts or why not.";

    /// <inheritdoc/>
    protected override IReadOnlyList<Variable<SampleLine>> Columns { get; } =
    [
        new("study_id", "Study id of the man", line => line.StudyId),
        new("drawn_on", "Day it was drawn", line => DatasetValue.Day(line.DrawnOn)) { Validation = "date_ymd", Note = "Moved as the day of surgery is" },
        new("after_operation", "The last of his retrievals before it (R70)", line => DatasetValue.Whole(line.After?.Number)) { Validation = "integer" },
        new("days_after", "Days from that retrieval to it", line => line.After is { } operation && operation.Occurred.Earliest == operation.Occurred.Latest
            ? DatasetValue.Whole(Period.DaysBetween(operation.On, line.Sample.DrawnOn))
            : null) { Validation = "integer", Note = "Empty where the day of that retrieval is not known" },
        new("analyte", "What was measured", line => $"{line.Sample.Analyte}") { Choices = DatasetValue.ChoicesOf<Analyte>() },
        new("comparison", "How the laboratory printed it", line => $"{line.Sample.Comparison}") { Choices = DatasetValue.ChoicesOf<Comparison>() },
        new("value", "Its value", line => DatasetValue.Number(line.Sample.Amount)) { Validation = "number" },
        new("unit", "The unit of the value, UCUM", line => line.Sample.Ucum),
        new("eligible", "Whether it counts, as the first of its day (R18 to R28)", line => DatasetValue.YesNo(line.Speaks)) { Choices = DatasetValue.YesOrNo },
        new("exclusions", "Why it does not count, joined by +", line => string.Join('+', line.Sample.Exclusions)) { Note = string.Join(", ", Enum.GetNames<Exclusion>()) },
    ];

    /// <inheritdoc/>
    protected override IEnumerable<SampleLine> Rows(PatientCourse course, Asked asked, Pseudonyms pseudonyms)
    {
        var samples = HormoneSamples.Of(course);
        return samples.All.Select(sample => new SampleLine(
            pseudonyms.StudyId(course.PatientId),
            pseudonyms.Shifted(course.PatientId, sample.DrawnOn),
            sample,
            samples.CountsForItsDay(sample),
            samples.Operations.LastOrDefault(operation => operation.IsDated && !sample.IsBefore(operation))));
    }
}
