using FollowUp.Complications.Facts;
using FollowUp.Course.FactChecks;
using FollowUp.Recalls.Facts;
using FollowUp.Recording.Commands;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Checking;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course.FactChecks;

public sealed class AfterDeathTests
{
    private static readonly AfterDeath Check = new();

    private static readonly LocalDate Death = new(2026, 5, 10);

    [Fact]
    public void A_fact_of_the_day_of_death_is_fine_and_of_the_day_after_warns()
    {
        Check.Says(Weight(Death, 70), Died("2026-05-10")).ShouldBeEmpty();
        Check.Says(Weight(Death.PlusDays(1), 70), Died("2026-05-10")).ShouldBe(["AfterDeath? measuredOn"]);
        Check.Says(Contact("2026-05-10T21:30:00Z"), Died("2026-05-10")).ShouldBe(["AfterDeath? madeAt"]);
    }

    [Fact]
    public void Of_a_partial_date_of_death_the_last_possible_day_counts()
    {
        Check.Says(Weight(new(2026, 5, 31), 70), Died("2026-05")).ShouldBeEmpty();
        Check.Says(Weight(new(2026, 6, 1), 70), Died("2026-05")).ShouldBe(["AfterDeath? measuredOn"]);
    }

    [Fact]
    public void A_death_warns_of_what_happened_after_it()
    {
        Check.Says(Died("2026-05-10"), Weight(Death, 70)).ShouldBeEmpty();
        Check.Says(Died("2026-05-10"), Weight(Death.PlusDays(1), 70)).ShouldBe(["AfterDeath? diedOn"]);
        Check.Says(Died("2026-05"), Weight(Death.PlusDays(1), 70)).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_found_out_later_and_what_the_program_does_is_no_life_after_death()
    {
        Check.Says(Graded(Id(1), ClavienDindo.V, Today), Complication(Death), Died("2026-05-10")).ShouldBeEmpty();
        Check.Says(new HistologyReported { ProcedureId = Id(1), Side = Side.Left, Pattern = Histology.HS, ReportedOn = new(2026, 6) }, Died("2026-05-10")).ShouldBeEmpty();
        Check.Says(new ReminderOutcomeReported { ReminderId = Id(1), Outcome = ReminderOutcome.Cancelled, At = Now }, Died("2026-05-10")).ShouldBeEmpty();
    }

    [Fact]
    public void A_retracted_death_warns_of_nothing() =>
        Check.Says(Weight(Today, 70), Died("2026-05-10"), Retracted(Id(1))).ShouldBeEmpty();
}
