using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.Samples;

namespace FollowUp.RulesTests.Hormones;

public sealed class BoundsTests
{
    private static readonly Bounds Five = Bounds.Of(5);

    private static readonly Bounds BelowFive = Bounds.Of(Comparison.LessThan, 5);

    private static readonly Bounds AboveFive = Bounds.Of(Comparison.GreaterThan, 5);

    [Fact]
    public void The_smaller_of_two_values_keeps_what_is_known_of_both()
    {
        Bounds.Min(Five, AboveFive).Exact.ShouldBe(5m);
        Bounds.Min(AboveFive, Five).Exact.ShouldBe(5m);
        Bounds.Min(Five, BelowFive).SurelyBelow(5).ShouldBeTrue();
        Bounds.Min(BelowFive, Five).SurelyBelow(5).ShouldBeTrue();
        Bounds.Min(BelowFive, Bounds.Of(4)).ShouldBe(new Bounds(0, true, 4, true));
        Bounds.Min(AboveFive, AboveFive).ShouldBe(AboveFive);
    }

    [Fact]
    public void A_mean_and_a_percentage_keep_whether_their_ends_are_included()
    {
        Bounds.Mean([BelowFive, Bounds.Of(7)]).ShouldBe(new Bounds(3.5m, true, 6, false));
        Bounds.Mean([AboveFive, Bounds.Of(7)]).ShouldBe(new Bounds(6, false, null, false));
        AboveFive.PercentOf(Bounds.Of(10)).ShouldBe(new Bounds(50, false, null, false));
        Five.PercentOf(BelowFive).ShouldBe(new Bounds(100, false, null, false));
        Five.PercentOf(Bounds.Of(Comparison.GreaterThan, 10)).ShouldBe(new Bounds(0, false, 50, false));
    }

    [Fact]
    public void A_difference_has_bounds_from_the_bounds_of_both_values()
    {
        Five.Minus(Bounds.Of(7)).ShouldBe((-2m, -2m));
        BelowFive.Minus(Bounds.Of(7)).ShouldBe((-7m, -2m));
        AboveFive.Minus(Bounds.Of(7)).ShouldBe((-2m, null));
        Five.Minus(BelowFive).ShouldBe((0m, 5m));
        Five.Minus(AboveFive).ShouldBe((null, 0m));
    }

    [Fact]
    public void A_percentage_of_zero_is_unknown() => Five.PercentOf(Bounds.Of(0)).Exact.ShouldBeNull();
}
