using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Hormones.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

public sealed class WindowTests
{
    [Fact]
    public void Every_item_is_upcoming_due_and_overdue_on_the_days_of_the_golden_table()
    {
        foreach (var row in Rows("windows.csv"))
        {
            var course = CourseOf(Operated(Date(row[1])));

            course.Item(row[0], Date(row[2])).State.ToString().ShouldBe(row[3], string.Join(',', row));
        }
    }

    [Fact]
    public void A_contact_or_result_closes_the_item_on_the_days_of_the_golden_table()
    {
        foreach (var row in Rows("closing.csv"))
        {
            Fact closing = row[0].StartsWith("HORMONE", StringComparison.Ordinal) ? Testosterone(Date(row[2])) : Reached(Date(row[2]));
            var course = CourseOf(Operated(Date(row[1])), closing);

            course.Item(row[0], Date(row[1]).PlusYears(5)).State.ToString().ShouldBe(row[3], string.Join(',', row));
        }
    }

    [Fact]
    public void The_hormone_check_after_31_August_counts_months_before_days()
    {
        // 31 August and 6 months is 28 February, and 14 days before that is the 14th (R33).
        var item = CourseOf(Operated(new(2025, 8, 31))).Item("HORMONE_6_9M", new(2026, 1, 1));

        item.Earliest.ShouldBe(new LocalDate(2026, 2, 14));
        item.Due.ShouldBe(new LocalDate(2026, 2, 28));
        item.Latest.ShouldBe(new LocalDate(2026, 6, 30));
    }

    [Theory]
    [InlineData("2026-02-25T22:30:00Z", DueState.Satisfied)]
    [InlineData("2026-02-25T20:59:59Z", DueState.Overdue)]
    [InlineData("2026-02-26T00:10:00+03:00", DueState.Satisfied)]
    [InlineData("2026-02-25T18:00:00-05:00", DueState.Satisfied)]
    [InlineData("2026-02-26T02:00:00+09:00", DueState.Overdue)]
    public void The_day_of_a_contact_is_the_clinics_whatever_offset_it_was_stated_with(string madeAt, DueState state)
    {
        // Day 42 after 15 January 2026 is 26 February, which begins at 21:00 UTC on the 25th in Istanbul.
        var contact = Reached(Day0) with { MadeAt = ClinicalTime.TryParse(madeAt)!.Value };

        CourseOf(Operated(Day0), contact).Item("CONTACT_6W", new(2026, 6, 1)).State.ShouldBe(state);
    }

