using FollowUp.Course;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>Replies that ask for no more messages.</summary>
public static class OptOut
{
    /// <summary>Whether the first word of a reply is one of these words, in upper or lower case and with either Turkish i.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="words">The words, of every language.</param>
    public static bool Is(string reply, IEnumerable<string> words) =>
        reply.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && IsWord(first, words);

    /// <summary>Whether a reply was written before the present consent was given; on the day of the consent, before it was recorded.</summary>
    /// <param name="consent">What he last said; null when he was not asked.</param>
    /// <param name="writtenAt">When the reply was written.</param>
    /// <param name="zone">The clinic's zone.</param>
    public static bool IsOlderThan(Standing<ReminderConsentRecorded>? consent, Instant writtenAt, DateTimeZone zone) =>
        consent is { Fact.Consents: true }
        && (consent.Fact.StatedOn.CompareTo(writtenAt.InZone(zone).Date) is var order and not 0 ? order > 0 : consent.Entry.FirstRecorded.At > writtenAt);

    /// <summary>Whether a word is one of these words.</summary>
    public static bool IsWord(string word, IEnumerable<string> words) => words.Select(Folded).Contains(
        Folded(word.Trim('"', '\'', '.', ',', '!', '?', ':', ';', '(', ')', '“', '”', '-')), StringComparer.Ordinal);

    private static string Folded(string word) => word.Replace('ı', 'I').Replace('İ', 'I').ToUpperInvariant();
}
