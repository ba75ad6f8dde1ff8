using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using NodaTime;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

public sealed class ProtocolTests
{
    [Fact]
    public void The_first_version_has_the_items_of_the_written_schedule()
    {
        Standard.Recalls.Select(recall => recall.Key).ShouldBe(["CONTACT_24_48H", "CONTACT_1W", "CONTACT_6W", "HORMONE_6_9M"]);
        Standard.Recalls.Where(recall => recall.Reminds).Select(recall => recall.Key).ShouldBe(["CONTACT_6W", "HORMONE_6_9M"]);
    }

    [Fact]
    public void The_second_version_adds_the_later_checks_and_leaves_the_first_as_it_was()
    {
        var second = Protocol.Of("standard-2");

        second.Recalls.Select(recall => recall.Key).ShouldBe(
            ["CONTACT_24_48H", "CONTACT_1W", "CONTACT_6W", "CONTACT_90D", "HORMONE_6_9M", "HORMONE_12M", "HORMONE_18M", "HORMONE_24M_KS"]);
        second.Recalls.Where(recall => recall.IsForEveryMan).Select(recall => recall.GetType()).ShouldBe(Standard.Recalls.Select(recall => recall.GetType()));
        second.Recalls.Where(recall => recall.IsOptional).Select(recall => recall.Key).ShouldBe(["CONTACT_90D", "HORMONE_12M", "HORMONE_18M"]);
        Standard.ArrangedTests.ShouldBe(ArrangedTests.None);
    }

    [Fact]
    public void A_clinic_pins_a_version_with_the_optional_items_it_adds()
    {
        var added = Protocol.Of("standard-2+CONTACT_90D+HORMONE_18M");

        added.Added.ShouldBe(["CONTACT_90D", "HORMONE_18M"]);
        Protocol.Of("standard-2").Added.ShouldBeEmpty();
        Protocol.Of("standard-2").ShouldBeSameAs(Protocol.Of("standard-2"), "what is worked out once is kept by the protocol");
        Protocol.All.Keys.ShouldNotContain("standard-1+CONTACT_90D");
        Protocol.All.Keys.ShouldNotContain("standard-2+HORMONE_24M_KS", "it is Klinefelter's alone (R33)");
    }

    [Fact]
    public void A_clinic_chooses_the_lengths_of_its_ladder_and_the_id_says_all_there_is_to_say()
    {
        var own = Protocol.Of("standard-2+CONTACT_90D+messages-3+days-between-10+call-days-4+letter-days-21");

        (own.Reminders, own.DaysBetweenReminders, own.Unreachable.Days, own.DaysToAnswerLetter).ShouldBe((3, 10, 4, 21));
        (own.Unreachable.TimesOfDay, own.DaysBeforeCalls, own.LateReminderDays, own.LostAfter).ShouldBe((2, 3, 14, "HORMONE_6_9M"), "the rest is the version's");
        own.Added.ShouldBe(["CONTACT_90D"]);
        own.Recalls.Select(recall => recall.Key).ShouldBe(Protocol.Of("standard-2").Recalls.Select(recall => recall.Key));
        Protocol.Of(own.Id).ShouldBeSameAs(own);
    }

    [Theory]
    [InlineData("standard-2+messages-4", "more than three")]
    [InlineData("standard-2+messages-2", "what it is anyway")]
    [InlineData("standard-2+letter-days-21+messages-3", "another order, so another name for the same")]
    [InlineData("standard-2+messages-3+messages-3", "twice")]
    [InlineData("standard-2+messages-03", "another name for the same")]
    [InlineData("standard-2+messages-+3", "no number")]
    [InlineData("standard-1+letter-days-21", "it has no letter")]
    [InlineData("standard-2+messages-3+CONTACT_90D", "items come first")]
    [InlineData("standard-9+messages-3", "no such version")]
    [InlineData("messages-3", "of no version")]
    public void Lengths_that_cannot_be_are_refused_with_those_there_are(string id, string why)
    {
        Protocol.Find(id).ShouldBeNull(why);
        Should.Throw<ArgumentException>(() => Protocol.Of(id)).Message.ShouldContain("call-days (1 to 10)");
    }

    [Fact]
    public void No_two_items_of_one_kind_share_a_day_after_any_day_of_surgery()
    {
        foreach (var protocol in Protocol.All.Values)
        {
            foreach (var kind in protocol.Recalls.GroupBy(recall => recall.Kind))
            {
                foreach (var (one, next) in kind.Zip(kind.Skip(1)))
                {
                    for (var day = new LocalDate(2023, 1, 1); day.Year < 2029; day = day.PlusDays(1))
                    {
                        (day + one.Latest).ShouldBeLessThan(day + next.Earliest, $"{protocol.Id}: {one.Key} and {next.Key} after {day}");
                        (day + one.Earliest).ShouldBeLessThanOrEqualTo(day + one.Due);
                        (day + one.Due).ShouldBeLessThanOrEqualTo(day + one.Latest);
                    }
                }
            }
        }
    }

    [Fact]
    public void An_unknown_protocol_is_refused_with_the_names_of_those_there_are()
    {
        Should.Throw<ArgumentException>(() => Protocol.Of("standard-0")).Message.ShouldContain("standard-1");
    }
}
