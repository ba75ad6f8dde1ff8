namespace FollowUp.Recalls.Rules.Messages;

/// <summary>The length of a text message as it is transmitted (3GPP TS 23.038 and 23.040).</summary>
/// <param name="Alphabet">How it is coded; one letter outside GSM 7-bit turns the whole message into UCS-2.</param>
/// <param name="Units">Its length in septets, or in 16-bit units.</param>
/// <param name="Parts">The number of messages it is sent and charged as.</param>
public sealed record SmsLength(SmsAlphabet Alphabet, int Units, int Parts)
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // These take an escape and a second septet.
    private const string Extended = "\f^{}\\[~]|€";

    /// <summary>The length of a text. A part holds 160 septets or 70 units alone, 153 or 67 as one of several.</summary>
    public static SmsLength Of(string text)
    {
        if (text.All(letter => Basic.Contains(letter, StringComparison.Ordinal) || Extended.Contains(letter, StringComparison.Ordinal)))
        {
            // An escape and its septet are not split between two parts.
            int[] widths = [.. text.Select(letter => Extended.Contains(letter, StringComparison.Ordinal) ? 2 : 1)];
            return new(SmsAlphabet.Gsm7, widths.Sum(), Split(widths, 160, 153));
        }

        int[] runes = [.. text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength)];
        return new(SmsAlphabet.Ucs2, runes.Sum(), Split(runes, 70, 67));
    }

    private static int Split(int[] widths, int alone, int together)
    {
        if (widths.Sum() <= alone)
        {
            return 1;
        }

        var (parts, used) = (1, 0);
        foreach (var width in widths)
        {
            (parts, used) = used + width > together ? (parts + 1, width) : (parts, used + width);
        }

        return parts;
    }
}

/// <summary>How a text message is coded.</summary>
public enum SmsAlphabet
{
    /// <summary>The GSM 7-bit default alphabet with its extension; it has no ş, ğ, ı, İ and ç.</summary>
    Gsm7,

    /// <summary>Sixteen bits a letter.</summary>
    Ucs2,
}
