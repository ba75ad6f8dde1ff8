using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Course.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Texts;
using FollowUp.Recording;
using FollowUp.Reports.Tables;
using NodaTime;
using Courses = FollowUp.RulesTests.Course.Courses;

namespace FollowUp.RulesTests.Hormones;

/// <summary>An answer about hormones, asked why, names its rule set, its facts and each threshold with the value compared.</summary>
public sealed class HormoneExplanationTests
{
    private const string Fallen = "T 20 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | T 300 ng/dL 2026-08-20T08:00 | LH 15 IU/L 2026-08-20 "
        + "| T 9 nmol/L 2026-09-20T15:00 | T 7 nmol/L 2024-11-01T08:00";

    [Fact]
    public void A_percentage_is_explained_in_both_languages()
    {
        var course = HormoneStories.Course(Fallen);
        var why = Why(new RecoveryQuestion(), course).Single(each => each is { Of: "recovery.ofIndex", Item: "Months6To9" });

        new Sentences(Words.In(Language.En), course).Of(why).ShouldBe(
        [
            "6 to 9 months after operation (15 January 2026): 300 ng/dL is 52.0 % of the baseline before it (20 nmol/L), a change of -9.6 nmol/L.",
            "day of hormone result (20 August 2026 08:00): 20 August 2026 is not before 1 July 2026 (R33).",
            "day of hormone result (20 August 2026 08:00): 20 August 2026 is not after 14 November 2026 (R33).",
            "percentage of the baseline: 52.0 % is less than 68.0 % (V27).",
            "percentage of the baseline: 52.0 % is at most 132.0 % (V27).",
            "Rests on: hormone result (20 August 2026 08:00), the follow-up value.",
            "Rests on: hormone result (1 December 2025 08:00), a sample of the baseline.",
            "Rests on: operation (15 January 2026), the operation.",
            "Left out: hormone result (1 November 2024 08:00); drawn before the operation, and no part of the baseline.",
            "Left out: hormone result (20 September 2026 15:00); not drawn in the morning.",
            "By the recovery windows, version 1: domain 1.6 and 2.2; reference change limit of Ahokoski 1998 (V27).",
            "Rules: R08, R20, R21, R33, R34, R35, R36.",
        ]);
        new Sentences(Words.In(Language.Tr), course).Of(why)[0].ShouldBe(
            "ameliyat (15 Ocak 2026) sonrası 6-9. ay: 300 ng/dL, ameliyat öncesi başlangıç değerinin (20 nmol/L) %52,0 kadarı; fark -9,6 nmol/L.");
    }

    [Fact]
    public void A_flag_names_its_rule_set_and_compares_in_that_rule_sets_own_unit()
    {
        var course = HormoneStories.Course(Fallen);
        var eau = Part(course, "status", "Present");
        var american = Part(course, "status", "Present", "TT300-AM2-2018.1");

        eau.Basis.ShouldBe(new Basis("EAU-2023.1", "2023.1", "EAU Guidelines on Sexual and Reproductive Health 2023", new(2023, 3, 1)));
        new Sentences(Words.In(Language.En), course).Of(eau).ShouldBe(
        [
            "Now: testosterone is low, not yet confirmed on another day.",
            "testosterone of hormone result (20 August 2026 08:00): 10.4015 nmol/L is below 12 nmol/L (EAU-2023.1).",
            "testosterone of hormone result (20 September 2026 15:00): 9 nmol/L is below 12 nmol/L (EAU-2023.1).",
            "Rests on: hormone result (20 August 2026 08:00), a testosterone that decides.",
            "Left out: hormone result (1 November 2024 08:00); drawn outside the period asked about.",
            "Left out: hormone result (1 December 2025 08:00); drawn outside the period asked about.",
            "Left out: hormone result (20 September 2026 15:00); not drawn in the morning.",
            "By EAU-2023.1, version 2023.1: EAU Guidelines on Sexual and Reproductive Health 2023 (V43).",
            "Rules: R16, R19, R21, R26, R40, R42, R43, R44, R45, R46, R47.",
        ]);
        american.Outcome.Name.ShouldBe("Normal");
        Says(american, HormoneMeasure.Testosterone).ShouldBe(["300 ng/dL Below 300: False", "259.578 ng/dL Below 300: True"]);
        new Sentences(Words.In(Language.Tr), course).Of(eau)[1].ShouldBe(
            "hormon sonucu (20 Ağustos 2026 08:00), testosteron: 10,4015 nmol/L; 12 nmol/L sınırına göre: altında (EAU-2023.1).");
    }

    [Theory]
    [InlineData("lhClass", "Primary", "LH: 15 IU/L Above 9.4: True")]
    [InlineData("lhClass", "Primary", "DaysApart: 0 d AtMost 14: True")]
    [InlineData("preExistingLow", "No", "Baseline: 20 nmol/L Below 12: False")]
    [InlineData("significantDecline", "Yes", "PercentOfBaseline: 52.007489 % Below 68: True")]
    [InlineData("checkTRT", "No", "Testosterone: 10.401498 nmol/L Above 31.8: False")]
    public void Each_part_of_a_flag_names_its_threshold(string part, string outcome, string compared)
    {
        var why = Part(HormoneStories.Course(Fallen), part, "Present");

        why.Outcome.Name.ShouldBe(outcome);
        Says(why).ShouldContain(compared);
    }

