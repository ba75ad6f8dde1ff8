using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Reports;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Reports.Cohorts;

namespace FollowUp.RulesTests.Reports;

public sealed class CohortTests
{
    private static readonly PatientCourse[] Men =
    [
        Of(Operated(DayOfSurgery), Said(true)),
        Of(Operated(DayOfSurgery), Said(true), Said(false, daysLater: 1)),
        Of(Operated(DayOfSurgery)),
        Of(Operated(DayOfSurgery), Said(false, daysLater: 1), Said(true, daysLater: 2)),
        Of(Operated(DayOfSurgery), Said(true), new EntryRetracted { EntryId = Id(2), Reason = CorrectionReason.WrongPatient }),
    ];

    [Fact]
    public async Task For_research_only_men_whose_latest_word_is_that_they_agree_are_seen_and_the_others_counted()
    {
        var cohort = new Cohort(new TheseMen(Men), forResearch: true);

        (await cohort.AskAsync(man => man, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken))
            .ShouldBe([Men[0], Men[3]]);
        (cohort.Men, cohort.LeftOut).ShouldBe((2, 3));
    }

    [Fact]
    public async Task For_care_every_man_is_seen()
    {
        var cohort = new Cohort(new TheseMen(Men), forResearch: false);

        (await cohort.AskAsync(man => man, TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken)).ShouldBe(5);
        (cohort.Men, cohort.LeftOut).ShouldBe((5, 0));
    }

    private static ResearchAgreementRecorded Said(bool agrees, int daysLater = 0) => new() { StatedOn = DayOfSurgery.PlusDays(daysLater), Agrees = agrees };
}
