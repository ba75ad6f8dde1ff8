using FollowUp.Course;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>Replies by which a man says that he wants no more messages.</summary>
public static class OptOut
{
    private static readonly string[] Words = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "QUIT", "END", "IPTAL", "DUR", "RED"];

    /// <summary>Whether the first word of a reply is one of them, in any capitals and with either i of Turkish.</summary>
    public static bool Is(string reply) =>
        reply.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && IsWord(first);

    /// <summary>Whether a reply was written before the consent that stands was given; on the consent's own day, before it was recorded.</summary>
    /// <param name="consent">What he last said; null when he was not asked.</param>
    /// <param name="writtenAt">When the reply was written.</param>
    /// <param name="zone">The clinic's zone.</param>
    public static bool IsOlderThan(Standing<ReminderConsentRecorded>? consent, Instant writtenAt, DateTimeZone zone) =>
        consent is { Fact.Consents: true }
        && (consent.Fact.StatedOn.CompareTo(writtenAt.InZone(zone).Date) is var order and not 0 ? order > 0 : consent.Entry.FirstRecorded.At > writtenAt);

    /// <summary>Whether a word is one of them.</summary>
    public static bool IsWord(string word) => Words.Contains(
        word.Trim('"', '\'', '.', ',', '!', '?', ':', ';', '(', ')', '“', '”', '-').Replace('ı', 'I').Replace('İ', 'I').ToUpperInvariant(), StringComparer.Ordinal);
}
