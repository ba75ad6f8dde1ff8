using FollowUp.Patients.Facts;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Rules.Messages;

namespace FollowUp.RulesTests.Recalls.Channels;

/// <summary>Channels for written messages, found by scanning.</summary>
public sealed class ChannelRulesTests
{
    [Fact]
    public void Every_channel_but_the_telephone_declares_itself_with_a_usable_text_in_each_language()
    {
        ChannelRules.All.Select(channel => channel.Channel).ShouldBe(Enum.GetValues<Channel>().Where(channel => channel != Channel.Phone));
        TextSettings.Standard.ByKind.Keys.ShouldBe(Language.All.SelectMany(language => ChannelRules.All.Select(channel => (language, channel.Channel))));
        TextSettings.Standard.ByKind.ShouldAllBe(text => TextCheck.Of(text.Key.Language, text.Key.Channel, text.Value, TextSettings.Standard).Count == 0);
    }

    [Fact]
    public void A_man_without_preferences_gets_e_mail_and_the_letter_is_posted_by_a_person()
    {
        ChannelRules.Default.ShouldBe(Channel.Email);
        ChannelRules.Letter.ShouldBe(Channel.Post);
        ChannelRules.Automatic.ShouldContain(ChannelRules.Default);
        ChannelRules.Automatic.ShouldNotContain(ChannelRules.Letter);
    }

    [Fact]
    public void A_call_has_no_text() =>
        Should.Throw<ArgumentException>(() => TextCheck.Of(Language.En, Channel.Phone, new("", ""), TextSettings.Standard));
}
