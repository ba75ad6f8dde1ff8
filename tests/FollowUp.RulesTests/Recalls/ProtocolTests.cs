using FollowUp.Recalls.Rules;
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
