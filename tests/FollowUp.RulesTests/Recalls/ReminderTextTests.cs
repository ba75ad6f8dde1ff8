using FollowUp.Patients.Facts;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;

namespace FollowUp.RulesTests.Recalls;

public sealed class ReminderTextTests
{
    [Theory]
    [InlineData("tr", "İPTAL", "kontrolünüz")]
    [InlineData("en", "STOP", "planned check")]
    public void A_text_says_whom_to_call_and_how_to_stop_it(string tag, string stop, string check)
    {
        TextSettings.Standard.In(new(tag), Channel.Email, "+90 212 000 00 00").Body.ShouldSatisfyAllConditions(
            body => body.ShouldContain("+90 212 000 00 00"),
            body => body.ShouldContain(stop),
            body => body.ShouldContain(check));
        TextSettings.Standard.In(new(tag), Channel.Sms, "").Body.ShouldNotContain("{");
    }

    [Theory]
    [InlineData(Channel.Email, "Reminder", "Your AMELİYAT follow-up: call {telephone}. STOP", "ForbiddenWord")]
    [InlineData(Channel.Email, "Reminder", "YARA kontrolü: {telephone} STOP", "ForbiddenWord")]
    [InlineData(Channel.Email, "", "Please call {telephone}. STOP", "Missing")]
    [InlineData(Channel.Email, "Reminder", "Please call us. STOP", "NoTelephone")]
    [InlineData(Channel.Sms, "", "Please call {telephone}.", "NoWayOut")]
    public void A_text_that_must_not_be_used_says_why(Channel channel, string subject, string body, string code) =>
        TextCheck.Of(Language.Tr, channel, new(subject, body), TextSettings.Standard).Select(finding => finding.Code).ShouldBe([code]);

    [Fact]
    public void A_text_message_of_three_parts_is_too_long() =>
        TextCheck.Of(Language.Tr, Channel.Sms, new("", $"{{telephone}} STOP {new string('ş', 110)}"), TextSettings.Standard).ShouldHaveSingleItem().Code.ShouldBe("TooLong");

    [Theory]
    [InlineData("", 0, 0, SmsAlphabet.Gsm7, 1)]
    [InlineData("a", 160, 160, SmsAlphabet.Gsm7, 1)]
    [InlineData("a", 161, 161, SmsAlphabet.Gsm7, 2)]
    [InlineData("a", 306, 306, SmsAlphabet.Gsm7, 2)]
    [InlineData("a", 307, 307, SmsAlphabet.Gsm7, 3)]
    [InlineData("€", 80, 160, SmsAlphabet.Gsm7, 1)]
    [InlineData("€", 81, 162, SmsAlphabet.Gsm7, 2)]
    [InlineData("€", 153, 306, SmsAlphabet.Gsm7, 3)]
    [InlineData("ö", 160, 160, SmsAlphabet.Gsm7, 1)]
    [InlineData("ş", 70, 70, SmsAlphabet.Ucs2, 1)]
    [InlineData("ş", 71, 71, SmsAlphabet.Ucs2, 2)]
    [InlineData("ş", 134, 134, SmsAlphabet.Ucs2, 2)]
    [InlineData("ş", 135, 135, SmsAlphabet.Ucs2, 3)]
    [InlineData("😀", 67, 134, SmsAlphabet.Ucs2, 3)]
    public void A_text_message_is_counted_as_it_is_sent(string letter, int times, int units, SmsAlphabet alphabet, int parts) =>
        SmsLength.Of(string.Concat(Enumerable.Repeat(letter, times))).ShouldBe(new SmsLength(alphabet, units, parts));

    [Theory]
    [InlineData("STOP", true)]
    [InlineData("stop.", true)]
    [InlineData("  İPTAL lütfen", true)]
    [InlineData("iptal", true)]
    [InlineData("ıptal", true)]
    [InlineData("IPTAL!", true)]
    [InlineData("Please stop by on Monday?", false)]
    [InlineData("Tamam", false)]
    [InlineData("", false)]
    public void A_reply_that_wants_no_more_is_understood(string reply, bool stops) => OptOut.Is(reply, TextSettings.OptOutWords).ShouldBe(stops);
}
