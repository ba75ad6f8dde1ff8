using CsCheck;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;
using NodaTime.Calendars;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

/// <summary>Messages go out once, on open days, at permitted local times, whatever the clocks do.</summary>
public sealed class OnceTests
{
    private static readonly HolidayCalendar Turkey = PublicHolidays.Of("TR", []);

    private static readonly string[] Zones = ["Europe/Istanbul", "Europe/Berlin", "Europe/London", "America/New_York", "America/Sao_Paulo"];

    [Theory]
    [InlineData("Europe/Istanbul")]
    [InlineData("Europe/Berlin")]
    [InlineData("Europe/London")]
    [InlineData("America/New_York")]
    [InlineData("America/Sao_Paulo")]
    public void Each_item_due_around_a_change_of_the_clocks_is_sent_once_at_the_first_permitted_hour(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        foreach (var due in ChangesIn(zone).SelectMany(day => (LocalDate[])[day.PlusDays(-1), day, day.PlusDays(1)]))
        {
            var surgery = due.PlusDays(-42);
            var known = surgery.AtStartOfDayInZone(zone).ToInstant();
            var course = PatientCourse.Of(Patient, zone, [new Entry(Id(1), 1, known, "nurse-1", Operated(surgery)), new Entry(Id(2), 2, known, "nurse-1", Consent(surgery))]);
            var sent = new Ticking(course, Terms).Every(Duration.FromMinutes(10), due.PlusDays(-1), due.PlusDays(4)).Sent;

            var expected = Standard.SendingHours.NextOpenDay(due).At(new LocalTime(9, 0));
            sent.Select(message => message.At.InZone(zone).LocalDateTime).ShouldBe([expected], $"{zoneId} {due}");
        }
    }

    [Fact]
    public void Around_any_change_to_2040_a_clock_that_jumps_sends_each_item_once_on_or_after_its_day_at_a_permitted_hour()
    {
        var reminded = Standard.Recalls.Where(recall => recall.Reminds).ToList();
        var changes = Zones.Select(id => DateTimeZoneProviders.Tzdb[id]).SelectMany(zone => ChangesIn(zone).Select(day => (zone, day))).ToList();
        Gen.Select(
            Gen.Int[0, changes.Count - 1], Gen.Int[0, reminded.Count - 1], Gen.Int[-3, 1], Gen.Int[-4 * 1440, 6 * 1440].Array[0, 12], Gen.Int[10, 90]).Sample(
            (which, item, days, jumps, minutes) =>
            {
                var ((zone, change), recall) = (changes[which], reminded[item]);
                var surgery = change.PlusDays(days) - recall.Due;
                var (due, known) = (surgery + recall.Due, surgery.AtStartOfDayInZone(zone).ToInstant());
                var course = PatientCourse.Of(Patient, zone, [new Entry(Id(1), 1, known, "nurse-1", Operated(surgery)), new Entry(Id(2), 2, known, "nurse-1", Consent(surgery))]);
                var begun = due.AtStartOfDayInZone(zone).ToInstant();

                // First the clock stands wherever it likes, then it runs on, a tick every so many minutes, past what can hold the message.
                var sent = new Ticking(course, Terms)
                    .At(jumps.Select(jump => begun + Duration.FromMinutes(jump)))
                    .Every(Duration.FromMinutes(minutes), due, due.PlusDays(4))
                    .Sent.Where(message => message.Message.Recall == recall.Key).ToList();

                var at = sent.ShouldHaveSingleItem().At;
                at.InZone(zone).Date.ShouldBeGreaterThanOrEqualTo(due);
                Terms.SendingHours.Allow(at, zone).ShouldBeTrue();
            },
            iter: 500);
    }

    [Fact]
    public void A_message_due_on_a_holiday_waits_for_the_next_open_day_and_the_item_keeps_its_days()
    {
        // 27 to 30 May 2026 is the Feast of Sacrifice, 26 May its eve, 31 May a Sunday.
        var due = new LocalDate(2026, 5, 26);
        var course = CourseOf(Operated(due.PlusDays(-42)), Consent(Day0));
        var terms = Terms with { Holidays = Turkey };
        var item = course.Item("CONTACT_6W", due);

        item.Due.ShouldBe(due);
        Reminders.Next(course, item, terms)!.From.ShouldBe(new LocalDate(2026, 6, 1));
        Reminders.ClosedGates(course, [item], new("CONTACT_6W", Id(1), 1, Channel.Email, due), terms, due.At(new LocalTime(10, 0)).InZoneStrictly(Istanbul).ToInstant())
            .Select(closed => closed.Gate).ShouldBe([Gate.QuietHour]);
        Reminders.Next(course, item, Terms)!.From.ShouldBe(due);
    }

    [Theory]
    [InlineData("2026-01-01", true)]
    [InlineData("2031-04-23", true)]
    [InlineData("2026-03-18", false)]
    [InlineData("2026-03-19", true)]
    [InlineData("2026-03-22", true)]
    [InlineData("2026-03-23", false)]
    [InlineData("2026-10-27", false)]
    [InlineData("2026-10-28", true)]
    [InlineData("2026-12-24", false)]
    public void Turkey_has_its_fixed_days_and_feasts(string day, bool holiday) => Turkey.Has(Date(day)).ShouldBe(holiday);

    [Fact]
    public void The_feasts_of_every_year_covered_stand_within_a_day_of_the_computed_calendar()
    {
        for (var year = 2024; year <= 2030; year++)
        {
            foreach (var (month, day, length) in new[] { (10, 1, 3), (12, 10, 4) })
            {
                var computed = Enumerable.Range(year - 580, 4)
                    .Select(hijri => new LocalDate(hijri, month, day, CalendarSystem.UmAlQura).WithCalendar(CalendarSystem.Iso))
                    .Single(date => date.Year == year);
                Enumerable.Range(-1, 3).ShouldContain(off => Enumerable.Range(-1, length + 1).All(each => Turkey.Has(computed.PlusDays(off + each))), $"{year} {month}");
            }
        }
    }

    [Fact]
    public void A_clinic_adds_days_of_its_own_and_a_country_without_a_file_has_those_alone()
    {
        PublicHolidays.Of("TR", [new(2026, 12, 24)]).Has(new(2026, 12, 24)).ShouldBeTrue();
        PublicHolidays.Of("DE", [new(2026, 12, 25)]).Has(new(2026, 12, 25)).ShouldBeTrue();
        PublicHolidays.Of("DE", [new(2026, 12, 25)]).Has(new(2027, 1, 1)).ShouldBeFalse();
    }

    private static List<LocalDate> ChangesIn(DateTimeZone zone) =>
    [
        .. zone.GetZoneIntervals(Instant.FromUtc(2015, 1, 1, 0, 0), Instant.FromUtc(2041, 1, 1, 0, 0))
            .Where(interval => interval.HasStart)
            .Select(interval => interval.Start.InZone(zone).Date),
    ];
}
