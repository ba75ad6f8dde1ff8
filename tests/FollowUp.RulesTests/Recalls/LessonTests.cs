using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Recalls.Sending;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

/// <summary>
/// What other systems got wrong in reminding people, by their own issue numbers, as cases to pass. What needs a server, a mail server or
/// several nodes stands beside <c>ReminderSendingTests</c>.
/// </summary>
public sealed class LessonTests
{
    private const string SixWeeks = "CONTACT_6W";

    private static readonly LocalDate Due = Day0.PlusDays(42);

    private static readonly Duration TenMinutes = Duration.FromMinutes(10);

    private static Ticking Man(params Fact[] more) => new(CourseOf([Operated(Day0), Consent(Day0), .. more]), Terms);

    [Fact]
    public void OpenEMR_11477_the_same_message_does_not_go_out_again_with_every_tick() =>
        Man().Every(TenMinutes, Day0, Due.PlusDays(40)).Days.ShouldBe([Due, Due.PlusDays(14)]);

    [Fact]
    public void OpenEMR_11480_each_item_of_a_series_is_marked_sent_for_itself() =>
        Man().Every(Duration.FromHours(1), Day0, Day0.PlusMonths(12)).Sent.Select(sent => (sent.Message.Recall, sent.Message.Occurrence)).ShouldBe(
            [(SixWeeks, 1), (SixWeeks, 2), ("HORMONE_6_9M", 1), ("HORMONE_6_9M", 2)]);

    [Fact]
    public void OpenEMR_11479_that_a_message_was_sent_leaves_how_the_item_stands_alone()
    {
        var sent = Man().Every(TenMinutes, Due, Due.PlusDays(1));

        sent.Sent.ShouldHaveSingleItem();
        sent.Course.Item(SixWeeks, Due).State.ShouldBe(DueState.Due);
        sent.Course.Item(SixWeeks, Due.PlusDays(15)).State.ShouldBe(DueState.Overdue);
    }

    [Fact]
    public void OpenEMR_11913_a_missed_tick_costs_lateness_and_never_the_message() =>
        Man().Every(TenMinutes, Due.PlusDays(5), Due.PlusDays(6)).Days.ShouldBe([Due.PlusDays(5)]);

    [Fact]
    public void OpenEMR_12307_nothing_due_is_nothing_to_fail_of()
    {
        new Ticking(PatientCourse.Empty(Patient, Istanbul), Terms).Every(TenMinutes, Day0, Day0.PlusDays(2)).Sent.ShouldBeEmpty();
        new Ticking(CourseOf(Consent(Day0)), Terms).Every(TenMinutes, Day0, Day0.PlusDays(2)).Sent.ShouldBeEmpty();
    }

    [Fact]
    public void CHT_10802_two_tasks_of_one_due_date_are_not_sent_two_thousand_times() =>
        Man(Operated(Day0)).Every(TenMinutes, Day0, Due.PlusDays(40)).Days.ShouldBe([Due, Due.PlusDays(14)], "two operations entered of one day");

    [Fact]
    public void CHT_6582_what_has_no_date_jams_nothing() =>
        Man(new EarlierProcedureReported { Type = ProcedureType.CTESE, Outcome = RetrievalOutcome.Unknown }).Every(TenMinutes, Due, Due.PlusDays(1)).Days.ShouldBe([Due]);

    [Fact]
    public void DHIS2_19622_what_arrives_together_gives_one_message() =>
        Man(new PatientEnrolled { EnrolledOn = Day0 }, Prefers(Day0, null, null, Channel.Email)).At(Enumerable.Repeat(Noon(Due), 5)).Sent.ShouldHaveSingleItem();

    [Fact]
    public void DHIS2_3166_overdue_is_worked_out_once_so_every_list_says_the_same()
    {
        var course = CourseOf(Operated(Day0), Reached(Day0.PlusDays(2)));
        for (var on = Day0; on < Day0.PlusDays(400); on = on.PlusDays(1))
        {
            var chart = ((DueItemsAnswer)new DueItemsQuestion().Ask(course, new Asked(on, "EAU-2023.1", Standard.Id))).Items;
            var open = chart.Where(item => item.State is DueState.Due or DueState.Overdue or DueState.Unreachable);
            var counts = new StepCounts(Standard);
            counts.Add(chart, on);

            WorkDue.Of(course, Terms, on, Noon(on)).Items.Select(item => (item.Recall, item.State)).ShouldBe(open.Select(item => (item.Recall, item.State)));
            counts.Steps.Sum(step => step.Open).ShouldBe(chart.Count(item => item.Due <= on && open.Contains(item)));
        }
    }

