using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using NodaTime;
using NodaTime.Text;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Recalls.Recalled;

namespace FollowUp.RulesTests.Recalls;

/// <summary>Message, second message, calls, letter, unreachable, lost: each rung after the one before, and back at once when he is reached.</summary>
public sealed class LadderTests
{
    private const string SixWeeks = "CONTACT_6W";

    private const string SixToNineMonths = "HORMONE_6_9M";

    private static readonly RecallTerms Second = Terms with { Protocol = Protocol.Of("standard-2") };

    [Fact]
    public void The_next_step_of_the_six_week_contact_is_that_of_the_golden_table()
    {
        foreach (var row in Rows("ladder.csv"))
        {
            var course = Told(SixWeeks, row[1]);
            var item = Item(course, SixWeeks, Date(row[2]));

            (item.Next?.Rung.ToString() ?? "-", item.Next is { } next ? LocalDatePattern.Iso.Format(next.From) : "-", item.State.ToString())
                .ShouldBe((row[3], row[4], row[5]), row[0]);
        }
    }

    [Fact]
    public void A_clinic_with_lengths_of_its_own_climbs_by_them()
    {
        var own = Second with { Protocol = Protocol.Of("standard-2+messages-3+days-between-10") };
        var due = Day0.PlusDays(42);

        new Ticking(CourseOf(Operated(Day0), Consent(Day0)), own).Every(Duration.FromHours(1), due, due.PlusDays(40)).Days.ShouldBe([due, due.PlusDays(11), due.PlusDays(21)], "8 March 2026 is a Sunday");
    }

    [Fact]
    public void A_nurse_alone_calls_after_the_first_days_and_no_letter_follows()
    {
        var called = Told("CONTACT_1W", "consent; call 2026-01-22 10; call 2026-01-23 10; call 2026-01-24 18");

        Item(Told("CONTACT_1W", "consent"), "CONTACT_1W", Day0).Next.ShouldBe(new NextStep(Rung.NurseCall, Day0.PlusDays(7), 0, 3));
        Item(called, "CONTACT_1W", new(2026, 1, 24)).State.ShouldBe(DueState.Unreachable);
    }

    [Fact]
    public void A_test_already_arranged_is_waited_for_before_he_is_called()
    {
        // The messages are spent, and he has an appointment: whoever rang him now would have nothing to say.
        var course = Told(SixToNineMonths, "consent; message 2026-07-15; message 2026-07-22; booked 2026-07-24 2026-08-10");

        Item(course, SixToNineMonths, new(2026, 7, 27)).Next!.From.ShouldBe(new LocalDate(2026, 8, 18));
    }

    [Theory]
    [InlineData("the letter is not answered, and the latest day is over", Failed, "2026-11-15", true)]
    [InlineData("on the latest day he may still come", Failed, "2026-11-14", false)]
    [InlineData("without a letter nobody is lost", Calls, "2027-11-15", false)]
    [InlineData("a letter that was not posted is none", Calls + "; letter 2026-08-04", "2027-11-15", false)]
    [InlineData("he called after the letter", Failed + "; reached 2026-08-10", "2026-11-15", false)]
    [InlineData("he called after he was lost", Failed + "; reached 2026-11-20", "2026-11-20", false)]
    [InlineData("and the day before he was lost still", Failed + "; reached 2026-11-20", "2026-11-19", true)]
    [InlineData("his blood was drawn late", Failed + "; drawn 2026-12-01", "2026-12-01", false)]
    public void He_is_lost_by_the_written_rule_and_by_nothing_else(string why, string facts, string on, bool lost) =>
        (LossRule.In(Told(SixToNineMonths, facts), Second, Date(on)) is not null).ShouldBe(lost, why);

    [Fact]
    public void Nobody_is_declared_unreachable_before_the_rule_says_so_and_the_day_he_calls_everything_is_open_again()
    {
        var asked = new Asked(new(2026, 11, 15), "EAU-2023.1", "standard-2");
        IEnumerable<string> Says(string facts, LossReason reason, string protocol = "standard-2") => new LossByRule()
            .Check(new PatientLostToFollowUp { DeclaredOn = asked.On, Reason = reason }, Told(SixToNineMonths, facts), new DecisionContext(FirstRecorded, asked.On) { Asked = asked with { Protocol = protocol } })
            .Select(finding => finding.Code);

        Says(Calls, LossReason.Unreachable).ShouldBe(["LossBeforeRule"]);
        Says(Failed, LossReason.Unreachable).ShouldBeEmpty();
        Says(Calls, LossReason.MovedAway).ShouldBeEmpty("that is known from somebody");
        Says(Calls, LossReason.Unreachable, "standard-1").ShouldBeEmpty("it has no such rule");

        var declared = Told(SixToNineMonths, $"{Failed}; lost 2026-11-15");
        var back = Told(SixToNineMonths, $"{Failed}; lost 2026-11-15; reached 2026-11-20");
        Item(declared, SixToNineMonths, new(2026, 11, 19)).State.ShouldBe(DueState.Lost);
        LossRule.In(declared, Second, new(2026, 11, 19)).ShouldBeNull("it is declared");
        Item(back, SixToNineMonths, new(2026, 11, 20)).State.ShouldBe(DueState.Overdue);
        Item(back, SixToNineMonths, new(2026, 11, 20)).Next!.Rung.ShouldBe(Rung.NurseCall);
    }

    private const string Calls = "consent; message 2026-07-15; message 2026-07-22; call 2026-07-30 10; call 2026-07-31 10; call 2026-08-03 18";

    private const string Failed = Calls + "; letter 2026-08-04 Accepted";

    private static DueItem Item(PatientCourse course, string recall, LocalDate on) => DueItems.In(course, Second, on).Single(item => item.Recall == recall);

    private static PatientCourse Told(string recall, string facts)
    {
        var told = new List<Fact> { Operated(Day0) };
        foreach (var words in facts.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(words => words.Split(' ')))
        {
            var on = words.Length > 1 ? Date(words[1]) : Day0;
            var occurrence = told.OfType<ReminderDecided>().Count() + 1;
            told.AddRange(words[0] switch
            {
                "consent" => [Consent(Day0)],
                "email" => [Prefers(Day0, null, null, Channel.Email)],
                "message" => [Decided(recall, occurrence, on)],
                "call" => [Missed(on, int.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture))],
                "letter" =>
                [
                    Decided(recall, occurrence, on) with { Channel = Channel.Post },
                    .. words.Length > 2 ? (Fact[])[CameOf(Id(told.Count + 1), Enum.Parse<ReminderOutcome>(words[2]))] : [],
                ],
                "reached" => [Reached(on, ComplicationAnswer.NotAsked)],
                "closed" => [Reached(on)],
                "drawn" => [Testosterone(on)],
                "booked" => [new TestBooked { BookedOn = on, BookedFor = ClinicalTime.On(Date(words[2])) }],
                "lost" => (Fact[])[new PatientLostToFollowUp { DeclaredOn = on }],
                _ => throw new ArgumentException(words[0], nameof(facts)),
            });
        }

        return CourseOf([.. told]);
    }
}
