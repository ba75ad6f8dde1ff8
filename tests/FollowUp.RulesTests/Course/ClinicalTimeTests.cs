using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;
using NodaTime.Text;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Course;

public sealed class ClinicalTimeTests
{
    [Theory]
    [InlineData("2026-03-05T08:35:00+03:00", "2026-03-05", "08:35:00")]
    [InlineData("2026-03-05T05:35:00Z", "2026-03-05", "08:35:00")]
    [InlineData("2026-03-05T05:35Z", "2026-03-05", "08:35:00")]
    [InlineData("2026-03-05T21:30:00Z", "2026-03-06", "00:30:00")]
    [InlineData("2026-03-05T01:00:00+05:00", "2026-03-04", "23:00:00")]
    [InlineData("2026-03-05T08:35:00+05:30", "2026-03-05", "06:05:00")]
    public void R05_a_time_with_an_offset_is_converted_to_the_clinics_zone(string text, string day, string clock)
    {
        var time = ClinicalTime.TryParse(text)!.Value;

        time.HasOffset.ShouldBeTrue();
        time.Day(Istanbul).ToString("uuuu-MM-dd", null).ShouldBe(day);
        time.Time(Istanbul)!.Value.ToString("HH:mm:ss", null).ShouldBe(clock);
        time.Instant(Istanbul).ShouldBe(OffsetDateTimePattern.ExtendedIso.Parse($"{day}T{clock}+03").Value.ToInstant());
    }

    [Fact]
    public void R05_a_time_without_an_offset_is_the_clinics_and_says_so()
    {
        var time = ClinicalTime.TryParse("2026-03-05T08:35")!.Value;

        time.HasOffset.ShouldBeFalse();
        time.Time(Istanbul).ShouldBe(new LocalTime(8, 35));
        time.Instant(Istanbul).ShouldBe(Instant.FromUtc(2026, 3, 5, 5, 35));
    }

    [Fact]
    public void R06_midnight_is_a_time_and_a_date_alone_has_none()
    {
        var midnight = ClinicalTime.TryParse("2026-03-05T00:00:00")!.Value;
        var dateOnly = ClinicalTime.TryParse("2026-03-05")!.Value;

        midnight.Time(Istanbul).ShouldBe(LocalTime.Midnight);
        dateOnly.HasTime.ShouldBeFalse();
        dateOnly.Time(Istanbul).ShouldBeNull();
        dateOnly.Instant(Istanbul).ShouldBeNull();
        dateOnly.ShouldNotBe(midnight);
    }

    [Theory]
    [InlineData("2026-03-05", "2026-03-05")]
    [InlineData("2026-03-05T08:35", "2026-03-05T08:35:00")]
    [InlineData("2026-03-05T08:35:07", "2026-03-05T08:35:07")]
    [InlineData("2026-03-05T08:35+03:00", "2026-03-05T08:35:00+03:00")]
    [InlineData("2026-03-05T08:35:00Z", "2026-03-05T08:35:00Z")]
    [InlineData("2026-03-05T08:35:00-05:30", "2026-03-05T08:35:00-05:30")]
    public void It_is_stored_with_the_offset_it_was_stated_with(string text, string stored)
    {
        var time = ClinicalTime.TryParse(text)!.Value;

        time.ToString().ShouldBe(stored);
        ClinicalTime.TryParse(stored).ShouldBe(time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-03-05T24:01")]
    [InlineData("2026-03-05 08:35")]
    [InlineData("05.03.2026")]
    [InlineData("1899-12-31")]
    [InlineData("9999-12-31T23:59:59-18:00")]
    [InlineData("-0001-03-05")]
    public void What_is_no_such_time_is_not_read(string text) => ClinicalTime.TryParse(text).ShouldBeNull();

    [Fact]
    public void A_clock_time_that_summer_time_skipped_or_repeated_is_still_an_instant()
    {
        var berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

        ClinicalTime.TryParse("2026-03-29T02:30")!.Value.Instant(berlin).ShouldBe(Instant.FromUtc(2026, 3, 29, 1, 30));
        ClinicalTime.TryParse("2026-10-25T02:30")!.Value.Instant(berlin).ShouldBe(Instant.FromUtc(2026, 10, 25, 0, 30));
        ClinicalTime.TryParse("2026-10-25T02:30:00+01:00")!.Value.Instant(berlin).ShouldBe(Instant.FromUtc(2026, 10, 25, 1, 30));
    }
}
