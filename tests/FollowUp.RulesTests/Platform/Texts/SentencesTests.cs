using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Rules;
using FollowUp.Platform.Texts;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Platform.Texts;

public sealed class SentencesTests
{
    private static readonly LocalDate March5 = new(2026, 3, 5);

    private static readonly Catalogue Catalogue = new(
    [
        .. Language.All.SelectMany(TextFile.Of),
        new(Language.En, "test.json", """{ "test.Yes": "It is {percent:0.0} %, on {on} at {at}.", "Unit.Testosterone": "Testosterone" }"""),
        new(Language.Tr, "test.json", """{ "test.Yes": "{on} {at} itibarıyla %{percent:0.0}.", "Unit.Testosterone": "Testosteron" }"""),
    ]);

    private enum Unit
    {
        Testosterone,
    }

    [Fact]
    public void A_consent_is_explained_in_both_languages()
    {
        var course = Of(
            Enrolled,
            new ReminderConsentRecorded { StatedOn = March5, Consents = true, Form = ConsentForm.Written },
            new ReminderConsentRecorded { StatedOn = March5.PlusDays(7), Consents = false, Form = ConsentForm.Written });
        var why = new ConsentQuestion().Why(course, new(March5, "EAU-2023.1", "standard-1"))[0];

        new Sentences(Words.In(Language.En), course).Of(why).ShouldBe(
        [
            "He does not want to be reminded.",
            "Rests on: statement about reminders (12 March 2026), the statement that counts.",
            "Left out: statement about reminders (5 March 2026); another statement takes its place.",
        ]);
        new Sentences(Words.In(Language.Tr), course).Of(why).ShouldBe(
        [
            "Hatırlatılmak istemiyor.",
            "Dayanak: hatırlatma beyanı (12 Mart 2026), geçerli beyan.",
            "Hesaba katılmadı: hatırlatma beyanı (5 Mart 2026); yerine başka bir beyan geçti.",
        ]);
    }

    [Fact]
    public void Numbers_days_and_times_are_written_as_the_language_writes_them()
    {
        var explanation = Explained() with
        {
            Values = new Dictionary<string, object> { ["percent"] = 66.65m, ["on"] = March5, ["at"] = new LocalTime(8, 35) },
        };

        Say(explanation, Language.En)[0].ShouldBe("It is 66.7 %, on 5 March 2026 at 08:35.");
        Say(explanation, Language.Tr)[0].ShouldBe("5 Mart 2026 08:35 itibarıyla %66,7.");
    }

    [Theory]
    [InlineData("11.99", "nmol/L", "Testosterone: 11.99 nmol/L is below 12 nmol/L (R45).")]
    [InlineData("12", "nmol/L", "Testosterone: 12 nmol/L is not below 12 nmol/L (R45).")]
    [InlineData("11.99999", "nmol/L", "Testosterone: 11.99999 nmol/L is below 12 nmol/L (R45).")]
    [InlineData("11.96", "%", "Testosterone: 11.96 % is below 12.0 % (R45).")]
    public void A_rounded_value_never_seems_to_lie_on_the_other_side_of_its_limit(string value, string unit, string expected)
    {
        var number = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        Say(Explained() with { Compared = [Compared.Of(Unit.Testosterone, number, unit, Relation.Below, 12m, "R45")] }, Language.En)[1].ShouldBe(expected);
    }

    [Fact]
    public void A_censored_value_across_its_limit_is_said_to_be_open() =>
        Say(Explained() with { Compared = [Compared.Censored(Unit.Testosterone, "<", 14m, "nmol/L", Relation.Below, 12m, null, "R16")] }, Language.Tr)[1]
            .ShouldBe("Testosteron: <14 nmol/L; 12 nmol/L sınırına göre: altında olup olmadığı belirsiz (R16).");

    [Fact]
    public void A_code_without_a_text_is_written_as_it_is() =>
        Say(Explained() with { Outcome = Answer.Unknown }, Language.En)[0].ShouldBe("test.Unknown");

    private static Explanation Explained() => new() { Of = "test", Outcome = Answer.Yes };

    private static IReadOnlyList<string> Say(Explanation explanation, Language language) => new Sentences(Catalogue.In(language), Of()).Of(explanation);
}
