using System.Collections.Immutable;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules;

/// <summary>A version of the recall protocol: its items, and how a man is reminded of them. Each version is one file.</summary>
public abstract class Protocol
{
    // The order of windows does not depend on the day of surgery.
    private static readonly LocalDate AnyDay = new(2026, 1, 1);

    /// <summary>Every version by its id, found by scanning, with every choice of its optional items.</summary>
    public static readonly ImmutableSortedDictionary<string, Protocol> All = Scan.For<Protocol>().SelectMany(WithEveryChoice)
        .ToImmutableSortedDictionary(protocol => protocol.Id, protocol => protocol, StringComparer.Ordinal);

    private readonly Lazy<IReadOnlyList<Recall>> _recalls;

    /// <summary>A version with the recalls that came with it or before.</summary>
    protected Protocol() => _recalls = new(() => RecallsOf(Version));

    /// <summary>One that asks the same recalls as another.</summary>
    protected Protocol(Protocol basis) => (Added, _recalls) = (basis.Added, basis._recalls);

    /// <summary>Its id, which a clinic adopts and every reminder names: <c>standard-2</c>, or with an item added, <c>standard-2+CONTACT_90D</c>.</summary>
    public virtual string Id => string.Join('+', [FormattableString.Invariant($"standard-{Version}"), .. Added]);

    /// <summary>The optional items that a clinic has added for every man, in the order they fall due.</summary>
    public IReadOnlyList<string> Added { get; private set; } = [];

    /// <summary>Its version, from 1.</summary>
    public abstract int Version { get; }

    /// <summary>Its source.</summary>
    public abstract string Source { get; }

    /// <summary>The number of messages for one item. After them a nurse calls.</summary>
    public abstract int Reminders { get; }

    /// <summary>Days from one message for an item to the next.</summary>
    public abstract int DaysBetweenReminders { get; }

    /// <summary>Days after an item's latest day in which a late message is still sent. After them a nurse calls.</summary>
    public abstract int LateReminderDays { get; }

    /// <summary>When messages may go out, by the clinic's clock.</summary>
    public abstract SendingHours SendingHours { get; }

    /// <summary>How a test that was ordered, booked or missed moves the messages of a hormone item.</summary>
    public virtual ArrangedTests ArrangedTests => ArrangedTests.None;

    /// <summary>The most messages that one man gets, over all his items and operations.</summary>
    public virtual MessageCap Cap { get; } = new(Most: 3, Days: 14);

    /// <summary>The failed calls after which a nurse stops calling for an item.</summary>
    public abstract FailedAttempts Unreachable { get; }

    /// <summary>Days to wait after the last message before a nurse calls.</summary>
    public virtual int DaysBeforeCalls => 0;

    /// <summary>Days to wait for an answer to the letter, the last step; null for a protocol without a letter.</summary>
    public virtual int? DaysToAnswerLetter => null;

    /// <summary>The item after whose failure a man is lost to follow-up, by its key; null for a protocol without the rule.</summary>
    public virtual string? LostAfter => null;

    /// <summary>Its items, including those that not every man gets, in the order they fall due: for each key the newest of this version or an earlier one.</summary>
    public IReadOnlyList<Recall> Recalls => _recalls.Value;

    /// <summary>The job that sends a message: the recall's own job for the first message, the one for further attempts otherwise.</summary>
    public ReminderTick TickOf(PlannedReminder reminder) =>
        reminder.Occurrence == 1 && Recalls.FirstOrDefault(recall => recall.Key == reminder.Recall) is { } recall ? recall.Tick : ReminderTick.Attempts;

    /// <summary>The version with this id, or the one with lengths of a clinic's own that it names (<see cref="OwnLadder"/>); null when there is none.</summary>
    public static Protocol? Find(string id) => All.GetValueOrDefault(id) ?? OwnLadder.Named(id);

    /// <summary>The version with this id.</summary>
    /// <exception cref="ArgumentException">There is none; which one a clinic pins is checked when the server starts.</exception>
    public static Protocol Of(string id) => Find(id) ?? throw new ArgumentException($"There is no protocol {id}. {Remedy}", nameof(id));

    /// <summary>The valid ids, as the remedy for an unknown one.</summary>
    public static string Remedy =>
        $"There are: {string.Join(", ", All.Keys)}; and each with lengths of the clinic's own, in this order and only those that differ: "
        + $"{string.Join(", ", OwnLadder.Choices.Select(choice => FormattableString.Invariant($"{choice.Name} ({choice.Least} to {choice.Most})")))}; for instance standard-2+messages-3+letter-days-21.";

    // Each combination of the few optional items is a protocol of its own.
    private static IEnumerable<Protocol> WithEveryChoice(Protocol version) => version.Recalls.Where(recall => recall.IsOptional).Aggregate(
        (IEnumerable<Protocol>)[version],
        (chosen, optional) => chosen.SelectMany(protocol => (Protocol[])[protocol, protocol.Adding(optional.Key)]));

    private Protocol Adding(string key)
    {
        var protocol = (Protocol)MemberwiseClone();
        protocol.Added = [.. Added, key];
        return protocol;
    }

    private static IReadOnlyList<Recall> RecallsOf(int version) => [.. Scan.For<Recall>()
        .Where(recall => recall.Since <= version)
        .GroupBy(recall => recall.Key)
        .Select(versions => versions.MaxBy(recall => recall.Since)!)
        .OrderBy(recall => AnyDay + recall.Due)];
}

/// <summary>The published versions as guidelines that a clinic adopts.</summary>
public sealed class ProtocolGuidelines : IGuidelines
{
    /// <inheritdoc/>
    public GuidelineKind Kind => GuidelineKind.Protocol;

    /// <inheritdoc/>
    public IReadOnlyList<Guideline> All => [.. Protocol.All.Values.Select(protocol => new Guideline(protocol.Id, protocol.Source))];

    /// <inheritdoc/>
    public Guideline? Find(string id) => Protocol.Find(id) is { } protocol ? new(protocol.Id, protocol.Source) : null;

    /// <inheritdoc/>
    public string Remedy => Protocol.Remedy;

    /// <inheritdoc/>
    public Asked Under(Asked asked, string id) => asked with { Protocol = id };

    /// <inheritdoc/>
    /// <remarks>Explanations of items that a man does not get exist for every man, so they are no difference; a new item shows by itself.</remarks>
    public bool Matters(OutcomeChange change) => change.Of != DueItemExplanations.AskedName;
}

/// <summary>When failed calls are enough (domain 10).</summary>
/// <param name="Days">On how many different days.</param>
/// <param name="TimesOfDay">At how many different times of day.</param>
/// <param name="AfternoonFrom">The clock time at which the afternoon begins; before it is the morning.</param>
/// <param name="EveningFrom">The clock time at which the evening begins.</param>
public sealed record FailedAttempts(int Days, int TimesOfDay, LocalTime AfternoonFrom, LocalTime EveningFrom);
