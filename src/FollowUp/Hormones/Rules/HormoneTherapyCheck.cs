using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules;

/// <summary>A hormone therapy does not end before it began, ends only once, and its dose has a unit.</summary>
public sealed class HormoneTherapyCheck : ICheck<HormoneTherapyRecorded>, ICheck<HormoneTherapyStopped>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(HormoneTherapyRecorded fact, PatientCourse course, DecisionContext context)
    {
        if (fact.StoppedOn is { } stopped)
        {
            if (stopped.Latest < fact.StartedOn?.Earliest)
            {
                yield return StoppedBeforeStart(stopped, fact.StartedOn.Value);
            }

            if (fact.Ongoing == Answer.Yes)
            {
                yield return Finding.Refusal("StoppedAndOngoing", "ongoing", fact.Ongoing,
                    "A therapy with an end is not ongoing. Leave one of the two out.");
            }
        }

        if (fact.Dose is <= 0)
        {
            yield return Finding.Refusal("DoseNotPositive", "dose", fact.Dose, "Write a dose above 0, or leave it out when it is not known.");
        }

        if (fact is { Dose: not null, DoseUnit: null })
        {
            yield return Finding.Refusal("UnitMissing", "doseUnit", null, "Write the unit of the dose, for instance [IU] or mg.");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(HormoneTherapyStopped fact, PatientCourse course, DecisionContext context)
    {
        if (course.Of<HormoneTherapyRecorded>().FirstOrDefault(therapy => therapy.Id == fact.TherapyId) is not { } therapy)
        {
            yield break;
        }

        if (fact.StoppedOn.Latest < therapy.Fact.StartedOn?.Earliest)
        {
            yield return StoppedBeforeStart(fact.StoppedOn, therapy.Fact.StartedOn.Value);
        }

        var stop = course.Of<HormoneTherapyStopped>().FirstOrDefault(stop => stop.Fact.TherapyId == fact.TherapyId)?.Id;
        if ((stop ?? (therapy.Fact.StoppedOn is null ? null : therapy.Id)) is { } existing)
        {
            yield return Finding.Refusal("AlreadyRecorded", "therapyId", fact.TherapyId,
                $"Its end is recorded already. Correct the entry {existing} instead.");
        }
    }

    private static Finding StoppedBeforeStart(PartialDate stopped, PartialDate started) => Finding.Refusal(
        "StoppedBeforeStart", "stoppedOn", stopped, $"The therapy began on {started}. Correct the day it began or the day it ended.");
}
