using System.Globalization;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Recalls.Rules;

namespace FollowUp.RulesTests.Recalls;

public sealed class ReminderTextTests
{
    private static readonly string[] Forbidden =
    [
        "tese", "surg", "operation", "ameliyat", "operasyon", "biops", "biyops", "histolog", "histoloj", "patholog", "patoloj",
        "sperm", "semen", "azoo", "infertil", "fertil", "kısır", "tüp bebek", "ivf", "oocyte", "yumurta", "partner", "eşiniz",
        "testis", "testic", "scrot", "skrot", "hormon", "testost", "hypogonad", "hipogonad", "klinefelter", "karyo",
        "urolog", "üroloj", "androlo", "sexual", "cinsel", "libido", "erect", "ereksiyon",
        "pain", "ağrı", "bleed", "kanama", "fever", "ateş", "wound", "yara", "complication", "komplikasyon",
        "result", "sonuç", "blood", "kan ", "laborat", "analy", "tahlil", "test", "drug", "ilaç", "paracetamol", "parasetamol",
        "diagnos", "tanı", "disease", "hastalık", "patient", "hasta",
    ];

    [Theory]
    [InlineData(Language.Tr)]
    [InlineData(Language.En)]
    public void A_reminder_gives_away_no_diagnosis_operation_result_or_speciality(Language language)
    {
        var text = ReminderText.In(language, "+90 212 000 00 00");
        foreach (var culture in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("tr-TR") })
        {
            var read = $"{text.Subject}\n{text.Body}".ToLower(culture);

            Forbidden.Where(word => read.Contains(word, StringComparison.Ordinal)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(Language.Tr, "İPTAL", "kontrolünüz")]
    [InlineData(Language.En, "STOP", "planned check")]
    public void It_says_whom_to_call_and_how_to_stop_it(Language language, string stop, string check)
    {
        ReminderText.In(language, "+90 212 000 00 00").Body.ShouldSatisfyAllConditions(
            body => body.ShouldContain("+90 212 000 00 00"),
            body => body.ShouldContain(stop),
            body => body.ShouldContain(check));
        ReminderText.In(language, "").Body.ShouldNotContain("  ");
    }
}
