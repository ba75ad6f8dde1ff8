using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Pain.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>A man's pain episodes in clinical order, and the latest of them.</summary>
public sealed class PainQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "pain";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) => PainExplanations.Of(course);

    /// <summary>The typed answer.</summary>
    public static PainAnswer Answer(PatientCourse course)
    {
        Operation[] operations = [.. Operation.AllIn(course).Where(operation => operation.IsDated)];
        (PainKey Key, PainEpisode Episode)[] scores = [.. course.Of<PainReported>().Select(standing => (PainKey.Of(standing.Fact), new PainEpisode(
            standing.Id,
            standing.Occurred.Earliest,
            standing.Occurred.Time,
            operations.LastOrDefault(operation => operation.On <= standing.Occurred.Earliest) is { } operation
                ? NodaTime.Period.DaysBetween(operation.On, standing.Occurred.Earliest)
                : null,
            standing.Fact.Nrs,
            standing.Fact.VasMillimetres,
            standing.Fact.Nrs is { } nrs ? Band(nrs) : null,
            standing.Fact.Site,
            standing.Fact.Side,
            standing.Fact.During,
            standing.Fact.Period)))];
        PainEpisode[] episodes = [.. scores.Select(each => each.Episode)];
        return new(
            episodes.LastOrDefault(),
            episodes,
            [.. scores.GroupBy(each => each.Key, each => each.Episode).Select(course => Course(course.Key, [.. course]))]);
    }

    private static PainCourse Course(PainKey key, PainEpisode[] scores)
    {
        var change = key.Numeric && scores.Length > 1 ? scores[^1].Nrs - scores[^2].Nrs : null;
        return new(
            key.Site, key.Side, key.During, key.Period,
            key.Numeric ? scores.Max(score => score.Nrs) : null,
            change,
            change is null ? PainTrend.Unknown
                : change >= MeaningfulChange ? PainTrend.Rising
                : change <= -MeaningfulChange ? PainTrend.Falling
                : PainTrend.Steady,
            [.. scores.Select(score => score.Id)]);
    }

    /// <summary>The smallest change of the numeric score that is meaningful, in points (V64).</summary>
    public const int MeaningfulChange = 2;

    /// <summary>The band of a numeric score: 0 none, 1-3 mild, 4-6 moderate, 7-10 severe (V64).</summary>
    public static PainBand Band(int nrs) => nrs switch
    {
        <= 0 => PainBand.None,
        <= 3 => PainBand.Mild,
        <= 6 => PainBand.Moderate,
        _ => PainBand.Severe,
    };
}

/// <summary>A man's pain.</summary>
/// <param name="Latest">The latest episode; null when there is none.</param>
/// <param name="Episodes">All episodes, in clinical order.</param>
/// <param name="Courses">The same episodes by scale, place, side and situation, which can be compared over time.</param>
public sealed record PainAnswer(PainEpisode? Latest, IReadOnlyList<PainEpisode> Episodes, IReadOnlyList<PainCourse> Courses);

/// <summary>Pain over time, for one scale, place, side and situation.</summary>
/// <param name="Site">Where.</param>
/// <param name="Side">On which side.</param>
/// <param name="During">At rest or moving.</param>
/// <param name="Period">Now, or the worst of 24 hours.</param>
/// <param name="HighestNrs">The highest numeric score; null for the visual scale.</param>
/// <param name="Change">The latest numeric score minus the previous one, in points; null for a single score and for visual scores.</param>
/// <param name="Trend">Whether the pain rose, fell or stayed the same.</param>
/// <param name="EpisodeIds">Its episodes, in clinical order.</param>
public sealed record PainCourse(
    PainSite Site, Side Side, PainDuring During, PainPeriod Period, int? HighestNrs, int? Change, PainTrend Trend, IReadOnlyList<Guid> EpisodeIds);

/// <summary>A pain episode.</summary>
/// <param name="Id">The entry.</param>
/// <param name="On">The clinic's day.</param>
/// <param name="At">The clinic's clock time, if known.</param>
/// <param name="DaysAfterSurgery">Local days after his latest operation by then; null before his first operation.</param>
/// <param name="Nrs">The numeric score, 0 to 10.</param>
/// <param name="VasMillimetres">The visual score, 0 to 100 mm; it has no band.</param>
/// <param name="Band">The band of the numeric score.</param>
/// <param name="Site">Where.</param>
/// <param name="Side">On which side.</param>
/// <param name="During">At rest or moving.</param>
/// <param name="Period">Now, or the worst of 24 hours.</param>
public sealed record PainEpisode(
    Guid Id, LocalDate On, LocalTime? At, int? DaysAfterSurgery, int? Nrs, int? VasMillimetres, PainBand? Band, PainSite Site, Side Side,
    PainDuring During, PainPeriod Period);

/// <summary>How pain changed between the latest two scores. Less than two points is no change (V64).</summary>
public enum PainTrend
{
    /// <summary>There are not yet two numeric scores.</summary>
    Unknown,

    /// <summary>It rose.</summary>
    Rising,

    /// <summary>It fell.</summary>
    Falling,

    /// <summary>It changed by less than two points.</summary>
    Steady,
}

/// <summary>How strong a pain is, by its numeric score (V64).</summary>
public enum PainBand
{
    /// <summary>0.</summary>
    None,

    /// <summary>1 to 3.</summary>
    Mild,

    /// <summary>4 to 6.</summary>
    Moderate,

    /// <summary>7 to 10.</summary>
    Severe,
}
