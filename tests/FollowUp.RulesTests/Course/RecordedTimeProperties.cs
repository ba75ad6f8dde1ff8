using CsCheck;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using NodaTime;

namespace FollowUp.RulesTests.Course;

public sealed class RecordedTimeProperties
{
    private static readonly Instant Start = Instant.FromUtc(2026, 3, 5, 8, 0);

    [Fact]
    public void Whichever_of_two_nodes_with_skewed_clocks_records_the_times_of_a_stream_never_fall() =>
        Gen.Select(Gen.Long[-2_000_000, 2_000_000], Gen.Select(Gen.Bool, Gen.Long[0, 500_000]).Array[1, 40]).Sample((skew, writes) =>
        {
            var (now, last) = (Start, (Instant?)null);
            foreach (var (onTheSkewed, later) in writes)
            {
                now += Duration.FromNanoseconds(later * 1000);
                var clock = onTheSkewed ? now + Duration.FromNanoseconds(skew * 1000) : now;
                var recorded = last is { } before ? RecordedTime.Next(clock, before) : clock;

                recorded.ShouldBeGreaterThanOrEqualTo(clock);
                if (last is { } earlier)
                {
                    recorded.ShouldBeGreaterThanOrEqualTo(earlier + RecordedTime.Step);
                    recorded.ShouldBe(Instant.Max(clock, earlier + RecordedTime.Step));
                }

                last = recorded;
            }
        });
}
