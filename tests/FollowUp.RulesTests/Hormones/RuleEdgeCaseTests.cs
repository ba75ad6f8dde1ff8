using FollowUp.Course;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.RulesTests.Course;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Hormones;

/// <summary>Cases that the wording of a rule leaves open, as the clinical rules decide them.</summary>
public sealed class RuleEdgeCaseTests
{
    private static readonly RuleSet Eau = PublishedRuleSets.Of("EAU-2023.1");

    private static readonly RuleSet Bssm = PublishedRuleSets.Of("BSSM-2023.1");

    private static HypogonadismFlag After(string story, RuleSet ruleSet) => HypogonadismAnswer.Of(HormoneStories.Course(story), ruleSet).Present;

    [Fact]
    public void R38_a_value_printed_as_a_limit_that_does_not_decide_hides_no_earlier_decline()
    {
        var flag = After("T 20 nmol/L 2024-12-01T08:30 | operated 2025-01-10 | T 10 nmol/L 2025-08-01T08:30 | T <14 nmol/L 2025-10-01T08:30", Eau);

        flag.SignificantDecline.ShouldBeTrue();
        flag.Decline!.FactId.ShouldBe(Id(3));
        flag.DeclinePassedOver.ShouldBe([Id(4)]);
    }

    [Theory]
    [InlineData("<13", true, 3)]
    [InlineData("<13.6", true, 3)]
    [InlineData("<=13.6", null, 0)]
    [InlineData("<13.7", null, 0)]
    [InlineData(">13.6", false, 3)]
    [InlineData(">=13.6", false, 3)]
    [InlineData(">13.5", null, 0)]
    [InlineData("13.6", false, 3)]
    [InlineData("13.599", true, 3)]
    public void R38_the_bounds_of_a_value_decide_at_68_percent(string value, bool? declined, int decides)
    {
        var flag = After($"T 20 nmol/L 2024-12-01T08:30 | operated 2025-01-10 | T {value} nmol/L 2025-08-01T08:30", Eau);

        flag.SignificantDecline.ShouldBe(declined == true);
        flag.Decline?.FactId.ShouldBe(Id(decides));
        (flag.Decline is null).ShouldBe(declined is null);
        flag.DeclinePassedOver.Count.ShouldBe(declined is null ? 1 : 0);
    }

    [Fact]
    public void R38_a_later_value_that_decides_replaces_an_earlier_decline() =>
        After("T 20 nmol/L 2024-12-01T08:30 | operated 2025-01-10 | T 10 nmol/L 2025-08-01T08:30 | T >14 nmol/L 2025-10-01T08:30", Eau).SignificantDecline.ShouldBeFalse();

    [Fact]
    public void R49_an_LH_on_the_day_of_a_borderline_value_gives_the_class_of_an_earlier_low()
    {
        var flag = After("operated 2025-01-10 | T 7 nmol/L 2025-08-01T08:30 | T 10 nmol/L 2025-10-01T08:30 | LH 15 IU/L 2025-10-01T08:30", Bssm);

        (flag.Status, flag.LHClass).ShouldBe((HypogonadismStatus.LowUnconfirmed, LHClass.Primary));
    }

    [Theory]
    [InlineData("2025-10-15", LHClass.Primary)]
    [InlineData("2025-10-16", LHClass.Unclassified)]
    [InlineData("2025-08-01", LHClass.Unclassified)]
    public void R49_the_LH_is_at_most_14_days_from_the_borderline_value(string drawn, LHClass expected) =>
        After($"operated 2025-01-10 | T 7 nmol/L 2025-08-01T08:30 | T 10 nmol/L 2025-10-01T08:30 | LH 15 IU/L {drawn}T08:30", Bssm).LHClass.ShouldBe(expected);

    [Fact]
    public void R47_a_borderline_value_between_two_normals_does_not_separate_them() =>
        After("operated 2025-01-10 | T 7 nmol/L 2025-07-01T08:30 | T 13 nmol/L 2025-08-01T08:30 | T 10 nmol/L 2025-09-01T08:30 | T 13 nmol/L 2025-10-01T08:30", Bssm)
            .Status.ShouldBe(HypogonadismStatus.Normal);

    [Fact]
    public void R41_a_sample_since_a_partly_dated_operation_is_listed_with_its_reason()
    {
        var before = HypogonadismAnswer.Of(HormoneStories.Course("elsewhere 2024 | T 15 nmol/L 2024-11-01T08:30 | operated 2025-01-10"), Eau).Operations[0].Before;

        (before.Status, before.Reason).ShouldBe((HypogonadismStatus.Indeterminate, Exclusion.EarlyAfterSurgery));
        before.LeftOut.Select(left => (left.FactId, left.Reasons[0])).ShouldBe([(Id(2), Exclusion.EarlyAfterSurgery)]);
    }

