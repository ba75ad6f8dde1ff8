using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Hormones.Rules;
using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Explanations;
using Marten;

namespace FollowUp.Hormones.Guidelines;

/// <summary>How far a comparison of two rule sets is, and what it found.</summary>
/// <param name="Done">The men looked at.</param>
/// <param name="Of">The men there are.</param>
/// <param name="Changed">Those among the last ones for whom something would change.</param>
public sealed record DifferenceStep(int Done, int Of, IReadOnlyList<ChangedMan> Changed);

/// <summary>A man for whom another rule set says something else.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Changes">Each flag, recall or other derived answer whose outcome changes.</param>
public sealed record ChangedMan(Guid PatientId, IReadOnlyList<OutcomeChange> Changes);

/// <summary>Asks every question that depends on the rule set of every man under two of them.</summary>
public sealed class RuleSetDifference(IDocumentStore store, Courses courses)
{
    private const int MenAStep = 100;

    private static readonly IReadOnlyList<IRuleSetQuestion> Dependent = [.. Questions.All.OfType<IRuleSetQuestion>()];

    /// <summary>The men for whom something would change, in steps, in the order of their ids. Memory does not grow with their number.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="view">From when, and for which day; its rule set is the one compared with.</param>
    /// <param name="ruleSet">The other rule set.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async IAsyncEnumerable<DifferenceStep> AskAsync(
        Clinic clinic, PointOfView view, string ruleSet, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = view.Asked(clinic);
        var other = asked with { RuleSet = ruleSet };
        await using var session = store.QuerySession(clinic.Id);
        var of = await session.Query<CourseDocument>().CountAsync(cancellationToken);
        var done = 0;
        await foreach (var men in courses.AllAsync(session, view, cancellationToken).Chunk(MenAStep).WithCancellation(cancellationToken))
        {
            done += men.Length;
            yield return new(done, Math.Max(of, done), [.. men.AsParallel().AsOrdered()
                .Select(man => new ChangedMan(man.PatientId, Changes(man, asked, other)))
                .Where(man => man.Changes.Count > 0)]);
        }

        if (done < of || of == 0)
        {
            // Men enrolled after the instant asked for are not looked at: the last step says that all were.
            yield return new(done, done, []);
        }
    }

    private static IReadOnlyList<OutcomeChange> Changes(PatientCourse course, Asked asked, Asked other) =>
        [.. Dependent.SelectMany(question => OutcomeChange.Between(question.Why(course, asked), question.Why(course, other))).Where(IsOfAFlag)];

    // Why a rule set does not calculate free testosterone is another with every rule set; the flag is that it is low.
    private static bool IsOfAFlag(OutcomeChange change) =>
        change.Of != FreeTestosteroneExplanation.Name || change.Before == FreeTestosteroneOutcome.Low || change.After == FreeTestosteroneOutcome.Low;
}
