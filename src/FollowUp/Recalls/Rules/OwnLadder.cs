using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;

namespace FollowUp.Recalls.Rules;

/// <summary>
/// A published version with some lengths of the ladder changed by a clinic: <c>standard-2+messages-3+letter-days-21</c>. The id is complete, so
/// decisions under it can always be recalculated.
/// </summary>
internal sealed class OwnLadder : Protocol
{
    /// <summary>The lengths that a clinic may change, in the order in which the id names them.</summary>
    public static readonly ImmutableArray<Choice> Choices =
    [
        new("messages", 0, 3, protocol => protocol.Reminders),
        new("days-between", 1, 60, protocol => protocol.DaysBetweenReminders),
        new("late-days", 0, 60, protocol => protocol.LateReminderDays),
        new("days-before-calls", 0, 60, protocol => protocol.DaysBeforeCalls),
        new("call-days", 1, 10, protocol => protocol.Unreachable.Days),
        new("call-times", 1, 3, protocol => protocol.Unreachable.TimesOfDay),
        new("letter-days", 1, 90, protocol => protocol.DaysToAnswerLetter),
    ];

    private static readonly ConcurrentDictionary<string, Protocol> Known = new(StringComparer.Ordinal);

    private readonly Protocol _basis;
    private readonly ImmutableDictionary<string, int> _chosen;

    private OwnLadder(Protocol basis, ImmutableDictionary<string, int> chosen)
        : base(basis) => (_basis, _chosen) = (basis, chosen);

    /// <inheritdoc/>
    public override string Id => Name(_basis, _chosen);

    /// <inheritdoc/>
    public override int Version => _basis.Version;

    /// <inheritdoc/>
    public override string Source => $"{_basis.Source}; the lengths named in its id: the clinic";

    /// <inheritdoc/>
    public override int Reminders => Length("messages")!.Value;

    /// <inheritdoc/>
    public override int DaysBetweenReminders => Length("days-between")!.Value;

    /// <inheritdoc/>
    public override int LateReminderDays => Length("late-days")!.Value;

    /// <inheritdoc/>
    public override SendingHours SendingHours => _basis.SendingHours;

    /// <inheritdoc/>
    public override ArrangedTests ArrangedTests => _basis.ArrangedTests;

    /// <inheritdoc/>
    public override MessageCap Cap => _basis.Cap;

    /// <inheritdoc/>
    public override FailedAttempts Unreachable => _basis.Unreachable with { Days = Length("call-days")!.Value, TimesOfDay = Length("call-times")!.Value };

    /// <inheritdoc/>
    public override int DaysBeforeCalls => Length("days-before-calls")!.Value;

    /// <inheritdoc/>
    public override int? DaysToAnswerLetter => Length("letter-days");

    /// <inheritdoc/>
    public override string? LostAfter => _basis.LostAfter;

    /// <summary>The protocol with such an id; null when a length in it is unknown, out of range, the same as in the version, or out of order.</summary>
    /// <remarks>Only valid protocols are cached: an id may come from a request, and there is no limit to invalid ones.</remarks>
    public static Protocol? Named(string id) => Known.TryGetValue(id, out var known) ? known : Read(id) is { } read ? Known.GetOrAdd(id, read) : null;

    private static OwnLadder? Read(string id)
    {
        var parts = id.Split('+');
        var named = parts.Skip(1).SkipWhile(part => ChoiceOf(part) is null).ToList();
        if (named.Count == 0 || !All.TryGetValue(string.Join('+', parts.SkipLast(named.Count)), out var basis))
        {
            return null;
        }

        var chosen = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var part in named)
        {
            if (ChoiceOf(part) is not { } choice
                || !int.TryParse(part.AsSpan(choice.Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
                || length < choice.Least || length > choice.Most || choice.Usual(basis) is not { } usual || usual == length)
            {
                return null;
            }

            chosen[choice.Name] = length;
        }

        return Name(basis, chosen) == id ? new OwnLadder(basis, chosen.ToImmutable()) : null;
    }

    private static Choice? ChoiceOf(string part) => part.LastIndexOf('-') is var at and > 0 ? Choices.FirstOrDefault(choice => choice.Name == part[..at]) : null;

    private static string Name(Protocol basis, IReadOnlyDictionary<string, int> chosen) => string.Join('+',
        [basis.Id, .. Choices.Where(choice => chosen.ContainsKey(choice.Name)).Select(choice => FormattableString.Invariant($"{choice.Name}-{chosen[choice.Name]}"))]);

    private int? Length(string name) => _chosen.TryGetValue(name, out var length) ? length : Choices.First(choice => choice.Name == name).Usual(_basis);

    /// <summary>A length that a clinic may choose.</summary>
    /// <param name="Name">As the id names it.</param>
    /// <param name="Least">The least.</param>
    /// <param name="Most">The most.</param>
    /// <param name="Usual">Its value in a version; null when the version has no such step.</param>
    internal sealed record Choice(string Name, int Least, int Most, Func<Protocol, int?> Usual);
}
