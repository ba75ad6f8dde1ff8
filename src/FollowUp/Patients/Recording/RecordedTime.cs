using FollowUp.Access;
using FollowUp.Patients.Rules;
using NodaTime;

namespace FollowUp.Patients.Recording;

/// <summary>When a command is recorded: when the store takes it. Only the past of made-up men may be set.</summary>
public static class RecordedTime
{
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
            : named < last ? Refusal("BeforeLastRecorded", $"A later entry of his was recorded at {last}. Send a man's lines in the order they were recorded.")
            : null;
    }
}
