namespace FollowUp.Recalls.Rules;

/// <summary>Replies by which a man says that he wants no more messages.</summary>
public static class OptOut
{
    private static readonly string[] Words = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "QUIT", "END", "IPTAL", "DUR", "RED"];

    /// <summary>Whether the first word of a reply is one of them, in any capitals and with either i of Turkish.</summary>
    public static bool Is(string reply) =>
        reply.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] && IsWord(first);

    /// <summary>Whether a word is one of them.</summary>
    public static bool IsWord(string word) => Words.Contains(
        word.Trim('"', '\'', '.', ',', '!', '?', ':', ';', '(', ')', '“', '”', '-').Replace('ı', 'I').Replace('İ', 'I').ToUpperInvariant(), StringComparer.Ordinal);
}
