using FollowUp.Course.Json;

namespace FollowUp.Course.FactChecks;

/// <summary>An entry that a fact names exists for this man, is not retracted, and is of the right kind (R04).</summary>
/// <remarks>It checks every kind of fact.</remarks>
public sealed class KnownEntries : ICheck<Fact>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Fact fact, PatientCourse course, DecisionContext context) =>
        from member in FactMember.In(fact)
        where member is { Value: Guid id, EntryOf: { } named } && !course.Standing.Any(standing => standing.Id == id && named.Kinds.Contains(standing.Fact.GetType()))
        select Finding.Refusal(
            "UnknownEntry",
            member.Field,
            member.Value,
            $"This man has no such entry of the kind {string.Join(" or ", member.EntryOf!.Kinds.Select(kind => FactJson.Describe(kind).Name))}. Take the id from his timeline, or record that entry first.");
}
