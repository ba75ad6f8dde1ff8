using FollowUp.Alerts.Facts;
using FollowUp.Alerts.Rules;
using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Contacts.Rules;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Pain.Facts;
using FollowUp.Pain.Rules;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Http;
using FollowUp.Platform.Texts;
using FollowUp.RulesTests.Course;
using FollowUp.Surgery.Facts;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Complications;

/// <summary>Why an answer about complications, pain, analgesics or an alert is what it is, in both languages.</summary>
public sealed class ComplicationExplanationTests
{
    private static readonly Asked Asked = new(new(2026, 6, 1), "EAU-2023.1", "standard-1");

    public static TheoryData<string, Type> Outcomes => new()
    {
        { "complications.operation", typeof(ComplicationLink) },
        { "complications.grade", typeof(GradeStanding) },
        { "complications.end", typeof(ComplicationEnd) },
        { "complicationWindows.index", typeof(WindowOutcome) },
        { "proposedComplications.proposal", typeof(ProposalState) },
        { "pain.latest", typeof(PainKnown) },
        { "pain.band", typeof(PainBand) },
        { "pain.course", typeof(PainTrend) },
        { "analgesics.level", typeof(AlertLevel) },
        { "analgesics.sum", typeof(SumOutcome) },
        { "analgesics.untimed", typeof(SumOutcome) },
        { "analgesics.caution", typeof(CautionKind) },
        { "alerts.open", typeof(AlertsOpen) },
        { "alerts.alert", typeof(AlertState) },
        { "Item", typeof(AlertTrigger) },
        { "Item", typeof(Ingredient) },
        { "Item", typeof(CautionKind) },
        { "Item", typeof(ComplicationWindow) },
        { nameof(AlertUrgency), typeof(AlertUrgency) },
        { nameof(AlertOwner), typeof(AlertOwner) },
        { nameof(AlertOutcome), typeof(AlertOutcome) },
        { nameof(AlertRole), typeof(AlertRole) },
        { nameof(AlertReason), typeof(AlertReason) },
        { nameof(ComplicationReason), typeof(ComplicationReason) },
        { nameof(ComplicationRole), typeof(ComplicationRole) },
        { nameof(ComplicationType), typeof(ComplicationType) },
        { nameof(ComplicationQuantity), typeof(ComplicationQuantity) },
        { nameof(ContactQuantity), typeof(ContactQuantity) },
        { nameof(PainQuantity), typeof(PainQuantity) },
        { nameof(PainRole), typeof(PainRole) },
        { nameof(DoseReason), typeof(DoseReason) },
        { nameof(PainSite), typeof(PainSite) },
        { nameof(PainDuring), typeof(PainDuring) },
        { nameof(RoleInSurgery), typeof(RoleInSurgery) },
        { nameof(Side), typeof(Side) },
    };

    [Theory]
    [MemberData(nameof(Outcomes))]
    public void Every_code_has_a_text(string set, Type codes) =>
        Enum.GetNames(codes).Select(name => $"{set}.{name}").Except(Words.In(Language.En).Texts.Keys).ShouldBeEmpty();

    [Fact]
    public void An_index_names_its_complications_its_grades_and_the_contacts_that_cover_it()
    {
        var course = Stories.Course(
            "operated 2026-01-15 | complication 2026-01-20 type=Orchitis | graded 2 II 2026-01-21 | contact 2026-02-01 None | contact 2026-03-01 Some | complication 2026-03-02 | graded 6 I 2026-03-03");
        var why = new ComplicationWindowsQuestion().Why(course, Asked).Single(explanation => explanation.Item == "Days42");

        why.Used.Select(used => used.Id).ShouldBe([Id(1), Id(2), Id(3), Id(5)]);
        why.LeftOut.ShouldContain(left => left.Id == Id(6) && left.Reasons[0] == Code.From(ComplicationReason.AfterWindow));
        why.LeftOut.ShouldContain(left => left.Id == Id(4) && left.Reasons[0] == Code.From(ComplicationReason.OutsideCoverage));
        Said(why, Language.En, course)[0].ShouldBe("42 days: 1 complication, of grade II; the Comprehensive Complication Index is 20.9. Covered by a contact: yes.");
        Said(why, Language.Tr, course).ShouldContain("komplikasyon (2 Mart 2026), Sayıldığı gün: 2 Mart 2026; 26 Şubat 2026 sınırına göre: sonrasında (R53).");
        why.Basis!.Source.ShouldContain("Slankamenac");
    }

