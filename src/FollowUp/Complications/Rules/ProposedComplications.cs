using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using FollowUp.Pain.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Complications.Rules;

/// <summary>A complication that recorded facts propose, before a clinician has decided.</summary>
/// <param name="Type">The kind of complication.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Side">The side; None for a complication without a side.</param>
/// <param name="Evidence">The entries that propose it, without the operation.</param>
/// <param name="LatestOn">The day of the latest of them.</param>
/// <param name="Compared">What was compared with which limit.</param>
internal sealed record Proposal(
    ComplicationType Type, Operation Operation, Side Side, IReadOnlyList<Guid> Evidence, LocalDate LatestOn, IReadOnlyList<Compared> Compared);

/// <summary>Proposes chronic scrotal pain, atrophy by volume, and new hypogonadism that is treated (domain 4.3).</summary>
internal static class ProposedComplications
{
    private static readonly ComplicationCriteria Criteria = ComplicationCriteria.Version2026;

    /// <summary>What is proposed for each operation, from the facts until the next operation.</summary>
    public static IReadOnlyList<Proposal> In(PatientCourse course)
    {
        Standing<PainReported>[] pain = [.. course.Of<PainReported>().Where(standing => IsScrotal(standing.Fact))];
        TesticularVolume[] volumes = [.. TesticularVolume.AllIn(course).Where(volume => volume.Method != VolumeMethod.NotStated)];
        Standing<HormoneTherapyRecorded>[] testosterone = [.. course.Of<HormoneTherapyRecorded>().Where(standing => IsReplacement(standing.Fact))];
        return [.. Operation.ClocksIn(course).SelectMany(clock => (IEnumerable<Proposal?>)
        [
            ChronicPain(clock.Index, clock.Next, pain),
            Atrophy(clock.Index, clock.Next, Side.Left, volumes),
            Atrophy(clock.Index, clock.Next, Side.Right, volumes),
            Hypogonadism(clock.Index, clock.Next, testosterone, course),
        ]).OfType<Proposal>()];
    }

    private static bool IsScrotal(PainReported pain) => pain.Site is PainSite.Scrotum or PainSite.Testis or PainSite.Wound && (pain.Nrs ?? pain.VasMillimetres) > 0;

    private static bool IsReplacement(HormoneTherapyRecorded therapy) => therapy.Indication != TherapyIndication.PreoperativeStimulation
        && therapy.Drug is HormoneDrug.TestosteroneGel or HormoneDrug.TestosteroneEnanthate or HormoneDrug.TestosteroneUndecanoate or HormoneDrug.TestosteroneUnknown;

    // Pain that is known to have begun after the three months is not pain since surgery.
    private static Proposal? ChronicPain(Operation operation, Operation? next, Standing<PainReported>[] pain)
    {
        var after = operation.On.PlusDays(Criteria.ChronicPainAfterDays);
        Standing<PainReported>[] late = [.. pain.Where(standing =>
            standing.Occurred.Earliest > after && !(standing.Occurred.Earliest >= next?.On) && !(standing.Fact.OnsetOn?.Earliest > after))];
        return late.Length == 0 ? null : new(
            ComplicationType.ChronicScrotalPain, operation, Side.None, [.. late.Select(standing => standing.Id)], late[^1].Occurred.Earliest,
            [Compared.Of(ComplicationQuantity.DayOfFact, late[0].Occurred.Earliest, Relation.Above, after, Criteria.Id, late[0].Id)]);
    }

    // Compares the latest volume after the operation with the latest one before it, of the same side and method.
    private static Proposal? Atrophy(Operation operation, Operation? next, Side side, TesticularVolume[] volumes)
    {
        var from = operation.On.PlusDays(Criteria.VolumeFromDays);
        var latest = volumes.LastOrDefault(volume => volume.Side == side && volume.On >= from && !(volume.On >= next?.On));
        var before = volumes.LastOrDefault(volume => volume.Side == side && volume.On <= operation.On && volume.Method == latest?.Method);
        if (latest is null || before is not { Millilitres: > 0 })
        {
            return null;
        }

        var loss = 100 * (before.Millilitres - latest.Millilitres) / before.Millilitres;
        return loss < Criteria.VolumeLossFromPercent ? null : new(
            ComplicationType.Atrophy, operation, side, [before.EntryId, latest.EntryId], latest.On,
            [
                Compared.Of(ComplicationQuantity.VolumeLoss, loss, "%", Relation.AtLeast, Criteria.VolumeLossFromPercent, Criteria.Id, latest.EntryId),
                Compared.Of(ComplicationQuantity.DayOfFact, latest.On, Relation.AtLeast, from, Criteria.Id, latest.EntryId),
            ]);
    }

    // New means that no testosterone therapy began before the operation. Whether the value was low before is in the answer hypogonadism.
    private static Proposal? Hypogonadism(Operation operation, Operation? next, Standing<HormoneTherapyRecorded>[] testosterone, PatientCourse course)
    {
        if (testosterone.Any(therapy => therapy.Occurred.Earliest < operation.On))
        {
            return null;
        }

        var started = testosterone.FirstOrDefault(therapy => !(therapy.Occurred.Earliest >= next?.On));
        if (started is null)
        {
            return null;
        }

        Standing<HypogonadismReviewed>[] diagnosed = [.. course.Of<HypogonadismReviewed>().Where(review =>
            review.Fact.Outcome == HypogonadismReviewOutcome.Hypogonadism && review.Fact.ReviewedOn >= operation.On && !(review.Fact.ReviewedOn >= next?.On))];
        return new(
            ComplicationType.Hypogonadism, operation, Side.None, [started.Id, .. diagnosed.Select(review => review.Id)], started.Occurred.Earliest,
            [Compared.Of(ComplicationQuantity.DayOfFact, started.Occurred.Earliest, Relation.AtLeast, operation.On, Criteria.Id, started.Id)]);
    }
}

/// <summary>The quantity that is compared with a limit in an answer about complications.</summary>
public enum ComplicationQuantity
{
    /// <summary>The day of a fact.</summary>
    DayOfFact,

    /// <summary>The day on which a complication counts.</summary>
    Onset,

    /// <summary>The loss of volume.</summary>
    VolumeLoss,
}
