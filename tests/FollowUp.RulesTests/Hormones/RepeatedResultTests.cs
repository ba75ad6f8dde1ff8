using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.RulesTests.Course;
using NodaTime;

namespace FollowUp.RulesTests.Hormones;

/// <summary>A result that is reported again: which result is meant, and who is asked (R80, R81).</summary>
public sealed class RepeatedResultTests
{
    private const string Baseline = "T 14.2 nmol/L 2026-02-12T08:30 key=PANEL";

    private static readonly DecisionContext Context = new(Instant.FromUtc(2028, 6, 1, 9, 0), new(2028, 6, 1));

    [Theory]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 | T 16.1 nmol/L 2026-10-06T08:50 corrected", "16.1")]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 key=A | T 16.1 nmol/L 2026-10-06T08:50 corrected", "16.1")]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 | T 16.1 nmol/L 2026-10-06T08:50 corrected | T 15 nmol/L 2026-10-06T08:50 corrected", "15")]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50:00+03:00 | T 16.1 nmol/L 2026-10-06T05:50:00Z corrected", "16.1")]
    [InlineData("T 6.1 nmol/L 2026-10-06 | T 16.1 nmol/L 2026-10-06 corrected", "16.1")]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 | T 16.1 nmol/L 2026-10-06T08:51 corrected", "6.1 16.1")]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 | LH 16.1 IU/L 2026-10-06T08:50 corrected", "6.1 16.1")]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 key=A | T 6.1 nmol/L 2026-10-06T08:50 key=A withdrawn | T 16.1 nmol/L 2026-10-06T08:50 corrected", "16.1")]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 | T 6.2 nmol/L 2026-10-06T08:50 | T 16.1 nmol/L 2026-10-06T08:50 corrected", "6.1 6.2 16.1")]
    public void A_correction_without_a_key_replaces_the_only_result_of_its_sample(string story, string counting) =>
        Counting(HormoneStories.Course(story)).ShouldBe(counting.Split(' '));

    [Theory]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50", "2026-10-06T08:50", null)]
    [InlineData("", "2026-10-06T08:50", "CorrectsNothing")]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50", "2026-10-06", "CorrectsNothing")]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 | T 6.2 nmol/L 2026-10-06T08:50", "2026-10-06T08:50", "CorrectsSeveral")]
    public void A_correction_without_a_key_is_refused_with_a_remedy_when_it_matches_no_or_several_results(string story, string at, string? refused)
    {
        var findings = Check($"T 16.1 nmol/L {at} corrected", HormoneStories.Course(story));

        findings.Select(finding => finding.Code).ShouldBe(refused is null ? [] : [refused]);
        findings.ShouldAllBe(finding => finding.Refuses && finding.Message.Contains("correct its entry"));
    }

    [Theory]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50", "T 7 nmol/L 2026-10-06T08:50", true)]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 key=A", "T 7 nmol/L 2026-10-06T08:50 key=B", true)]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 key=A", "T 7 nmol/L 2026-10-06T08:50 key=A", false)]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50", "T 6.10 nmol/L 2026-10-06T08:50", false)]
    [InlineData("T 10 nmol/L 2026-10-06T08:50", "T 288.42 ng/dL 2026-10-06T08:50", false)]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50", "T 7 nmol/L 2026-10-06T08:51", false)]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50", "LH 7 IU/L 2026-10-06T08:50", false)]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 preliminary", "T 7 nmol/L 2026-10-06T08:50", false)]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50 | T 8 nmol/L 2026-10-06T08:50 corrected", "T 7 nmol/L 2026-10-06T08:50", true)]
    [InlineData("T 6.1 nmol/L 2026-10-06T08:50", "T 7 nmol/L 2026-10-06T08:50 key=A corrected", true)]
    public void A_person_is_asked_about_two_final_results_of_one_sample_with_different_values(string story, string then, bool asked) =>
        Check(then, HormoneStories.Course(story)).Any(finding => finding is { Code: "SameSampleOtherValue", Refuses: false, Asks: Asking.Persons }).ShouldBe(asked);

    [Theory]
    [InlineData(Baseline, "T 6.1 nmol/L 2026-10-06T08:50 key=PANEL", true)]
    [InlineData(Baseline, "T 6.1 nmol/L 2026-02-12T09:30 key=PANEL", false)]
    [InlineData(Baseline, "T 6.1 nmol/L 2026-10-06T08:50 key=OTHER", false)]
    [InlineData(Baseline + " | T 6.1 nmol/L 2026-10-06T08:50 key=PANEL preliminary", "T 6.1 nmol/L 2026-10-06T08:50 key=PANEL", true)]
    [InlineData(Baseline + " | T 6.1 nmol/L 2026-10-06T08:50 key=PANEL", "T 6.3 nmol/L 2026-10-06T08:50 key=PANEL", false)]
    public void A_person_is_asked_about_a_final_result_that_uses_a_key_again_on_another_day(string story, string then, bool asked) =>
        Check(then, HormoneStories.Course(story)).Any(finding => finding is { Code: "KeyOfAnotherSample", Refuses: false, Asks: Asking.Persons }).ShouldBe(asked);

    [Fact]
    public void A_key_repeated_for_every_sample_does_not_replace_the_baseline_unless_a_person_confirms_it()
    {
        var later = (HormoneResultReported)HormoneStories.Facts("T 6.1 nmol/L 2026-10-06T08:50 key=PANEL")[0];
        var corrected = HormoneStories.Facts("T 7 nmol/L 2026-10-06T08:50 key=PANEL corrected")[0];

        Counting(Courses.Of([HormoneStories.Facts(Baseline)[0], later])).ShouldBe(["14.2", "6.1"]);
        Counting(Courses.Of([HormoneStories.Facts(Baseline)[0], later, corrected])).ShouldBe(["14.2", "7"]);
        Counting(Courses.Of([HormoneStories.Facts(Baseline)[0], later with { Warnings = [new("KeyOfAnotherSample")] }])).ShouldBe(["14.2", "6.1"]);
        Counting(Courses.Of([HormoneStories.Facts(Baseline)[0], later with { Warnings = [new("KeyOfAnotherSample", new("sealed:1:x"))] }])).ShouldBe(["6.1"]);
    }

    [Fact]
    public void Who_is_asked_depends_on_who_can_answer()
    {
        var finding = Finding.Warning("SameSampleOtherValue", "value", null, "?") with { Asks = Asking.Persons };

        new Confirmations([], Unattended: false).Lack(finding).ShouldBeTrue();
        new Confirmations([], Unattended: false) { FromProgram = true }.Lack(finding).ShouldBeFalse();
        new Confirmations([], Unattended: true).Lack(finding).ShouldBeFalse();
        new Confirmations(["SameSampleOtherValue"], Unattended: false).Lack(finding).ShouldBeFalse();
        new Confirmations([], Unattended: false) { FromProgram = true }.Lack(finding with { Asks = Asking.EverySender }).ShouldBeTrue();
        new Confirmations([], Unattended: false).Lack(finding with { Asks = Asking.Nobody }).ShouldBeFalse();
    }

    private static IReadOnlyList<Finding> Check(string story, PatientCourse course) =>
        [.. new RepeatedResultCheck().Check((HormoneResultReported)HormoneStories.Facts(story)[0], course, Context)];

    private static IReadOnlyList<string> Counting(PatientCourse course) => [.. HormoneSamples.Of(course).All.Select(sample => sample.Reported.Split(' ')[0])];
}
