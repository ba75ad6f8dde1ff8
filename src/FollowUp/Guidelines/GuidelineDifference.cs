using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten;

namespace FollowUp.Guidelines;

/// <summary>How far a comparison of two guidelines is, and what it found.</summary>
/// <param name="Done">The men looked at.</param>
/// <param name="Of">The men there are.</param>
/// <param name="Changed">Those among the last ones for whom something would change.</param>
public sealed record DifferenceStep(int Done, int Of, IReadOnlyList<ChangedMan> Changed);

/// <summary>A man whose answers change under another guideline.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Changes">Each flag, recall or other derived answer whose outcome changes.</param>
public sealed record ChangedMan(Guid PatientId, IReadOnlyList<OutcomeChange> Changes);

/// <summary>Asks every question that depends on a kind of guideline, of every man and under two of them.</summary>
public sealed class GuidelineDifference(IDocumentStore store, Courses courses)
{
    private const int MenAStep = 100;

    /// <summary>The men for whom something would change, in steps, in the order of their ids. Memory does not grow with their number.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="view">As of when and for which day; it is compared with the guideline in force then.</param>
    /// <param name="guidelines">The kind compared.</param>
    /// <param name="id">The other guideline.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public async IAsyncEnumerable<DifferenceStep> AskAsync(
        Clinic clinic, PointOfView view, IGuidelines guidelines, string id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = view.Asked(clinic);
        var other = guidelines.Under(asked, id);
        var dependent = Questions.All.OfType<IGuidelineQuestion>().Where(question => question.DependsOn.Contains(guidelines.Kind)).ToList();
        await using var session = store.QuerySession(clinic.Id);
        var of = await session.Query<DueDates>().CountAsync(cancellationToken);
        var done = 0;
        await foreach (var men in courses.All(session, view).AskAsync(Changes, cancellationToken).Chunk(MenAStep).WithCancellation(cancellationToken))
        {
            done += men.Length;
            yield return new(done, Math.Max(of, done), [.. men.Where(man => man.Changes.Count > 0)]);
        }

        if (done < of || of == 0)
        {
            // Men enrolled after the instant asked for are not looked at: the last step says that all were.
            yield return new(done, done, []);
        }

        ChangedMan Changes(PatientCourse man) => new(man.PatientId, [.. dependent
            .SelectMany(question => OutcomeChange.Between(question.Why(man, asked), question.Why(man, other)))
            .Where(guidelines.Matters)]);
    }
}