    [Theory]
    [InlineData("LH 5 IU/L 2025-08-01T08:30 | LH 15 IU/L 2025-08-01T09:30", true)]
    [InlineData("LH 15 IU/L 2025-08-01T08:30 | LH 5 IU/L 2025-08-01T09:30", true)]
    [InlineData("LH 8.6 IU/L 2025-08-01T08:30 | LH 1.7 IU/L 2025-08-01T09:30", false)]
    public void R66_of_several_LH_of_one_day_any_one_is_enough(string results, bool abnormal)
    {
        var course = HormoneStories.Course($"operated 2025-01-10 | {results}");

        new EligibleHormoneSamples("EAU-2023.1").SignsAfter(Operation.AllIn(course)[0], course)
            .Any(sign => sign.Kind == HormoneSignKind.AbnormalLH && sign.Compared.Holds == true).ShouldBe(abnormal);
    }

    [Fact]
    public void R66_an_LH_after_a_competing_event_does_not_count()
    {
        var course = HormoneStories.Course("operated 2024-02-29 | Clomifene 2024-04-01..2024-07-01 | T 20 nmol/L 2024-10-15T08:30 | LH 15 IU/L 2024-10-15T08:30");

        new EligibleHormoneSamples("EAU-2023.1").SignsAfter(Operation.AllIn(course)[0], course).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2024-12-31", null)]
    [InlineData("2025-01-10", "2025-01-10")]
    [InlineData("2025-06-01", "2025-06-01")]
    [InlineData("2024", null)]
    [InlineData("2025", "2025-01-10")]
    public void R36_a_death_dated_before_the_operation_is_no_competing_event(string died, string? ended)
    {
        var course = HormoneStories.Course($"T 20 nmol/L 2024-12-01T08:30 | operated 2025-01-10 | T 18 nmol/L 2025-08-01T08:30 | died {died}");

        OperationRecovery.AllIn(course, new(2026, 1, 1))[0].EndedBy?.On.ShouldBe(HormoneStories.Date(ended!));
        (OperationRecovery.AllIn(course, new(2026, 1, 1))[0].EndedBy is null).ShouldBe(ended is null);
    }

    [Fact]
    public void R36_a_death_dated_between_two_operations_is_no_competing_event_for_either()
    {
        var course = HormoneStories.Course("operated 2024-01-10 | died 2024-06-01 | operated 2025-01-10");

        OperationRecovery.AllIn(course, new(2026, 1, 1)).Select(operation => operation.EndedBy?.Kind).ShouldBe([CompetingEventKind.NewOperation, null]);
        (FollowUpEnd.Of(course)?.Kind, FollowUpEnd.OfClocks(course)).ShouldBe((FollowUpEndKind.Died, null));
    }

    [Fact]
    public void R36_of_two_recorded_deaths_the_possible_one_counts_for_hormones_and_recalls_alike()
    {
        var course = HormoneStories.Course("operated 2024-01-10 | died 2024-06-01 | operated 2025-01-10 | died 2025-06-01");

        OperationRecovery.AllIn(course, new(2026, 1, 1))[1].EndedBy!.On.ShouldBe(new LocalDate(2025, 6, 1));
        FollowUpEnd.OfClocks(course)!.On.ShouldBe(new LocalDate(2025, 6, 1));
    }

    [Theory]
    [InlineData("T 8 nmol/L 2025-07-20T08:30 | T <14 nmol/L 2025-08-25T08:30", true, true)]
    [InlineData("T 18 nmol/L 2025-07-20T08:30 | T <14 nmol/L 2025-08-25T08:30", false, false)]
    [InlineData("T 13 nmol/L 2025-07-20T08:30 | T <14 nmol/L 2025-08-25T08:30", false, true)]
    [InlineData("T 8 nmol/L 2025-07-20T08:30 | T <13 nmol/L 2025-08-25T08:30", true, true)]
    [InlineData("T 8 nmol/L 2025-07-20T08:30 | T 18 nmol/L 2025-08-25T08:30", false, false)]
    [InlineData("T <14 nmol/L 2025-08-25T08:30", null, null)]
    [InlineData("T 8 nmol/L 2025-07-08T08:30 | T <14 nmol/L 2025-08-25T08:30", true, true)]
    [InlineData("T 8 nmol/L 2025-06-25T08:30 | T <14 nmol/L 2025-08-25T08:30", null, null)]
    public void R38_a_value_printed_as_a_limit_that_does_not_decide_hides_no_low_or_fallen_value_from_the_later_checks(string results, bool? low, bool? fallen)
    {
        var course = HormoneStories.Course($"T 20 nmol/L 2024-12-01T08:30 | operated 2025-01-10 | {results}");
        var signs = new EligibleHormoneSamples("EAU-2023.1").SignsAfter(Operation.AllIn(course)[0], course);

        bool? Holds(HormoneSignKind kind) => signs.Single(sign => sign.Kind == kind).Compared.Holds;
        (Holds(HormoneSignKind.LowTestosterone), Holds(HormoneSignKind.FallenTestosterone)).ShouldBe((low, fallen));
    }

    [Fact]
    public void R12_operations_of_one_day_have_one_clock_and_one_baseline()
    {
        var course = HormoneStories.Course("T 20 nmol/L 2024-12-01T08:30 | operated 2025-01-10 | operated 2025-01-10 | T 18 nmol/L 2025-08-01T08:30");

        var recovery = OperationRecovery.AllIn(course, new(2026, 1, 1)).ShouldHaveSingleItem();

        (recovery.OperationId, recovery.EndedBy, recovery.Windows[0].OfIndex.Percent).ShouldBe((Id(2), null, 90m));
    }
}
