using System.Globalization;
using FollowUp.Course;
using FollowUp.Patients.Facts;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>What is wrong with a text of a message, before any man gets it.</summary>
public static class TextCheck
{
    /// <summary>The longest telephone number a text is measured with.</summary>
    public const string LongestTelephone = "+90 212 000 00 00 00";

    // Beginnings of words, in either language: what they begin tells a diagnosis, an operation, a result or a speciality.
    private static readonly string[] Forbidden =
    [
        "tese", "surg", "operation", "ameliyat", "operasyon", "biops", "biyops", "histolog", "histoloj", "patholog", "patoloj",
        "sperm", "semen", "azoo", "infertil", "fertil", "kısır", "tüp bebek", "ivf", "oocyte", "yumurta", "partner", "eşiniz",
        "testis", "testic", "scrot", "skrot", "hormon", "testost", "hypogonad", "hipogonad", "klinefelter", "karyo",
        "urolog", "üroloj", "androlo", "sexual", "cinsel", "libido", "erect", "ereksiyon",
        "pain", "ağrı", "bleed", "kanama", "fever", "ateş", "wound", "yara", "complication", "komplikasyon",
        "result", "sonuç", "sonuc", "blood", "kan ", "laborat", "analy", "tahlil", "test", "drug", "ilaç", "ilac", "paracetamol", "parasetamol",
        "diagnos", "tanı", "disease", "hastalık", "patient", "hasta",
    ];

    private static readonly CultureInfo[] Readings = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("tr-TR")];

    /// <summary>The words in a text that must not appear, however their capitals are read.</summary>
    public static IReadOnlyList<string> ForbiddenIn(ReminderText text) =>
        [.. Forbidden.Where(word => Readings.Any(culture => $"{text.Subject}\n{text.Body} ".ToLower(culture).Contains(word, StringComparison.Ordinal)))];

    /// <summary>Everything that keeps a text from being used.</summary>
    /// <param name="language">Its language.</param>
    /// <param name="channel">The channel it is for; not the telephone.</param>
    /// <param name="text">The text, its telephone number not yet filled in.</param>
    public static IReadOnlyList<Finding> Of(Language language, Channel channel, ReminderText text)
    {
        var rules = ChannelRules.Of(channel);
        var findings = ForbiddenIn(text)
            .Select(word => Finding.Refusal("ForbiddenWord", "body", word, "Whoever reads over his shoulder would learn something. Say it without this word."))
            .ToList();
        if (string.IsNullOrWhiteSpace(text.Body) || (rules.HasSubject && string.IsNullOrWhiteSpace(text.Subject)))
        {
            findings.Add(Finding.Refusal("Missing", text.Body.Length == 0 ? "body" : "subject", null, "A message needs a text, and an e-mail or letter a subject."));
        }

        if (!text.Body.Contains(ReminderTexts.Telephone, StringComparison.Ordinal))
        {
            findings.Add(Finding.Refusal("NoTelephone", "body", null, $"Say whom to call: write {ReminderTexts.Telephone} where the number goes."));
        }

        if (rules.TakesReplies && !text.Body.Split(' ', '.', '\n').Any(OptOut.IsWord))
        {
            findings.Add(Finding.Refusal("NoWayOut", "body", null, "Say how to stop it: STOP or İPTAL as a reply."));
        }

        var longest = text.Body.Replace(ReminderTexts.Telephone, language == Language.Tr ? $"{LongestTelephone} numarasını" : LongestTelephone, StringComparison.Ordinal);
        return [.. findings, .. rules.Check(longest)];
    }
}
