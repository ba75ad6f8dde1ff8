using FollowUp.Patients.Rules;
using JasperFx.Events;
using Marten;
using NodaTime;

namespace FollowUp.Patients.Recording;

/// <summary>How entries get into a man's stream: here, and nowhere else.</summary>
public static class Appending
{
    /// <summary>Appends entries to a stream, all recorded now by one sender; those the course holds already are not appended again.</summary>
    /// <returns>The course with them.</returns>
    public static PatientCourse Append(
        this IDocumentSession session, IEventStream<CourseDocument> stream, PatientCourse course, Instant now, string recordedBy, params IEnumerable<NewEntry> added)
    {
        var entries = added.Where(entry => course.Find(entry.Id) is null)
            .Select((entry, i) => new Entry(entry.Id, course.Version + 1 + i, now, recordedBy, entry.Fact)).ToList();
        foreach (var entry in entries)
        {
            stream.AppendOne(session.EventOf(entry));
        }

        return entries.Count == 1 ? course.With(entries[0]) : course.With(entries);
    }
}