    [Theory]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 70 nmol/L 2026-03-02", "EAU-2023.1", "Low", "Testosterone AtMost False, SHBG Above True, FreeTestosterone Below True")]
    [InlineData("T 12 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-02", "EAU-2023.1", "NotLow", "Testosterone AtMost True, SHBG Above False, FreeTestosterone Below False")]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 30 nmol/L 2026-03-02", "EAU-2023.1", "NotCalledFor", "Testosterone AtMost False, SHBG Above False")]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG >30 nmol/L 2026-03-02", "EAU-2023.1", "Missing", "Testosterone AtMost False, SHBG Above ")]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 70 nmol/L 2026-04-02", "EAU-2023.1", "Missing", "Testosterone AtMost False")]
    [InlineData("T 12.5 nmol/L 2026-03-02T08:00 | SHBG 70 nmol/L 2026-03-02", "ES-2018.1", "NoArm", "")]
    public void Free_testosterone_says_why_it_was_calculated_or_not(string story, string ruleSet, string outcome, string compared)
    {
        var why = Part(HormoneStories.Course(story), "freeTestosterone", "Present", ruleSet);

        why.Outcome.Name.ShouldBe(outcome);
        string.Join(", ", why.Compared.Where(each => each.Relation is Relation.AtMost or Relation.Above || each.Name.Name == "FreeTestosterone")
            .Select(each => $"{each.Name.Name} {each.Relation} {each.Holds}")).ShouldBe(compared);
    }

    [Theory]
    [InlineData("T <12 nmol/L 2026-03-02T08:00", "<12 nmol/L Below 12: True")]
    [InlineData("T <=12 nmol/L 2026-03-02T08:00", "\u226412 nmol/L Below 12: ")]
    [InlineData("T <0.4 nmol/L 2026-03-02T08:00", "<0.4 nmol/L Below 12: True")]
    [InlineData("T >52 nmol/L 2026-03-02T08:00", ">52 nmol/L Below 12: False")]
    [InlineData("T >=12 nmol/L 2026-03-02T08:00", "\u226512 nmol/L Below 12: False")]
    [InlineData("T >11 nmol/L 2026-03-02T08:00", ">11 nmol/L Below 12: ")]
    public void A_censored_value_is_compared_with_its_sign(string story, string compared) =>
        Says(Part(HormoneStories.Course(story), "status", "Present"), HormoneMeasure.Testosterone).ShouldBe([compared]);

    [Theory]
    [InlineData("T <=12 nmol/L 2026-03-02T08:00", "\u226412 nmol/L Below 8: , \u226412 nmol/L AtMost 12: True")]
    [InlineData("T >12 nmol/L 2026-03-02T08:00", ">12 nmol/L Below 8: False, >12 nmol/L AtMost 12: False")]
    [InlineData("T >=12 nmol/L 2026-03-02T08:00", "\u226512 nmol/L Below 8: False, \u226512 nmol/L AtMost 12: ")]
    [InlineData("T <7 nmol/L 2026-03-02T08:00", "<7 nmol/L Below 8: True")]
    public void A_borderline_band_is_compared_at_both_its_ends(string story, string compared) =>
        string.Join(", ", Says(Part(HormoneStories.Course(story), "status", "Present", "BSSM-2023.1"), HormoneMeasure.Testosterone)).ShouldBe(compared);

    [Theory]
    [InlineData("T 10 nmol/L 2026-03-02T08:00 | T 10 nmol/L 2026-04-02T08:00", "31 AtLeast 1 True, 31 AtMost 365 True")]
    [InlineData("T 10 nmol/L 2026-03-02T08:00 | T 10 nmol/L 2027-03-03T08:00", "366 AtLeast 1 True, 366 AtMost 365 False")]
    [InlineData("T 10 nmol/L 2026-03-02T08:00", "")]
    public void A_confirmation_names_the_days_between_the_lows(string story, string compared) =>
        string.Join(", ", Part(HormoneStories.Course(story), "status", "Present").Compared
            .Where(each => each.Name == HormoneMeasure.DaysBetweenLows)
            .Select(each => FormattableString.Invariant($"{each.Value} {each.Relation} {each.Threshold} {each.Holds}"))).ShouldBe(compared);

    [Theory]
    [InlineData("T 12 nmol/L 2026-03-02T11:00:01", "Supporting", "DrawnAt AtLeast True, DrawnAt AtMost False")]
    [InlineData("operated 2026-03-02 | T 12 nmol/L 2026-03-15T08:00", "NotEligible", "DrawnAt AtLeast True, DrawnAt AtMost True, DrawnOn AtLeast False")]
    [InlineData("Hcg 2026-01-10..2026-02-01 | T 12 nmol/L 2026-03-02T08:00", "Eligible", "DrawnAt AtLeast True, DrawnAt AtMost True, DrawnOn Above True")]
    [InlineData("Hcg 2026-01-10..2026-02-01 | T 12 nmol/L 2026-03-01T08:00", "NotEligible", "DrawnAt AtLeast True, DrawnAt AtMost True, DrawnOn Above False")]
    [InlineData("LH 6 IU/L 2026-03-02", "Eligible", "")]
    public void A_sample_says_why_it_counts(string story, string outcome, string compared)
    {
        var why = Why(new HormoneSamplesQuestion(), HormoneStories.Course(story)).Single();

        why.Outcome.Name.ShouldBe(outcome);
        string.Join(", ", why.Compared.Select(each => $"{each.Name.Name} {each.Relation} {each.Holds}")).ShouldBe(compared);
    }

    [Theory]
    [InlineData("operated 2026-01-15", "preIndex", "None", "")]
    [InlineData("T 10 nmol/L 2025-07-18T08:00 | operated 2026-01-15", "preIndex", "LatestOld", "2025-07-19 False, 2025-01-15 True")]
    [InlineData("T 10 nmol/L 2025-07-19T08:00 | operated 2026-01-15", "preIndex", "MeanOfRecent", "2025-07-19 True")]
    [InlineData("T <10 nmol/L 2025-07-19T08:00 | operated 2026-01-15", "preIndex", "Bounded", "2025-07-19 True")]
    [InlineData("elsewhere ? | T 10 nmol/L 2025-07-19T08:00 | operated 2026-01-15", "preFirst", "None", "")]
    public void A_baseline_says_how_it_was_chosen(string story, string which, string outcome, string compared)
    {
        var why = Why(new RecoveryQuestion(), HormoneStories.Course(story)).First(each => each.Of == $"recovery.{which}");

        why.Outcome.Name.ShouldBe(outcome);
        string.Join(", ", why.Compared.Select(each => $"{each.Threshold:uuuu-MM-dd} {each.Holds}")).ShouldBe(compared);
    }

    [Fact]
    public void A_retracted_result_is_left_out_as_retracted()
    {
        var course = HormoneStories.Course(Fallen).With(new Entry(Courses.Id(7), 7, Courses.FirstRecorded + Duration.FromHours(1), "nurse-1",
            new EntryRetracted { EntryId = Courses.Id(3), Reason = CorrectionReason.WrongPatient }));

        Part(course, "status", "Present").LeftOut.ShouldContain(left => left.Id == Courses.Id(3) && left.Reasons.Contains(CourseReason.Retracted));
        Part(course, "status", "Present").Outcome.Name.ShouldBe("Indeterminate");
    }

    [Theory]
    [InlineData("T 10 nmol/L 2025-12-01T08:00 | operated 2026-01-15", "NotYetDue", "AskedOn AtMost True")]
    [InlineData("T 10 nmol/L 2025-12-01T08:00 | operated 2025-01-15", "NoBaseline", "AskedOn AtMost False")]
    [InlineData("T 10 nmol/L 2025-01-01T08:00 | operated 2025-01-15", "NoSample", "AskedOn AtMost False")]
    [InlineData("T 10 nmol/L 2025-12-01T08:00 | operated 2026-01-15 | TestosteroneGel 2026-03-01..", "CompetingEvent", "EventOn AtMost True")]
    public void A_missing_percentage_says_what_it_was_decided_by(string story, string outcome, string compared)
    {
        var why = new RecoveryQuestion().Why(HormoneStories.Course(story), new(new(2026, 6, 1), "EAU-2023.1", ""))
            .Single(each => each is { Of: "recovery.ofIndex", Item: "Months6To9" });

        why.Outcome.Name.ShouldBe(outcome);
        string.Join(", ", why.Compared.Select(each => $"{each.Name.Name} {each.Relation} {each.Holds}")).ShouldBe(outcome == "NoBaseline" ? "" : compared);
    }

    private static IReadOnlyList<Explanation> Why(IQuestion question, PatientCourse course, string ruleSet = "EAU-2023.1") =>
        question.Why(course, new(new(2030, 1, 1), ruleSet, ""));

    private static Explanation Part(PatientCourse course, string part, string item, string ruleSet = "EAU-2023.1") =>
        Why(new HypogonadismQuestion(), course, ruleSet).Single(each => each.Of == $"hypogonadism.{part}" && each.Item == item);

    private static IEnumerable<string> Says(Explanation why, HormoneMeasure of) =>
        why.Compared.Where(each => each.Name == of).Select(each => Says(each));

    private static IEnumerable<string> Says(Explanation why) => why.Compared.Select(each => $"{each.Name.Name}: {Says(each)}");

    private static string Says(Compared each) =>
        FormattableString.Invariant($"{each.Sign}{each.Value:0.######} {each.Unit} {each.Relation} {each.Threshold:0.##}: {each.Holds}");
}