    [Theory]
    [InlineData("America/New_York")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Sao_Paulo")]
    public void Days_are_counted_by_the_calendar_across_a_change_of_summer_time(string zoneId)
    {
        // 15 October to 16 November and 1 March to 12 April hold each zone's changes; 42 days are 42 dates, never 1,008 hours.
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        foreach (var surgery in new[] { new LocalDate(2025, 10, 15), new LocalDate(2026, 3, 1), new LocalDate(2018, 10, 20) })
        {
            var day42 = surgery.PlusDays(42);
            foreach (var (at, state) in new[]
            {
                (day42.AtMidnight(), DueState.Satisfied), (day42.PlusDays(-1).At(new LocalTime(23, 59)), DueState.Overdue),
            })
            {
                Fact[] facts = [Operated(surgery), Reached(surgery) with { MadeAt = ClinicalTime.At(zone.AtLeniently(at).ToInstant(), zone) }];
                var course = PatientCourse.Of(Patient, zone, facts.Select((fact, i) => new Entry(Id(i + 1), i + 1, FirstRecorded, "nurse-1", fact)));

                course.Item("CONTACT_6W", surgery.PlusYears(1)).State.ShouldBe(state, $"{zoneId} {at}");
            }
        }
    }

    [Theory]
    [InlineData(ComplicationAnswer.None, DueState.Satisfied)]
    [InlineData(ComplicationAnswer.Some, DueState.Satisfied)]
    [InlineData(ComplicationAnswer.Refused, DueState.Satisfied)]
    [InlineData(ComplicationAnswer.Unknown, DueState.Due)]
    [InlineData(ComplicationAnswer.NotAsked, DueState.Due)]
    public void The_six_week_item_needs_an_answer_about_complications(ComplicationAnswer answer, DueState state)
    {
        var item = CourseOf(Operated(Day0), Reached(Day0.PlusDays(43), answer)).Item("CONTACT_6W", Day0.PlusDays(44));

        item.State.ShouldBe(state);
        item.Attempts.Count.ShouldBe(state == DueState.Due ? 1 : 0, "a contact that did not ask is kept as an attempt (R62)");
    }

    [Fact]
    public void The_calls_of_the_first_days_need_no_answer_about_complications()
    {
        var course = CourseOf(
            Operated(Day0),
            Reached(Day0.PlusDays(2), ComplicationAnswer.NotAsked),
            Reached(Day0.PlusDays(7), ComplicationAnswer.NotAsked));

        course.Item("CONTACT_24_48H", Day0.PlusDays(8)).SatisfiedBy.ShouldBe(new ClosingFact(Id(2), Day0.PlusDays(2)));
        course.Item("CONTACT_1W", Day0.PlusDays(8)).SatisfiedBy.ShouldBe(new ClosingFact(Id(3), Day0.PlusDays(7)));
    }

    [Fact]
    public void An_item_is_satisfied_only_from_the_day_of_the_contact_on()
    {
        var course = CourseOf(Operated(Day0), Reached(Day0.PlusDays(45)));

        course.Item("CONTACT_6W", Day0.PlusDays(44)).State.ShouldBe(DueState.Due);
        course.Item("CONTACT_6W", Day0.PlusDays(45)).State.ShouldBe(DueState.Satisfied);
    }

    [Fact]
    public void A_hormone_item_lists_what_is_missing_and_only_testosterone_holds_it_open()
    {
        var drawn = Day0.PlusMonths(7);
        var gonadotrophin = CourseOf(Operated(Day0), Testosterone(drawn) with { Analyte = Analyte.LH });
        var testosterone = CourseOf(Operated(Day0), Testosterone(drawn));

        gonadotrophin.Item("HORMONE_6_9M", drawn).State.ShouldBe(DueState.Due);
        gonadotrophin.Item("HORMONE_6_9M", drawn).Missing.ShouldBe([Analyte.FSH, Analyte.Testosterone]);
        testosterone.Item("HORMONE_6_9M", drawn).State.ShouldBe(DueState.Satisfied);
        testosterone.Item("HORMONE_6_9M", drawn).Missing.ShouldBe([Analyte.LH, Analyte.FSH]);
    }

    [Fact]
    public void A_result_of_the_window_that_arrives_after_it_satisfies_in_time()
    {
        var course = CourseOf(Operated(Day0), Testosterone(Day0.PlusMonths(8)));

        course.Item("HORMONE_6_9M", Day0.PlusYears(2)).State.ShouldBe(DueState.Satisfied);
    }

    [Fact]
    public void A_withdrawn_result_leaves_the_item_due_again()
    {
        var course = CourseOf(
            Operated(Day0), Testosterone(Day0.PlusMonths(7)),
            new EntryRetracted { EntryId = Id(2), Reason = CorrectionReason.WrongPatient });

        course.Item("HORMONE_6_9M", Day0.PlusMonths(8)).State.ShouldBe(DueState.Due);
    }

    [Fact]
    public void A_contact_closes_the_item_whose_window_it_meets_and_says_which()
    {
        var before = CourseOf(Operated(Day0), Reached(Day0.PlusDays(2)));
        Closed(before, Reached(Day0.PlusDays(50))).ShouldBe(["CONTACT_6W"]);
        Closed(before, Reached(Day0.PlusDays(3))).ShouldBeEmpty("the item of the first days is closed already");
        Closed(before, Reached(Day0)).ShouldBeEmpty("a contact on day 0 closes nothing (R59)");

        IEnumerable<string> Closed(PatientCourse course, Fact fact) => ClosedItems
            .Between(course, course.With(new Entry(Id(9), 9, FirstRecorded, "nurse-1", fact)), Terms, Day0.PlusDays(60))
            .Select(item => item.Recall);
    }
}
