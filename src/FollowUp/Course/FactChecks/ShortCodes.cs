namespace FollowUp.Course.FactChecks;

/// <summary>The texts of a fact are short codes. Free text can name a person, so it belongs in the note, which is encrypted.</summary>
/// <remarks>It checks every kind of fact.</remarks>
public sealed class ShortCodes : ICheck<Fact>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(Fact fact, PatientCourse course, DecisionContext context) =>
        from member in FactMember.In(fact)
        where member is { Value: string text, Code: { } code } && !code.Matches(text)
        select Finding.Refusal(
            "CodeExpected",
            member.Field,
            member.Value,
            $"Write a short code, for instance {member.Code!.Example}. Free text belongs in the note: the note is encrypted, this field is not.");
}
