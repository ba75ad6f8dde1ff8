using FollowUp.Course;
using FollowUp.Patients.Facts;
using FollowUp.Patients.Rules;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;
using static FollowUp.RulesTests.Course.Courses;
using static FollowUp.RulesTests.Course.Facts;

namespace FollowUp.RulesTests.Course;

public sealed class PatientQuestionTests
{
    private static readonly LocalDate Day = new(2026, 3, 5);

    [Theory]
    [InlineData(Karyotype.Klinefelter47XXY, Answer.Yes)]
    [InlineData(Karyotype.KlinefelterMosaic, Answer.Yes)]
    [InlineData(Karyotype.Normal46XY, Answer.No)]
    [InlineData(Karyotype.Other, Answer.No)]
    [InlineData(Karyotype.Unknown, Answer.Unknown)]
    [InlineData(Karyotype.NotTested, Answer.NotAsked)]
    public void R69_klinefelter_is_a_karyotype_containing_47_XXY(Karyotype karyotype, Answer klinefelter)
    {
        var answer = EnrolmentQuestion.Answer(Of(Enrolled with { Karyotype = karyotype, YMicrodeletion = YMicrodeletion.AZFbc }));

        answer.Klinefelter.ShouldBe(klinefelter);
        answer.RetrievalVirtuallyNil.ShouldBeTrue();
        answer.ExplainedBy.ShouldBe([Id(1)]);
    }

    [Fact]
    public void Without_an_enrolment_nothing_was_asked()
    {
        var answer = EnrolmentQuestion.Answer(Of());

        answer.Klinefelter.ShouldBe(Answer.NotAsked);
        answer.EnrolledOn.ShouldBeNull();
        answer.ExplainedBy.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("47,XXY", Karyotype.Klinefelter47XXY)]
    [InlineData("47,XXY[50]", Karyotype.Klinefelter47XXY)]
    [InlineData("47,XXY,inv(9)", Karyotype.Klinefelter47XXY)]
    [InlineData("mos 47,XXY[5]/46,XY[45]", Karyotype.KlinefelterMosaic)]
    [InlineData("46,XY/47,XXY", Karyotype.KlinefelterMosaic)]
    [InlineData("46,XY", Karyotype.Normal46XY)]
    [InlineData("47,XXYY", Karyotype.Other)]
    [InlineData("48,XXXY", Karyotype.Other)]
    [InlineData("45,X/46,XY", Karyotype.Other)]
    [InlineData("46,XX", Karyotype.Other)]
    public void An_iscn_text_states_a_karyotype(string iscn, Karyotype karyotype) => Genetics.Read(iscn).ShouldBe(karyotype);

    [Fact]
    public void Of_several_consents_the_latest_stated_counts_however_late_an_older_one_was_recorded()
    {
        Reminders(Consent(Day, true)).ShouldBe(Answer.Yes);
        Reminders(Consent(Day, true), Consent(Day.PlusDays(1), false)).ShouldBe(Answer.No);
        Reminders(Consent(Day.PlusDays(1), false), Consent(Day, true)).ShouldBe(Answer.No);
        Reminders(Consent(Day, false), Consent(Day.PlusDays(1), true)).ShouldBe(Answer.Yes);
        Reminders(Consent(Day, false), Consent(Day, true)).ShouldBe(Answer.No);
        Reminders().ShouldBe(Answer.NotAsked);

        static Answer Reminders(params Fact[] facts) => ConsentQuestion.Answer(Of(facts)).Reminders;
    }

    [Fact]
    public void Agreeing_to_reminders_is_not_agreeing_to_research()
    {
        var answer = ConsentQuestion.Answer(Of(Consent(Day, true), new ResearchAgreementRecorded { StatedOn = Day, Agrees = false }));

        (answer.Reminders, answer.Research).ShouldBe((Answer.Yes, Answer.No));
        ConsentQuestion.Answer(Of(Consent(Day, true))).Research.ShouldBe(Answer.NotAsked);
    }

    [Fact]
    public void Preferences_not_asked_for_are_not_asked_and_the_partner_is_not_told()
    {
        var none = ConsentQuestion.Answer(Of());
        none.Channels.ShouldBeNull();
        none.MayLeaveMessage.ShouldBe(Answer.NotAsked);
        none.PartnerMayBeTold.ShouldBe(Answer.No);

        var wishes = new ContactPreferencesRecorded { StatedOn = Day, Channels = [Channel.Phone], Language = Language.Tr };
        var latest = ConsentQuestion.Answer(Of(wishes, wishes with { Channels = [Channel.Email] }));
        latest.Channels.ShouldBe([Channel.Email]);
        latest.ExplainedBy.ShouldBe([Id(2)]);
    }

    public static TheoryData<Fact[], FollowUpEndKind?> Lives => new()
    {
        { [], null },
        { [new PatientWithdrew { WithdrewOn = Day }], FollowUpEndKind.Withdrew },
        { [new PatientWithdrew { WithdrewOn = Day }, new FollowUpResumed { ResumedOn = Day.PlusDays(1) }], null },
        { [new PatientLostToFollowUp { DeclaredOn = Day }], FollowUpEndKind.Lost },
        { [new PatientLostToFollowUp { DeclaredOn = Day }, Contact("2026-03-06")], null },
        { [new PatientLostToFollowUp { DeclaredOn = Day }, new PatientWithdrew { WithdrewOn = Day }], FollowUpEndKind.Withdrew },
        { [new PatientWithdrew { WithdrewOn = Day }, Died("2026-05"), new FollowUpResumed { ResumedOn = Day.PlusDays(400) }], FollowUpEndKind.Died },
        { [new PatientWithdrew { WithdrewOn = Day }, Died("2026-05")], FollowUpEndKind.Died },
        { [Died("2026-05"), Retracted(Id(1))], null },
    };

    [Theory]
    [MemberData(nameof(Lives))]
    public void A_man_is_followed_until_death_withdrawal_or_loss_and_again_when_he_comes_back(Fact[] facts, FollowUpEndKind? ended) =>
        (ConsentQuestion.Answer(Of(facts)).Ended?.Kind).ShouldBe(ended);

    private static ReminderConsentRecorded Consent(LocalDate on, bool consents) =>
        new() { StatedOn = on, Consents = consents, Form = ConsentForm.Spoken };
}
