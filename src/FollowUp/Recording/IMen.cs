using System.Runtime.CompilerServices;
using FollowUp.Course;
using FollowUp.Platform;
using FollowUp.Recording.ReadModels;
using Marten;

namespace FollowUp.Recording;

/// <summary>Men who can be asked.</summary>
public interface IMen
{
    /// <summary>The answer of each man, in the same order of men each time. Several are asked at once: the question only reads.</summary>
    /// <typeparam name="TAnswer">What is answered: little, where all answers are held.</typeparam>
    IAsyncEnumerable<TAnswer> AskAsync<TAnswer>(Func<PatientCourse, TAnswer> question, CancellationToken cancellationToken);
}

/// <summary>How far a walk over all men is.</summary>
/// <param name="Men">The records looked at.</param>
/// <param name="Of">The records there are.</param>
public sealed record MenProgress(long Men, long Of);

/// <summary>Every man of a clinic as known then, each once however many records were his, in the order of their ids.</summary>
/// <remarks>
/// Read, folded and asked some hundred at a time on several cores, no more of them in memory than are being asked: a list needs no more memory
/// for more men.
/// </remarks>
/// <param name="courses">Folds them.</param>
/// <param name="session">A session of the clinic.</param>
/// <param name="view">As of when the list is made.</param>
/// <param name="upToEvent">The number of the last event that counts.</param>
/// <param name="progress">Receives how far it is.</param>
public sealed class AllMen(Courses courses, IQuerySession session, PointOfView view, long upToEvent, IProgress<MenProgress>? progress) : IMen
{
    private const int MenAtATime = 200;

    /// <inheritdoc/>
    public async IAsyncEnumerable<TAnswer> AskAsync<TAnswer>(
        Func<PatientCourse, TAnswer> question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var of = progress is null ? 0 : await session.Query<DueDates>().CountAsync(cancellationToken);
        var done = 0L;
        progress?.Report(new(done, of));
        var ids = session.Query<DueDates>().OrderBy(document => document.Id).Select(document => document.Id).ToAsyncEnumerable(cancellationToken);
        await foreach (var (men, answers) in ids.Chunk(MenAtATime).SelectInOrderAsync(courses.Workers, AnswersAsync, cancellationToken))
        {
            foreach (var answer in answers)
            {
                yield return answer;
            }

            done += men;
            progress?.Report(new(done, Math.Max(of, done)));
        }

        async Task<(int Men, List<TAnswer> Answers)> AnswersAsync(Guid[] some, CancellationToken token)
        {
            await using var own = session.DocumentStore.QuerySession(session.TenantId);
            var answers = new List<TAnswer>(some.Length);
            foreach (var course in (await courses.FoldAsync(own, some, upToEvent, token)).Select(view.Of))
            {
                token.ThrowIfCancellationRequested();
                if (course.Version > 0 && course.Merged is null)
                {
                    answers.Add(question(course));
                }
            }

            return (some.Length, answers);
        }
    }
}
