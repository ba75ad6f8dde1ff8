using FollowUp.Course;
using FollowUp.Course.Json;
using NodaTime;

namespace FollowUp.Recording;

/// <summary>One line of a man's timeline: an entry as recorded, and whether it stands.</summary>
/// <param name="Id">The entry's id.</param>
/// <param name="Version">Its place in the stream.</param>
/// <param name="Kind">Its kind's stored name.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Fact">What was stated: a <see cref="Course.Fact"/>, written without its kind, which stands beside it.</param>
public sealed record TimelineLine(Guid Id, long Version, string Kind, Instant RecordedAt, string RecordedBy, object Fact)
{
    /// <summary>Whether it stands; null for corrections and retractions themselves that do.</summary>
    public bool Retracted { get; init; }

    /// <summary>The fact as corrected, if it was.</summary>
    public object? Corrected { get; init; }

    /// <summary>The entries that correct it.</summary>
    public IReadOnlyList<Guid>? CorrectedBy { get; init; }
}

/// <summary>Everything recorded of a man, with corrections visible.</summary>
public static class Timeline
{
    /// <summary>The lines of a course, in the order they were recorded.</summary>
    public static IReadOnlyList<TimelineLine> Of(PatientCourse course)
    {
        var retracted = Corrections.RetractedIn(course.Log);
        var corrected = course.Standing.Where(standing => standing.CorrectedBy.Count > 0).ToDictionary(standing => standing.Id);
        return [.. course.Log.Select(entry => Line(entry) with
        {
            Retracted = retracted.Contains(entry.Id),
            Corrected = corrected.TryGetValue(entry.Id, out var standing) ? standing.Fact : null,
            CorrectedBy = corrected.TryGetValue(entry.Id, out standing) ? standing.CorrectedBy : null,
        })];
    }

    /// <summary>An entry as it was recorded.</summary>
    public static TimelineLine Line(Entry entry) => new(
        entry.Id, entry.Version, FactJson.NameOf(entry.Fact), entry.RecordedAt, entry.RecordedBy, entry.Fact);
}
