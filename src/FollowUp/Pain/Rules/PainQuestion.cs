using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using NodaTime;

namespace FollowUp.Pain.Rules;

/// <summary>A man's pain episodes in clinical order, and the latest of them.</summary>
public sealed class PainQuestion : IQuestion
{
    /// <inheritdoc/>
    public string Name => "pain";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked) => Answer(course);

    /// <summary>The typed answer.</summary>
    public static PainAnswer Answer(PatientCourse course)
    {
        PainEpisode[] episodes = [.. course.Of<PainReported>().Select(standing => new PainEpisode(
            standing.Id,
            standing.Occurred.Earliest,
            standing.Occurred.Time,
            standing.Fact.Nrs,
            standing.Fact.VasMillimetres,
            standing.Fact.Nrs is { } nrs ? Band(nrs) : null,
            standing.Fact.Site,
            standing.Fact.Side,
            standing.Fact.Period))];
        return new(episodes.LastOrDefault(), episodes);
    }

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
public sealed record PainAnswer(PainEpisode? Latest, IReadOnlyList<PainEpisode> Episodes);

/// <summary>A pain episode.</summary>
/// <param name="Id">The entry.</param>
/// <param name="On">The clinic's day.</param>
/// <param name="At">The clinic's clock time, if known.</param>
/// <param name="Nrs">The numeric score, 0 to 10.</param>
/// <param name="VasMillimetres">The visual score, 0 to 100 mm; it has no band.</param>
/// <param name="Band">The band of the numeric score.</param>
/// <param name="Site">Where.</param>
/// <param name="Side">On which side.</param>
/// <param name="Period">Now, or the worst of 24 hours.</param>
public sealed record PainEpisode(
    Guid Id, LocalDate On, LocalTime? At, int? Nrs, int? VasMillimetres, PainBand? Band, PainSite Site, Side Side, PainPeriod Period);

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
