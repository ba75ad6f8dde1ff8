namespace FollowUp.Recalls.Channels;

/// <summary>A provider's message id or reason in the form that may be stored: a short code without spaces.</summary>
public static class ProviderId
{
    private const int Longest = 200;

    /// <summary>The id; null when it is not such a code.</summary>
    public static string? Of(string? id) =>
        id is { Length: > 0 and <= Longest } && id.All(letter => letter is >= '!' and <= '~') ? id : null;

    /// <summary>A reason as a code: its letters, digits, dots and dashes, at most 40. Anything else a provider writes might name the man.</summary>
    public static string CodeOf(string? reason)
    {
        var code = string.Concat((reason ?? "").Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-').Take(40));
        return code.Length == 0 ? "NoReason" : code;
    }
}
