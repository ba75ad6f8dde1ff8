using FollowUp.Course;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Recalls.Calendar;

/// <summary>A booked test as one calendar event, even if a merge of two records or its undoing has copied the booking.</summary>
/// <param name="FirstId">The entry it was first recorded as: the event's id.</param>
/// <param name="Course">The record that holds it, or held it last.</param>
/// <param name="Fact">The booking, with its corrections.</param>
/// <param name="Stands">Whether it is not retracted.</param>
/// <param name="Changes">How often it was copied, corrected, retracted or restored; it never falls.</param>
/// <param name="ChangedAt">When it last changed, or was recorded.</param>
public sealed record BookedTest(Guid FirstId, PatientCourse Course, TestBooked Fact, bool Stands, int Changes, Instant ChangedAt)
{
    /// <summary>The booking of an entry; null when the entry is not one.</summary>
    /// <param name="records">A man's course, and every record that was ever merged with his.</param>
    /// <param name="entryId">The booking's entry, or a copy of it.</param>
    public static BookedTest? Of(IReadOnlyList<PatientCourse> records, Guid entryId)
    {
        if (records.Select(record => record.Find(entryId)).OfType<Entry>().FirstOrDefault() is not { Fact: TestBooked, FirstId: var firstId })
        {
            return null;
        }

        var copies = records.SelectMany(record => record.Log.Where(entry => entry.FirstId == firstId).Select(copy => (Record: record, Copy: copy)))
            .OrderBy(found => found.Copy.RecordedAt).ToList();
        var about = copies.Select(found => found.Copy.Id).ToHashSet();
        var changedAt = copies[^1].Copy.RecordedAt;
        var changes = copies.Count - 1;
        foreach (var change in records.SelectMany(record => record.Log).Where(entry => Corrections.About(entry.Fact) is { } id && about.Contains(id)))
        {
            // A retraction can itself be retracted, so changes of changes count.
            about.Add(change.Id);
            changes++;
            changedAt = Instant.Max(changedAt, change.RecordedAt);
        }

        foreach (var record in records)
        {
            if (record.Of<TestBooked>().FirstOrDefault(booking => about.Contains(booking.Id)) is { } standing)
            {
                return new(firstId, record, standing.Fact, Stands: true, changes, changedAt);
            }
        }

        var (last, copy) = copies[^1];
        return new(firstId, last, (TestBooked)copy.Fact, Stands: false, changes, changedAt);
    }
}