    [Fact]
    public void CommCare_32671_a_condition_that_turned_false_sends_nothing_more() =>
        Man().Every(TenMinutes, Due, Due.PlusDays(1)).Told(Noon(Due.PlusDays(1)), Reached(Due.PlusDays(1))).Every(TenMinutes, Due.PlusDays(1), Due.PlusDays(40))
            .Days.ShouldBe([Due]);

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Honolulu")]
    public void CommCare_7314_clinics_far_from_Greenwich_get_theirs_on_their_own_day(string zoneId)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        var known = Day0.AtStartOfDayInZone(zone).ToInstant();
        var course = PatientCourse.Of(Patient, zone, [new(Id(1), 1, known, "nurse-1", Operated(Day0)), new(Id(2), 2, known, "nurse-1", Consent(Day0))]);

        new Ticking(course, Terms).Every(TenMinutes, Day0, Due.PlusDays(5)).Sent.ShouldHaveSingleItem().At.InZone(zone).LocalDateTime.ShouldBe(Due + new LocalTime(9, 0));
    }

    [Fact]
    public void REDCap_a_message_that_waits_follows_what_is_corrected_meanwhile()
    {
        var planned = Man().Course;
        var corrected = Man().Told(Noon(Due), new EntryCorrected
        {
            EntryId = Id(1), Changes = new() { ["performedOn"] = "2026-02-15" }, Reason = CorrectionReason.TypingError,
        });
        var message = Reminders.Next(planned, planned.Item(SixWeeks, Due), Terms)!;

        Reminders.ClosedGates(corrected.Course, corrected.Course.ItemsOn(Due), message, Terms, Noon(Due)).Select(closed => closed.Gate).ShouldBe([Gate.NotYetDue]);
        corrected.Every(TenMinutes, Due, new LocalDate(2026, 4, 1)).Days.ShouldBe([new LocalDate(2026, 3, 30)], "29 March is a Sunday");
    }

    [Fact]
    public void REDCap_the_clinics_clock_counts_and_not_the_servers()
    {
        // 06:30 in Greenwich is 09:30 in Istanbul, 07:30 in Berlin.
        var at = Instant.FromUtc(2026, 2, 26, 6, 30);

        foreach (var (zoneId, sent) in new[] { ("Europe/Istanbul", 1), ("Europe/Berlin", 0) })
        {
            var zone = DateTimeZoneProviders.Tzdb[zoneId];
            var known = Day0.AtStartOfDayInZone(zone).ToInstant();
            new Ticking(PatientCourse.Of(Patient, zone, [new(Id(1), 1, known, "nurse-1", Operated(Day0)), new(Id(2), 2, known, "nurse-1", Consent(Day0))]), Terms)
                .At(at).Sent.Count.ShouldBe(sent, zoneId);
        }
    }

    public static TheoryData<Gate, Fact[]> FourGates => new()
    {
        { Gate.NoConsent, [Consent(Day0.PlusDays(1), consents: false)] },
        { Gate.Died, [new PatientDied { DiedOn = PartialDate.Of(Day0.PlusDays(20)) }] },
        { Gate.AlreadySatisfied, [Reached(Due)] },
        { Gate.AlreadyDecided, [Decided(SixWeeks, 1, Due)] },
    };

    [Theory]
    [MemberData(nameof(FourGates))]
    public void Simple_consent_death_already_came_and_already_sent_hold_from_the_first_sender_on(Gate gate, Fact[] facts)
    {
        var man = Man(facts);

        Reminders.ClosedGates(man.Course, man.Course.ItemsOn(Due), new(SixWeeks, Id(1), 1, Channel.Email, Due), Terms, Noon(Due))
            .Select(closed => closed.Gate).ShouldContain(gate);
        man.Every(TenMinutes, Due, Due.PlusDays(3)).Sent.ShouldBeEmpty();
    }

    [Fact]
    public void Medplum_5828_after_an_outage_it_goes_on_and_not_once_only() =>
        Man().At(Noon(Due.PlusDays(4))).Every(TenMinutes, Due.PlusDays(17), Due.PlusDays(40)).Days.ShouldBe([Due.PlusDays(4), Due.PlusDays(18)]);

    [Fact]
    public void HAPI_5208_one_change_delivered_nineteen_times_is_one_message_with_one_identity()
    {
        var message = new PlannedReminder(SixWeeks, Id(1), 1, Channel.Email, Due);

        Enumerable.Range(0, 19).Select(late => LedgerEntry.IdOf(Patient, message with { From = Due.PlusDays(late) })).Distinct().ShouldHaveSingleItem();
        LedgerEntry.IdOf(Patient, message with { Occurrence = 2 }).ShouldNotBe(LedgerEntry.IdOf(Patient, message));
        LedgerEntry.IdOf(Patient, message with { Channel = Channel.Sms }).ShouldNotBe(LedgerEntry.IdOf(Patient, message));
        Man().At(Enumerable.Repeat(Noon(Due), 19)).Sent.ShouldHaveSingleItem();
    }

    [Fact]
    public void HAPI_6002_it_is_not_given_up_after_a_minute_but_when_it_is_of_no_use_any_more()
    {
        var lastUseful = Day0.PlusDays(56 + 14);

        Man().At(Noon(lastUseful)).Sent.ShouldHaveSingleItem();
        Man().At(Noon(lastUseful.PlusDays(1))).Sent.ShouldBeEmpty("the nurse sees to it");
    }

    [Fact]
    public void Camunda_9680_missed_intervals_are_not_replayed_after_a_restart() =>
        Man().Every(TenMinutes, Due.PlusDays(20), Due.PlusDays(22)).Days.ShouldBe([Due.PlusDays(20)], "both messages were missed, one is sent");

    [Theory]
    [InlineData("Europe/Berlin", 2026, 10, 25)]
    [InlineData("America/New_York", 2026, 11, 1)]
    [InlineData("Europe/London", 2027, 3, 28)]
    public void Quartz_2475_and_204_the_hour_that_comes_twice_or_not_at_all_sends_once(string zoneId, int year, int month, int day)
    {
        // On these Sundays a clinic that sends at any hour.
        var (zone, due) = (DateTimeZoneProviders.Tzdb[zoneId], new LocalDate(year, month, day));
        var allHours = Terms with { Protocol = new AtAnyHour() };
        var surgery = due.PlusDays(-42);
        var known = surgery.AtStartOfDayInZone(zone).ToInstant();
        var course = PatientCourse.Of(Patient, zone, [new(Id(1), 1, known, "nurse-1", Operated(surgery)), new(Id(2), 2, known, "nurse-1", Consent(surgery))]);

        new Ticking(course, allHours).Every(TenMinutes, due.PlusDays(-1), due.PlusDays(2)).Days.ShouldBe([due]);
    }

    [Fact]
    public void Quartz_612_a_clock_that_jumps_back_or_ahead_sends_nothing_twice_and_loses_nothing()
    {
        var noon = Noon(Due);
        Instant[] jumping = [noon, noon - Duration.FromHours(3), noon + Duration.FromDays(2), noon - Duration.FromDays(400), noon + Duration.FromMinutes(1), Noon(Due.PlusDays(14))];

        Man().At(jumping).Days.ShouldBe([Due, Due.PlusDays(14)]);
        Man().At(noon - Duration.FromDays(10000), noon).Days.ShouldBe([Due]);
    }

    [Fact]
    public void Every_day_of_surgery_to_2040_leap_days_and_month_ends_among_them_gives_items_in_order_on_the_protocols_days()
    {
        var terms = Terms with { Protocol = Protocol.Of("standard-2+CONTACT_90D+HORMONE_12M+HORMONE_18M") };
        for (var on = new LocalDate(2024, 1, 1); on.Year <= 2040; on = on.PlusDays(1))
        {
            var items = DueItems.In(CourseOf(Operated(on)), terms, on);

            items.Count.ShouldBe(7);
            items.ShouldAllBe(item => item.Earliest <= item.Due && item.Due <= item.Latest && item.Earliest > on);
            items.Zip(items.Skip(1)).ShouldAllBe(pair => pair.First.Due < pair.Second.Due);
            Period.DaysBetween(on, items.Single(item => item.Recall == SixWeeks).Due).ShouldBe(42);
            var year = items.Single(item => item.Recall == "HORMONE_12M").Due;
            (year.Year, year.Month, year.Day).ShouldBe((on.Year + 1, on.Month, on is { Month: 2, Day: 29 } ? 28 : on.Day));
        }
    }

    private static Instant Noon(LocalDate day) => day.At(new LocalTime(12, 0)).InZoneStrictly(Istanbul).ToInstant();

    private sealed class AtAnyHour : Protocol
    {
        public override int Version => 1;

        public override string Source => "these tests";

        public override int Reminders => 2;

        public override int DaysBetweenReminders => 14;

        public override int LateReminderDays => 14;

        public override SendingHours SendingHours { get; } = new(LocalTime.Midnight, LocalTime.MaxValue, []);

        public override FailedAttempts Unreachable { get; } = new(3, 2, LocalTime.Noon, LocalTime.MaxValue);
    }
}
