using CsCheck;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

public sealed class DueItemProperties
{
    private static readonly Gen<LocalDate> Days = Gen.Int[0, 800].Select(day => Day0.PlusDays(day));

    private static readonly Gen<Fact> Facts = Gen.Frequency(
        (2, Days.Select(day => (Fact)Operated(day))),
        (6, Gen.Select(Days, Gen.Enum<ComplicationAnswer>(), (day, answer) => (Fact)Reached(day, answer))),
        (4, Gen.Select(Days, Gen.Int[8, 19], (day, hour) => (Fact)Missed(day, hour))),
        (4, Days.Select(day => (Fact)Testosterone(day))),
        (2, Gen.Select(Days, Gen.Bool, (day, agrees) => (Fact)Consent(day, agrees))),
        (1, Days.Select(day => (Fact)new PatientWithdrew { WithdrewOn = day })),
        (1, Days.Select(day => (Fact)new FollowUpResumed { ResumedOn = day })),
        (1, Days.Select(day => (Fact)new PatientLostToFollowUp { DeclaredOn = day })),
        (1, Days.Select(day => (Fact)new PatientDied { DiedOn = PartialDate.Of(day) })));

    private static readonly Gen<Fact[]> Lives = Facts.Array[0, 12].Select(facts => (Fact[])[Operated(Day0), .. facts]);

    [Fact]
    public void The_order_of_recording_changes_nothing()
    {
        Gen.Select(Lives, Days, Gen.Int[0, int.MaxValue]).Sample((facts, on, seed) =>
        {
            var ordered = facts.Select((fact, i) => new Entry(Id(i + 1), 0, FirstRecorded, "nurse-1", fact)).ToArray();
            var shuffled = ordered.ToArray();
            new Random(seed).Shuffle(shuffled);

            Shown(PatientCourse.Of(Patient, Istanbul, shuffled), on).ShouldBe(Shown(PatientCourse.Of(Patient, Istanbul, ordered), on));
        });
    }

    [Fact]
    public void One_fact_closes_one_item_only()
    {
        Gen.Select(Lives, Days).Sample((facts, on) => CourseOf(facts).ItemsOn(on)
            .Select(item => item.SatisfiedBy?.FactId).OfType<Guid>().ShouldBeUnique());
    }

    [Fact]
    public void The_six_week_item_is_never_closed_before_day_42()
    {
        Lives.Sample(facts => CourseOf(facts).ItemsOn(LocalDate.MaxIsoValue)
            .Where(item => item is { Recall: "CONTACT_6W", SatisfiedBy: not null })
            .ShouldAllBe(item => Period.DaysBetween(item.PerformedOn, item.SatisfiedBy!.On) >= 42));
    }

    [Fact]
    public void Correcting_the_date_of_surgery_moves_every_item_as_if_it_had_been_right_from_the_start()
    {
        Gen.Select(Gen.Int[-200, 200], Lives, Days).Sample((days, facts, on) =>
        {
            var moved = Day0.PlusDays(days);
            var correction = new EntryCorrected
            {
                EntryId = Id(1), Changes = new() { ["performedOn"] = NodaTime.Text.LocalDatePattern.Iso.Format(moved) }, Reason = CorrectionReason.TypingError,
            };

            Shown(CourseOf([.. facts, correction]), on).ShouldBe(Shown(CourseOf([Operated(moved), .. facts.Skip(1)]), on));
        });
    }

    [Fact]
    public void Whoever_has_something_due_is_found_by_his_dates()
    {
        Gen.Select(Lives, Days).Sample((facts, on) =>
        {
            var course = CourseOf(facts.Where(fact => fact is ProcedurePerformed || fact.Occurred(Istanbul).Earliest <= on).ToArray());
            var due = course.ItemsOn(on).Any(item => item.State is DueState.Due or DueState.Overdue or DueState.Unreachable);

            due.ShouldBe(course.Dates().WorkFrom <= on);
        });
    }

    [Fact]
    public void A_message_that_is_planned_for_a_day_passes_its_gates_on_that_day()
    {
        Lives.Sample(facts =>
        {
            var course = CourseOf(facts);
            foreach (var item in course.ItemsOn(LocalDate.MaxIsoValue))
            {
                if (Reminders.Next(course, item, Terms) is { } planned)
                {
                    var opened = planned.From.At(new LocalTime(9, 0)).InZoneStrictly(Istanbul).ToInstant();
                    Reminders.ClosedGates(course, [item], planned, Terms, opened).ShouldBeEmpty();
                    planned.From.ShouldBeGreaterThanOrEqualTo(item.Due);
                    planned.From.DayOfWeek.ShouldNotBe(IsoDayOfWeek.Sunday);
                }
            }
        });
    }

    [Fact]
    public void Each_message_is_decided_once_and_the_plan_runs_out()
    {
        Lives.Sample(facts =>
        {
            var course = CourseOf(facts);
            var decided = new List<(Guid, string, int)>();
            while (course.ItemsOn(LocalDate.MaxIsoValue).Select(item => Reminders.Next(course, item, Terms)).OfType<PlannedReminder>().FirstOrDefault() is { } next)
            {
                decided.Add((next.ProcedureId, next.Recall, next.Occurrence));
                course = course.With(new Entry(Id(1000 + decided.Count), course.Version + 1, FirstRecorded, "recall-tick", new ReminderDecided
                {
                    Recall = next.Recall,
                    ProcedureId = next.ProcedureId,
                    Occurrence = next.Occurrence,
                    Channel = next.Channel,
                    DecidedOn = next.From,
                    Protocol = Standard.Id,
                }));
                decided.Count.ShouldBeLessThan(100);
            }

            decided.ShouldBeUnique();
            decided.ShouldAllBe(message => message.Item3 <= Standard.Reminders);
        });
    }

    private static string Shown(PatientCourse course, LocalDate on) => System.Text.Json.JsonSerializer.Serialize(course.ItemsOn(on), FactJson.Options);
}
