using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Patients.Facts;

namespace FollowUp.Patients.Rules;

/// <summary>Explains whether a man counts as having Klinefelter syndrome, and what his Y microdeletion means for retrieval.</summary>
internal static class EnrolmentExplanations
{
    public static IReadOnlyList<Explanation> Of(PatientCourse course)
    {
        var answer = EnrolmentQuestion.Answer(course);
        IReadOnlyList<UsedFact> used = [.. answer.ExplainedBy.Select(id => new UsedFact(id, EnrolmentRole.Enrolment))];
        IReadOnlyList<LeftOutFact> leftOut = [.. LeftOutFact.RetractedIn<PatientEnrolled>(course)];
        return
        [
            new()
            {
                Of = "enrolment.klinefelter",
                Outcome = answer.Klinefelter,
                Values = new Dictionary<string, object> { ["karyotype"] = Code.From(answer.Karyotype) },
                Rules = ["R69"],
                Used = used,
                LeftOut = leftOut,
            },
            new()
            {
                Of = "enrolment.retrievalVirtuallyNil",
                Outcome = answer.YMicrodeletion == YMicrodeletion.NotTested ? Answer.NotAsked : answer.RetrievalVirtuallyNil ? Answer.Yes : Answer.No,
                Values = new Dictionary<string, object> { ["deletion"] = Code.From(answer.YMicrodeletion) },
                Rules = ["V7"],
                Used = used,
                LeftOut = leftOut,
            },
        ];
    }
}

/// <summary>What a fact was used for in the answer about enrolment.</summary>
public enum EnrolmentRole
{
    /// <summary>The enrolment with its genetic findings.</summary>
    Enrolment,
}
