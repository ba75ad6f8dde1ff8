using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using NodaTime;

namespace FollowUp.Demo.Chapters;

/// <summary>How follow-up ends for men who do not come to the test: withdrawal, death, or being declared lost after the window.</summary>
internal static class Endings
{
    private static readonly LossReason[] Reasons =
        [LossReason.Unreachable, LossReason.Unreachable, LossReason.Unreachable, LossReason.NumberChanged, LossReason.MovedAway];

    public static void Tell(Story story)
    {
        var (man, draw) = (story.Man, story.Draw);
        switch (man.Fate)
        {
            case Fate.Withdrew:
                var withdrew = Story.Working(man.OperatedOn.PlusDays(draw.Between(20, 200)));
                story.Record(withdrew + new LocalTime(14, 5), new PatientWithdrew
                {
                    WithdrewOn = withdrew,
                    Reason = draw.Of([WithdrawalReason.WantsNoContact, WithdrawalReason.FollowedElsewhere, WithdrawalReason.NotStated]),
                });
                story.EndedOn = withdrew;
                break;

            case Fate.Died:
                var died = man.OperatedOn.PlusDays(draw.Between(100, 170));
                var heard = Story.Working(died.PlusDays(draw.Between(6, 20)));
                story.Record(heard + new LocalTime(16, 40), new PatientDied { DiedOn = PartialDate.Of(died), RelatedToSurgery = Answer.No });
                story.EndedOn = died.PlusDays(-1);
                break;

            case Fate.LostEarly:
                Lost(story, man.OperatedOn.PlusDays(draw.Between(75, 90)), draw.Of(Reasons));
                break;

            case Fate.Lost or Fate.Back:
                Lost(story, man.OperatedOn.PlusMonths(9).PlusDays(31 + draw.Between(0, 5)), draw.Chance(0.3) ? LossReason.DidNotCome : draw.Of(Reasons));
                break;
        }
    }

    /// <summary>Whether he answers the telephone in the window of the test, though he does not come to it.</summary>
    public static bool AnswersThePhone(Story story) => story.Man.Fate is Fate.Lost && story.Man.Number % 10 < 3;

    private static void Lost(Story story, LocalDate day, LossReason reason) => story.Record(
        Story.Working(day) + new LocalTime(17, 10), new PatientLostToFollowUp { DeclaredOn = Story.Working(day), Reason = reason });
}
