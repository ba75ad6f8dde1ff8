using FollowUp.Complications.Rules;
using FollowUp.RulesTests.Course;

namespace FollowUp.RulesTests.Complications;

/// <summary>Why a window has no index, by the order of R51a, for every mixture of what was tried and said.</summary>
public sealed class MissingIndexTests
{
    // Of the window of 42 days, which is over on 26 February; the next operation ends the clock.
    private const string Operated = "operated 2026-01-15 | operated 2026-08-15";

    private static readonly string[] LateEnough = ["attempt 2026-02-26", "contact 2026-02-26", "contact 2026-02-27 Refused", "contact 2026-02-28 Unknown", "contact 2026-03-01 Some"];

    private static readonly string[] NotLateEnough =
    [
        "", "attempt 2026-02-25", "contact 2026-02-25", "contact 2026-02-25 Refused", "contact 2026-02-25 None", "attempt 2026-08-15", "contact 2026-08-15", "contact 2026-08-15 None",
    ];

    [Fact]
    public void R51a_the_first_reason_that_holds_is_named_whatever_else_happened_too_early_or_too_late()
    {
        var mixtures = from mask in Enumerable.Range(0, 1 << LateEnough.Length) from other in NotLateEnough select (mask, other);
        foreach (var (mask, other) in mixtures)
        {
            bool Happened(int which) => (mask & (1 << which)) != 0;
            var story = string.Join(" | ", [Operated, .. LateEnough.Where((_, which) => Happened(which)), other]);
            var expected = Happened(2) || Happened(3) || Happened(4) ? IndexMissing.NotCovered
                : Happened(1) ? IndexMissing.NotAsked
                : Happened(0) ? IndexMissing.NotReached
                : IndexMissing.NotCovered;

            var window = ComplicationWindowsQuestion.Answer(Stories.Course(story))[0].Windows.Single(each => each.Window == ComplicationWindow.Days42);

            (window.Missing, window.ComprehensiveComplicationIndex).ShouldBe((expected, null), story);
        }
    }

    [Fact]
    public void R51a_with_an_explicit_none_late_enough_the_index_is_0()
    {
        foreach (var other in LateEnough)
        {
            var window = ComplicationWindowsQuestion.Answer(Stories.Course($"{Operated} | {other} | contact 2026-03-02 None"))[0].Windows
                .Single(each => each.Window == ComplicationWindow.Days42);

            (window.Missing, window.ComprehensiveComplicationIndex).ShouldBe((null, 0m), other);
        }
    }

    [Theory]
    [InlineData("attempt 2026-01-15", IndexMissing.NotCovered)]
    [InlineData("attempt 2026-01-16", IndexMissing.NotReached)]
    [InlineData("contact 2026-01-15", IndexMissing.NotCovered)]
    [InlineData("contact 2026-01-16", IndexMissing.NotAsked)]
    [InlineData("contact 2026-01-16 | attempt 2026-03-01", IndexMissing.NotAsked)]
    public void R51a_the_window_without_end_begins_the_day_after_surgery(string happened, IndexMissing reason) =>
        ComplicationWindowsQuestion.Answer(Stories.Course($"{Operated} | {happened}"))[0].Windows[^1].Missing.ShouldBe(reason);
}
