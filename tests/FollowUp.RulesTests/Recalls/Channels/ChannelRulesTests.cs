using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules.Messages;

namespace FollowUp.RulesTests.Recalls.Channels;

/// <summary>Channels for written messages, found by scanning.</summary>
public sealed class ChannelRulesTests
{
    [Fact]
    public void Every_channel_but_the_telephone_declares_itself_with_a_usable_text_in_each_language()
    {
        ChannelRules.All.Select(channel => channel.Channel).ShouldBe(Enum.GetValues<Channel>().Where(channel => channel != Channel.Phone));
        foreach (var channel in ChannelRules.All)
        {
            channel.Texts.Keys.Order().ShouldBe(Enum.GetValues<Language>());
            channel.Texts.ShouldAllBe(text => TextCheck.Of(text.Key, channel.Channel, text.Value).Count == 0);
        }
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
        Should.Throw<ArgumentException>(() => TextCheck.Of(Language.En, Channel.Phone, new("", "")));
}
