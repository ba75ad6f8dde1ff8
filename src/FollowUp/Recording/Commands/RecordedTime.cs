using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.FactChecks;
using NodaTime;

namespace FollowUp.Recording.Commands;

/// <summary>When a command is recorded: when it is stored. Only for made-up men may the recorded time be set.</summary>
public static class RecordedTime
{
    /// <summary>The least time between two entries recorded by a clock: what the store can tell apart.</summary>
    public static readonly Duration Step = Duration.FromNanoseconds(1000);

    /// <summary>The recorded time of what comes next: the clock's, and always later than the entry before.</summary>
    /// <remarks>
    /// The clocks of two nodes never agree to the microsecond. By a clock alone the later entry could be recorded before the earlier
    /// one, and a question as of an instant between them would see a past that never was.
    /// </remarks>
    /// <param name="clock">What this node's clock says.</param>
    /// <param name="courses">The courses it is appended to.</param>
    public static Instant Next(Instant clock, params ReadOnlySpan<PatientCourse> courses)
    {
        foreach (var course in courses)
        {
            clock = course.Log is [.., var last] ? Next(clock, last.RecordedAt) : clock;
        }

        return clock;
    }

    /// <summary>The recorded time of what comes after an entry.</summary>
    public static Instant Next(Instant clock, Instant last) => Instant.Max(clock, last + Step);

    /// <summary>Why a command may not name its recorded time; null when it may, or names none.</summary>
    /// <param name="named">The time it names.</param>
    /// <param name="clinic">The clinic.</param>
    /// <param name="now">The store's time.</param>
    /// <param name="last">When the man's last entry was recorded: his log is in the order it was recorded.</param>
    public static Finding? Refuse(Instant? named, Clinic clinic, Instant now, Instant? last)
    {
        Finding Refusal(string code, string remedy) => Finding.Refusal(code, "recordedAt", named, remedy);

        return named is null ? null
            : !clinic.Synthetic ? Refusal("RecordedTimeSet", "The store sets the recorded time. Leave it out; the source's own time goes into sourceRecordedAt.")
            : named > now ? Refusal("InTheFuture", "Nothing is recorded yet at that instant.")
            : named.Value.InUtc().Date < PlausibleDates.First ? Refusal("TooLongAgo", "The date is before 1900. Write the year with four digits.")
            : named < last ? Refusal("BeforeLastRecorded", $"A later entry of his was recorded at {last}. Send a man's lines in the order they were recorded.")
            : null;
    }
}
