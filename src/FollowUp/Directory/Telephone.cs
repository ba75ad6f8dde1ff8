using PhoneNumbers;

namespace FollowUp.Directory;

/// <summary>Telephone numbers as people write them.</summary>
internal static class Telephone
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>The number in E.164, for instance <c>+905321234567</c>; null when it is not a number that can be dialled.</summary>
    /// <param name="text">In any usual spelling, national or international.</param>
    /// <param name="region">The country of a number without a country code, ISO 3166 alpha-2.</param>
    public static string? ToE164(string text, string region)
    {
        try
        {
            var number = Numbers.Parse(text, region);
            return Numbers.IsValidNumber(number) ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
