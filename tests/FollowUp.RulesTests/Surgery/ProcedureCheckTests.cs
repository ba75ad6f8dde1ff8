using FollowUp.Patients.Facts;
using FollowUp.Recording.Commands;
using FollowUp.RulesTests.Course;
using FollowUp.Surgery.Facts;
using FollowUp.Surgery.Rules;
using NodaTime;
using NodaTime.Text;
using static FollowUp.RulesTests.Course.Checking;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Surgery;

public sealed class ProcedureCheckTests
{
    private static readonly ProcedurePerformed Done = Operated(new(2026, 6, 1));

    [Theory]
    [InlineData("2025-12-05", "2026-06-04", true)]
    [InlineData("2025-12-05", "2026-06-05", false)]
    [InlineData("2025-12-05", "2026-06-06", false)]
    [InlineData("2025-08-31", "2026-02-27", true)]
    [InlineData("2025-08-31", "2026-02-28", false)]
    [InlineData("2023-08-31", "2024-02-28", true)]
    [InlineData("2023-08-31", "2024-02-29", false)]
    [InlineData("2026-06-01", "2026-06-01", false)]
    [InlineData("2026-06-02", "2026-06-01", true)]
    [InlineData("2026-06-10", "2026-06-01", true)]
    [InlineData("2026-12-01", "2026-06-01", false)]
    public void An_operation_less_than_six_calendar_months_from_another_needs_a_reason(string other, string on, bool warns) =>
        new IntervalBelow6Months().Says(Operated(Day(on)), Operated(Day(other))).ShouldBe(warns ? ["IntervalBelow6Months? performedOn"] : []);

    [Theory]
    [InlineData("2025", "2026-06-29", true)]
    [InlineData("2025", "2026-06-30", false)]
    [InlineData("2025-11", "2026-05-29", true)]
    [InlineData("2025-11", "2026-05-30", false)]
    [InlineData("2026", "2026-06-01", true)]
    [InlineData(null, "2026-06-01", false)]
    public void R68_with_a_partly_dated_earlier_operation_it_warns_when_the_interval_may_be_too_short(string? earlier, string on, bool warns) =>
        new IntervalBelow6Months().Says(Operated(Day(on)), Earlier(earlier)).ShouldBe(warns ? ["IntervalBelow6Months? performedOn"] : []);

    [Theory]
    [InlineData(YMicrodeletion.AZFa, true)]
    [InlineData(YMicrodeletion.AZFb, true)]
    [InlineData(YMicrodeletion.AZFbc, true)]
    [InlineData(YMicrodeletion.AZFabc, true)]
    [InlineData(YMicrodeletion.AZFc, false)]
    [InlineData(YMicrodeletion.None, false)]
    [InlineData(YMicrodeletion.Unclassified, false)]
    [InlineData(YMicrodeletion.NotTested, false)]
    public void Operating_on_a_man_with_an_AZFa_or_AZFb_deletion_needs_a_reason(YMicrodeletion deletion, bool warns) =>
        new AzfDeletionOperated().Says(Done, Enrolled with { YMicrodeletion = deletion }).ShouldBe(warns ? ["AzfDeletionOperated? type"] : []);

    [Fact]
    public void Without_an_enrolment_nothing_is_known_of_a_deletion() => new AzfDeletionOperated().Says(Done).ShouldBeEmpty();

    [Theory]
    [InlineData(Side.Left, "Found", null, "Found", null)]
    [InlineData(Side.Left, "Found", null, "NotFound", "OutcomeContradicts outcome")]
    [InlineData(Side.Left, "NotFound", null, "NotFound", null)]
    [InlineData(Side.Left, "NotFound", null, "Unknown", "OutcomeContradicts outcome")]
    [InlineData(Side.Left, null, null, "Found", null)]
    [InlineData(Side.Left, null, "NotFound", "NotFound", "SideNotOpened rightOutcome")]
    [InlineData(Side.Right, "NotFound", null, "NotFound", "SideNotOpened leftOutcome")]
    [InlineData(Side.Both, "NotFound", "Found", "Found", null)]
    [InlineData(Side.Both, "NotFound", "Found", "NotFound", "OutcomeContradicts outcome")]
    [InlineData(Side.Both, "NotFound", "NotFound", "Found", "OutcomeContradicts outcome")]
    [InlineData(Side.Both, "NotFound", null, "Unknown", null)]
    [InlineData(Side.Both, "NotFound", null, "Found", null)]
    [InlineData(Side.Both, "NotFound", "Unknown", "NotFound", "OutcomeContradicts outcome")]
    [InlineData(Side.Both, "NotFound", "Unknown", "Unknown", null)]
    [InlineData(Side.Unknown, null, null, "Unknown", null)]
    [InlineData(Side.None, null, null, "Unknown", "SideMissing side")]
    public void The_outcome_agrees_with_that_of_the_sides_opened(Side side, string? left, string? right, string outcome, string? says) =>
        new ProcedureCheck().Says(Done with { Side = side, LeftOutcome = Outcome(left), RightOutcome = Outcome(right), Outcome = Outcome(outcome)!.Value })
            .ShouldBe(says is null ? [] : [says]);

    [Fact]
    public void Anaesthesia_is_not_induced_in_the_future()
    {
        var check = new ProcedureCheck();

        check.Says(Operated(Today) with { InductionAt = new(12, 5) }).ShouldBeEmpty();
        check.Says(Operated(Today) with { InductionAt = new(12, 6) }).ShouldBe(["InTheFuture inductionAt"]);
        check.Says(Operated(Today.PlusDays(-1)) with { InductionAt = new(23, 0) }).ShouldBeEmpty();
    }

    [Fact]
    public void A_drug_has_a_dose_above_0_with_its_unit_or_none()
    {
        var check = new ProcedureCheck();

        check.Says(Done with { Drugs = [new("gentamicin", 80, "mg", DrugRoute.Irrigation), new("betamethasone", null, null, DrugRoute.IntoTunicaVaginalis)] }).ShouldBeEmpty();
        check.Says(Done with { Drugs = [new("gentamicin", 0, "mg", DrugRoute.Irrigation)] }).ShouldBe(["DoseImplausible drugs[0].dose"]);
        check.Says(Done with { Drugs = [new("gentamicin", 80, null, DrugRoute.Irrigation)] }).ShouldBe(["UnitMissing drugs[0].unit"]);
        check.Says(Done with { Drugs = [null!] }).ShouldBe(["DrugMissing drugs[0]"]);
    }

    [Fact]
    public void A_procedure_elsewhere_and_an_orchiectomy_state_a_side_which_may_be_unknown()
    {
        var check = new SideCheck();

        check.Says(Earlier("2019")).ShouldBeEmpty();
        check.Says(Earlier("2019") with { Side = Side.None }).ShouldBe(["SideMissing side"]);
        check.Says(new OrchiectomyPerformed { PerformedOn = new(2026), Side = Side.None }).ShouldBe(["SideMissing side"]);
    }

    private static RetrievalOutcome? Outcome(string? text) => text switch
    {
        "Found" => RetrievalOutcome.SpermFound,
        "NotFound" => RetrievalOutcome.NotFound,
        "Unknown" => RetrievalOutcome.Unknown,
        _ => null,
    };

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
