using System.Runtime.CompilerServices;

namespace FollowUp.Platform;

/// <summary>Work on several things at once whose results come in the order of the things.</summary>
public static class OrderedParallel
{
    /// <summary>The result of work on each thing, in their order whichever is done first; memory holds those being worked on alone.</summary>
    /// <remarks>When the reader stops, is cancelled or fails, no work is left running.</remarks>
    /// <param name="source">The things.</param>
    /// <param name="atOnce">How many are worked on at once, from 1.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<TResult> SelectInOrderAsync<T, TResult>(
        this IAsyncEnumerable<T> source, int atOnce, Func<T, CancellationToken, Task<TResult>> work, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var begun = new Queue<Task<TResult>>(atOnce);
        try
        {
            await foreach (var each in source.WithCancellation(ended.Token))
            {
                begun.Enqueue(Task.Run(() => work(each, ended.Token), ended.Token));
                if (begun.Count >= atOnce)
                {
                    yield return await begun.Dequeue();
                }
            }

            while (begun.TryDequeue(out var next))
            {
                yield return await next;
            }
        }
        finally
        {
            await ended.CancelAsync();
            await Task.WhenAll(begun).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }
}
