using FollowUp.Course;
using FollowUp.Recording.ReadModels;
using JasperFx.Events;
using Marten;
using NodaTime;

namespace FollowUp.Recording.Commands;

/// <summary>How entries get into a man's stream: here, and nowhere else.</summary>
public static class Appending
{
    /// <summary>Appends entries to a stream, all recorded now by one sender and after the entry before; those the course holds already are not appended again.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="course">The course that stands in it.</param>
    /// <param name="now">What the clock says; see <see cref="RecordedTime.Next(Instant, ReadOnlySpan{PatientCourse})"/>.</param>
    /// <param name="recordedBy">Who sends them.</param>
    /// <param name="added">The entries.</param>
    /// <returns>The course with them.</returns>
    public static PatientCourse Append(
        this IDocumentSession session, IEventStream<DueDates> stream, PatientCourse course, Instant now, string recordedBy, params IEnumerable<NewEntry> added) =>
        session.AppendAt(stream, course, RecordedTime.Next(now, course), recordedBy, added);

    /// <summary>Appends entries recorded at a given instant, which is not before the last entry's.</summary>
    internal static PatientCourse AppendAt(
        this IDocumentSession session, IEventStream<DueDates> stream, PatientCourse course, Instant recordedAt, string recordedBy, IEnumerable<NewEntry> added)
    {
        var entries = added.Where(entry => course.Find(entry.Id) is null)
            .Select((entry, i) => new Entry(entry.Id, course.Version + 1 + i, recordedAt, recordedBy, entry.Fact)).ToList();
        foreach (var entry in entries)
        {
            stream.AppendOne(session.EventOf(entry));
        }

        return entries.Count == 1 ? course.With(entries[0]) : course.With(entries);
    }
}
