using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using FollowUp.Access;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using NodaTime;

namespace FollowUp.Recalls.Sending;

/// <summary>Which men a tick looks at: those longest due each time, then some behind them, going on where the tick before ended.</summary>
/// <remarks>
/// A man whose message has to wait stays where he is on the list. So that a tick costs the same however many wait, and those behind them get
/// their turn all the same, it looks at a bounded number. Where it ended is known to this node alone: another begins at the top.
/// </remarks>
public sealed class TickPlaces(DueDateIndex dates)
{
    /// <summary>The most men that a tick looks at at the top of the list, and as many behind.</summary>
    public const int MostAtTheTop = 1_000;

    private readonly ConcurrentDictionary<(string Clinic, string Turn), RemindPlace?> _ended = new();

    /// <summary>The men to look at, some at a time, only such whose dates were found under the protocol in force.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="today">The day.</param>
    /// <param name="turn">Whose turn it is; null looks at all men who are due.</param>
    /// <param name="cancellationToken">Ends the search.</param>
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
