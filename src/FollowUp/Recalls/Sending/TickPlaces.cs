using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>Selects the men whom a tick reads: those longest due, then some more from where the previous tick stopped.</summary>
/// <remarks>
/// A man whose message has to wait keeps his place on the list. A tick therefore reads a limited number of men, so that its cost does not grow
/// with those who wait, and the men behind them still get their turn. Only this node knows where it stopped; another starts at the top.
/// </remarks>
public sealed class TickPlaces(DueDateIndex dates)
{
    /// <summary>The most men that a tick reads at the top of the list, and again behind.</summary>
    public const int MostAtTheTop = 1_000;

    private readonly ConcurrentDictionary<(string Clinic, string Turn), RemindPlace?> _ended = new();

    /// <summary>The men to read, in batches; only men whose dates were calculated under the protocol in force.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="today">The day.</param>
    /// <param name="turn">The turn of a tick; null reads all men who are due.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async IAsyncEnumerable<Guid[]> InTurnAsync(Clinic clinic, LocalDate today, string? turn, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RemindPlace? from = null;
        for (var (looked, isBehind) = (0, false); ;)
        {
            var some = await dates.ToRemindAsync(clinic, today, from, Courses.MenAtATime, cancellationToken);
            yield return [.. some.Select(place => place.PatientId)];
            if (some.Count < Courses.MenAtATime)
            {
                _ended[(clinic.Id, turn ?? "")] = null;
                yield break;
            }

            (looked, from) = (looked + some.Count, some[^1]);
            if (turn is not null && looked >= MostAtTheTop)
            {
                if (isBehind)
                {
                    _ended[(clinic.Id, turn)] = from;
                    yield break;
                }

                (looked, isBehind) = (0, true);
                from = _ended.GetValueOrDefault((clinic.Id, turn)) is { } ended && (ended.From, ended.PatientId).CompareTo((from.From, from.PatientId)) > 0 ? ended : from;
            }
        }
    }
}