    [Fact]
    public void A_sum_says_which_doses_it_holds_which_it_leaves_out_and_the_limits_it_was_compared_with()
    {
        var course = Stories.Course(
            "weight 2026-01-10 45 | dose 2026-01-15T07:00 Paracetamol 1000 | dose 2026-01-16T08:00 Paracetamol 1000 | dose 2026-01-16 Paracetamol 500 | dose 2026-01-16T09:00 Ibuprofen 400 | dose 2026-01-16T20:00 Paracetamol 2500");
        var why = new AnalgesicsQuestion().Why(course, Asked).Single(explanation => explanation.About == Id(6) && explanation.Of == "analgesics.sum");

        why.Used.Select(used => used.Id).ShouldBe([Id(3), Id(6), Id(1)]);
        why.LeftOut.ToDictionary(left => left.Id, left => left.Reasons.Single().Name).ShouldBe(
            new Dictionary<Guid, string> { [Id(2)] = "OutsideWindow", [Id(4)] = "TimeUnknown", [Id(5)] = "OtherIngredient" }, ignoreOrder: true);
        Said(why, Language.En, course)[..3].ShouldBe(
        [
            "In the 24 hours up to this dose he took 3500 mg of paracetamol; the limit is 3000 mg: a clinician calls the same day.",
            "Sum of 24 hours of analgesic taken (16 January 2026 20:00): 3500 mg is at least 2250 mg (R56).",
            "Sum of 24 hours of analgesic taken (16 January 2026 20:00): 3500 mg is above 3000 mg (R56).",
        ]);
    }

    [Fact]
    public void An_alert_says_what_raised_it_by_when_it_was_due_and_its_outcome()
    {
        var course = Stories.Course("contact 2026-01-16T10:00 temp=38.4 | contact 2026-01-18T10:00 | acknowledged Fever 1 2026-01-16T11:00");
        var open = new AlertsQuestion().Why(course.AsOf(FirstRecorded + Duration.FromMinutes(1)), Asked);
        var taken = new AlertsQuestion().Why(course, Asked);

        Said(open[1], Language.En, course).ShouldBe(
        [
            "Alert, same day: fever. It should have been taken on by 17 January 2026, 00:00; escalated so far: 136; responsible now: the head of the clinic.",
            "Temperature of contact (16 January 2026 10:00): 38.4 Cel is at least 38 Cel (alerts-1).",
            "Rests on: contact (16 January 2026 10:00), it raises the alert.",
            "By alerts-1, version 1: domain 5, escalation triggers; the times in which an alert has to be taken on are the clinic's proposal.",
            "Rules: domain 5.",
        ]);
        Said(taken[1], Language.Tr, course)[0].ShouldBe("Uyarı, aynı gün: ateş. Üstlenen: D-019; sonuç: klinikte görüldü.");
        open[0].LeftOut.ShouldHaveSingleItem().ShouldSatisfyAllConditions(left => left.Id.ShouldBe(Id(2)), left => left.Reasons.ShouldBe([Code.From(AlertReason.NoTrigger)]));
        taken[0].Outcome.ShouldBe(Code.From(AlertsOpen.None));
    }

    [Fact]
    public void A_grade_says_who_gave_it_and_which_others_do_not_count()
    {
        var course = Stories.Course("operated 2026-01-15 | complication 2026-01-20 | graded 2 I 2026-01-21 | graded 2 IIIb 2026-01-22 d");
        var why = new ComplicationsQuestion().Why(course, Asked).Single(explanation => explanation.Of == "complications.grade");

        Said(why, Language.En, course)[0].ShouldBe("The complication (haematoma) counts as grade IIIb d, graded by nurse-1 (part in the operation not stated).");
        why.LeftOut.ShouldHaveSingleItem().Reasons.ShouldBe([Code.From(ComplicationReason.LowerGrade)]);
    }

    [Fact]
    public void A_proposal_says_the_loss_and_the_limit_it_was_compared_with()
    {
        var course = Stories.Course("operated 2026-01-15 | volume 2026-01-10 Left 15 Ultrasound | volume 2026-08-01 Left 12 Ultrasound");
        var why = new ProposedComplicationsQuestion().Why(course, Asked).Single();

        Said(why, Language.En, course)[..2].ShouldBe(
        [
            "The entries suggest a complication: atrophy (side: left). A clinician has to decide.",
            "Loss of volume of testicular volume (1 August 2026): 20.0 % is at least 20.0 % (complications/2026-1).",
        ]);
    }

    private static string[] Said(Explanation explanation, Language language, PatientCourse course) => [.. new Sentences(Words.In(language), course).Of(explanation)];
}
