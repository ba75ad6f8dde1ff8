namespace FollowUp.Recalls.Channels;

/// <summary>What a provider calls a message, or gives as a reason, as it may be recorded: a short code without spaces.</summary>
public static class ProviderId
{
    private const int Longest = 200;

    /// <summary>The id; null when it is none.</summary>
    public static string? Of(string? id) =>
        id is { Length: > 0 and <= Longest } && id.All(letter => letter is >= '!' and <= '~') ? id : null;

    /// <summary>A reason as a code: letters, digits, dots and dashes, the first forty; what else a provider writes may name the man.</summary>
    public static string CodeOf(string? reason)
    {
        var code = string.Concat((reason ?? "").Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-').Take(40));
        return code.Length == 0 ? "NoReason" : code;
    }
}
