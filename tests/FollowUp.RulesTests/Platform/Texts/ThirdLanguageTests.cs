using FollowUp.Patients.Facts;
using FollowUp.Patients.Rules;
using FollowUp.Platform.Texts;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.RulesTests.Golden;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Platform.Texts;

/// <summary>A third language is a folder of files and no code; what it lacks is said in English.</summary>
public sealed class ThirdLanguageTests
{
    private static readonly Language German = new("de");

    private static readonly Catalogue Catalogue = new(
    [
        .. ((Language[])[Language.Tr, Language.En]).SelectMany(TextFile.Of),
        .. System.IO.Directory.GetFiles(Repository.TestPath("Platform", "Texts", "de")).Select(file => new TextFile(German, Path.GetFileName(file), File.ReadAllText(file))),
    ]);

    private static readonly Words Words = Catalogue.In(German);

    [Fact]
    public void It_stands_behind_the_others_is_stored_by_its_tag_and_called_by_its_own_name()
    {
        Catalogue.All.Select(words => words.Language.Tag).ShouldBe(["tr", "en", "de"]);
        German.Name.ShouldBe("De");
        Catalogue.In(Language.En).Of(German).ShouldBe("Deutsch");
        Words.Of(German).ShouldBe("Deutsch");
    }

    [Fact]
    public void It_counts_and_writes_values_in_its_own_way_and_says_in_English_what_it_lacks()
    {
        Words.Fill("Today.Men", ("n", 1)).ShouldBe("Ein Mann");
        Words.Fill("Today.Men", ("n", 21)).ShouldBe("21 Männer");
        Words.Of(1.5m).ShouldBe("1,5");
        Words.Of(new LocalDate(2026, 3, 5)).ShouldBe("5 März 2026");
        Words["Today.Title"].ShouldBe("Today");
        Words.Own("Today.Title").ShouldBeNull();
    }

    [Fact]
    public void It_explains_with_its_own_days()
    {
        var course = Of(Enrolled, new ReminderConsentRecorded { StatedOn = new(2026, 3, 5), Consents = true, Form = ConsentForm.Written });
        var why = new ConsentQuestion().Why(course, new(new(2026, 3, 5), "EAU-2023.1", "standard-1"))[0];

        new Sentences(Words, course).Of(why)[1].ShouldBe("Rests on: statement about reminders (5 März 2026), the statement that counts.");
    }

    [Fact]
    public void Its_messages_name_the_number_in_its_own_words_and_its_own_words_are_watched()
    {
        var texts = TextSettings.Of(Catalogue);

        texts.In(German, Channel.Email, "+49 30 000").ShouldBe(new ReminderText(
            "Erinnerung", "Guten Tag,\n\nbitte rufen Sie die Nummer +49 30 000 an.\n\nKeine Nachrichten mehr? Antworten Sie STOPP.\n"));
        texts.In(German, Channel.Email, "").Body.ShouldContain("rufen Sie uns an");
        TextCheck.Of(German, Channel.Email, texts.ByKind[(German, Channel.Email)], texts).ShouldBeEmpty();
        TextCheck.Of(German, Channel.Email, new("Erinnerung", "Ihr Hoden: {telephone}. STOPP"), texts).ShouldHaveSingleItem().Value.ShouldBe("hoden");
        TextCheck.Of(German, Channel.Sms, new("", "{telephone}"), texts).ShouldHaveSingleItem().Message.ShouldContain("STOPP");
        OptOut.Is("stopp bitte", texts.Words[German].OptOut).ShouldBeTrue();
    }

    [Theory]
    [InlineData("tr-TR,en;q=0.5", "tr")]
    [InlineData("de,EN-us", "en")]
    [InlineData("fr", "en")]
    [InlineData("", "en")]
    public void The_first_language_that_there_is_is_taken(string tags, string taken) => Language.Preferred(tags.Split(';')[0].Split(',')).Tag.ShouldBe(taken);
}
