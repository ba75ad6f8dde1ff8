using CsCheck;
using FollowUp.Course;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;
using NodaTime.Text;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

public sealed class SendingHoursTests
{
    private static readonly SendingHours Hours = Standard.SendingHours;

    [Theory]
    [InlineData("2026-02-26T05:59:59Z", "2026-02-26T06:00:00Z")]
    [InlineData("2026-02-26T06:00:00Z", "2026-02-26T06:00:00Z")]
    [InlineData("2026-02-26T16:59:59Z", "2026-02-26T16:59:59Z")]
    [InlineData("2026-02-26T17:00:00Z", "2026-02-27T06:00:00Z")]
    [InlineData("2026-02-28T17:00:00Z", "2026-03-02T06:00:00Z")]
    [InlineData("2026-03-01T09:00:00Z", "2026-03-02T06:00:00Z")]
    [InlineData("2026-02-28T21:30:00Z", "2026-03-02T06:00:00Z")]
    public void Quiet_hours_and_Sundays_move_the_sending_to_the_next_allowed_hour(string at, string next)
    {
        // Istanbul is at UTC+3; 1 March 2026 is a Sunday there from 21:00 UTC on the day before.
        Hours.Next(Instant(at), Istanbul).ShouldBe(Instant(next));
    }

    [Theory]
    [InlineData("2026-02-26T06:00:00Z", "2026-02-26T06:00:00Z", false)]
    [InlineData("2026-02-26T05:59:59Z", "2026-02-25T17:00:00Z", true)]
    [InlineData("2026-02-26T16:59:59Z", "2026-02-26T16:59:59Z", false)]
    [InlineData("2026-02-26T17:00:00Z", "2026-02-26T17:00:00Z", true)]
    [InlineData("2026-03-01T09:00:00Z", "2026-02-28T17:00:00Z", true)]
    [InlineData("2026-03-02T05:00:00Z", "2026-02-28T17:00:00Z", true)]
    public void The_last_moment_at_which_a_message_might_have_gone_out_is_now_or_just_before_the_hours_ended(string at, string end, bool before) =>
        Hours.Last(Instant(at), Istanbul).ShouldBe(Instant(end) - (before ? Duration.Epsilon : Duration.Zero));

    [Fact]
    public void Without_any_hour_there_is_no_last_moment() =>
        Hours.Within(new LocalTime(20, 0), new LocalTime(22, 0)).Last(Instant("2026-02-26T06:00:00Z"), Istanbul).ShouldBeNull();

    [Fact]
    public void A_mans_own_hours_narrow_the_clinics_and_never_widen_them()
    {
        var evening = Hours.Within(new LocalTime(18, 0), new LocalTime(22, 0));

        evening.ShouldBe(Hours with { From = new LocalTime(18, 0) });
        Hours.Within(new LocalTime(7, 0), null).ShouldBe(Hours);
        Hours.Within(new LocalTime(20, 0), new LocalTime(22, 0)).Next(Instant("2026-02-26T06:00:00Z"), Istanbul).ShouldBeNull();
    }

    [Fact]
    public void The_latest_preferences_count()
    {
        var course = CourseOf(Operated(Day0), Prefers(Day0.PlusDays(2), new(18, 0)), Prefers(Day0.PlusDays(1), new(10, 0)));

        Reminders.HoursFor(course, Terms).From.ShouldBe(new LocalTime(18, 0));
    }

    [Fact]
    public void The_next_allowed_instant_is_allowed_in_every_zone_and_nothing_allowed_is_skipped()
    {
        string[] zones = ["Europe/Istanbul", "Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia"];
        var minutes = Duration.FromDays(365 * 30).TotalMinutes;
        Gen.Select(Gen.Int[0, zones.Length - 1], Gen.Int[0, (int)minutes], Gen.Int[0, 1439], Gen.Int[1, 1440]).Sample(
            (zoneIndex, minute, from, length) =>
            {
                var zone = DateTimeZoneProviders.Tzdb[zones[zoneIndex]];
                var hours = Hours with { From = Clock(from), Until = Clock(Math.Min(from + length, 1439)) };
                var at = NodaTime.Instant.FromUtc(2010, 1, 1, 0, 0) + Duration.FromMinutes(minute);
                if (!hours.Any)
                {
                    hours.Next(at, zone).ShouldBeNull();
                    return;
                }

                var next = hours.Next(at, zone)!.Value;
                hours.Allow(next, zone).ShouldBeTrue();
                next.ShouldBeGreaterThanOrEqualTo(at);

                // Not a quarter of an hour in between would have been allowed.
                for (var between = at; between < next; between += Duration.FromMinutes(15))
                {
                    hours.Allow(between, zone).ShouldBeFalse();
                }
            },
            iter: 2000);
    }

    [Fact]
    public void Every_change_of_summer_time_to_2040_leaves_each_open_day_exactly_one_first_hour()
    {
        foreach (var id in new[] { "Europe/Istanbul", "Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo" })
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            foreach (var change in zone.GetZoneIntervals(NodaTime.Instant.FromUtc(2010, 1, 1, 0, 0), NodaTime.Instant.FromUtc(2041, 1, 1, 0, 0)).Where(interval => interval.HasStart))
            {
                var day = change.Start.InZone(zone).Date;
                var opened = Hours.Next(zone.AtStartOfDay(day).ToInstant(), zone)!.Value.InZone(zone);

                opened.TimeOfDay.ShouldBe(new LocalTime(9, 0));
                opened.Date.ShouldBe(Hours.NextOpenDay(day));
            }
        }
    }

    private static LocalTime Clock(int minute) => LocalTime.FromMinutesSinceMidnight(minute);

    private static Instant Instant(string text) => InstantPattern.ExtendedIso.Parse(text).Value;
}
