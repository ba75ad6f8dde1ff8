using FollowUp.Pain.Facts;
using FollowUp.Pain.Rules;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Pain;

public sealed class PainQuestionTests
{
    [Theory]
    [InlineData(0, PainBand.None)]
    [InlineData(1, PainBand.Mild)]
    [InlineData(3, PainBand.Mild)]
    [InlineData(4, PainBand.Moderate)]
    [InlineData(6, PainBand.Moderate)]
    [InlineData(7, PainBand.Severe)]
    [InlineData(10, PainBand.Severe)]
    public void A_numeric_score_has_a_band(int nrs, PainBand band) =>
        PainQuestion.Answer(Of(Episode("2026-03-05") with { Nrs = nrs })).Latest!.Band.ShouldBe(band);

    [Fact]
    public void A_visual_score_is_never_turned_into_a_numeric_one()
    {
        var latest = PainQuestion.Answer(Of(Episode("2026-03-05") with { VasMillimetres = 70 })).Latest!;

        latest.Nrs.ShouldBeNull();
        latest.Band.ShouldBeNull();
        latest.VasMillimetres.ShouldBe(70);
    }

    [Fact]
    public void The_latest_episode_is_the_latest_reported_not_the_latest_recorded()
    {
        var answer = PainQuestion.Answer(Of(
            Episode("2026-03-07T10:00") with { Nrs = 2 }, Episode("2026-03-05T10:00") with { Nrs = 6 }, Episode("2026-03-07T09:00") with { Nrs = 4 }));

        answer.Episodes.Select(episode => episode.Nrs).ShouldBe([6, 4, 2]);
        answer.Latest!.Id.ShouldBe(Id(1));
    }

    [Fact]
    public void Without_an_episode_there_is_no_latest() => PainQuestion.Answer(Of()).Latest.ShouldBeNull();

    private static PainReported Episode(string at) => new() { ReportedAt = Time(at), Site = PainSite.LowerAbdomen };
}
