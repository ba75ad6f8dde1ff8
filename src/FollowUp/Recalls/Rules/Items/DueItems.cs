using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Recalls.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Recalls.Rules.Items;

/// <summary>The items of every operation of a man, derived from his course and never stored (R59 to R69).</summary>
public static class DueItems
{
    /// <summary>The items by operation, each operation's in the order they fall due.</summary>
    /// <param name="course">The facts that stand.</param>
    /// <param name="terms">Which items there are, and which hormone samples count.</param>
    /// <param name="on">The day asked for; it moves only what depends on today (R03).</param>
    public static IReadOnlyList<DueItem> In(PatientCourse course, RecallTerms terms, LocalDate on) =>
        course.Cached((terms, on), static (course, asked) => Of(course, asked.terms, asked.on));

    /// <summary>The items if no more facts are recorded: nothing depends on today, and every fact counts.</summary>
    public static IReadOnlyList<DueItem> IfNothingChanges(PatientCourse course, RecallTerms terms) => Of(course, terms, LocalDate.MaxIsoValue);

    /// <summary>For each operation done here, the grounds on which this man gets the items that not every man gets.</summary>
    internal static IReadOnlyList<(Guid ProcedureId, GroundsAfter Grounds)> GroundsIn(PatientCourse course, RecallTerms terms, LocalDate on) =>
        [.. Operation.ClocksIn(course).Select(clock => (clock.Index.Id, GroundsAfter.Of(clock.Index, course, terms, EndOf(clock.Next, course)?.On, on)))];

    private static IReadOnlyList<DueItem> Of(PatientCourse course, RecallTerms terms, LocalDate on)
    {
        var clocks = Operation.ClocksIn(course);
        if (clocks.Count == 0)
        {
            return [];
        }

        var facts = new CourseFacts(course, terms.Samples.In(course), terms.Protocol.Unreachable, on);
        return [.. clocks.SelectMany(clock => ItemsOf(clock.Index, EndOf(clock.Next, course), terms, course, facts))];
    }

    private static FollowUpEnd? EndOf(Operation? next, PatientCourse course) =>
        new[] { FollowUpEnd.By(next), FollowUpEnd.OfClocks(course) }.OfType<FollowUpEnd>().MinBy(end => end.On);

    private static IEnumerable<DueItem> ItemsOf(Operation index, FollowUpEnd? ending, RecallTerms terms, PatientCourse course, CourseFacts facts)
    {
        IReadOnlyList<Recall> all = terms.Protocol.Recalls;
        var grounds = all.All(recall => recall.IsForEveryMan)
            ? new GroundsAfter([], [])
            : GroundsAfter.Of(index, course, terms, ending?.On, facts.On);
        var active = all.Where(recall => grounds.For(recall, terms.Protocol) is not null).ToList();
        return active.Select(recall => WithNext(Item(recall, active, index, ending, facts) with { Grounds = grounds.For(recall, terms.Protocol)! }, course, terms, facts.On));
    }

    // Unreachable means that everything the protocol provides has failed. Until then the item stays due or overdue.
    private static DueItem WithNext(DueItem item, PatientCourse course, RecallTerms terms, LocalDate on)
    {
        var next = Ladder.Next(course, item, terms);
        var called = next is not null && item.Tried.IsUnreachable(terms.Protocol.Unreachable);
        var unreachable = called && (terms.Protocol.DaysToAnswerLetter is null || (next!.Rung == Rung.Unreachable && next.From <= on));
        return item with { Next = next, State = unreachable ? DueState.Unreachable : item.State };
    }

    private static DueItem Item(Recall recall, List<Recall> active, Operation index, FollowUpEnd? ending, CourseFacts facts)
    {
        var (earliest, latest) = (index.On + recall.Earliest, index.On + recall.Latest);

        // A fact counts for the item until the next active item of its kind begins, so one fact closes one item only (R64).
        var following = active
            .Where(other => other.Kind == recall.Kind)
            .Select(other => (LocalDate?)(index.On + other.Earliest))
            .Where(other => other > earliest)
            .Min();
        var span = new Span(earliest, LocalDate.Min(following ?? LocalDate.MaxIsoValue, ending?.On ?? LocalDate.MaxIsoValue), facts.On);

        var closing = facts.Closing(recall).FirstOrDefault(fact => span.Has(fact.On));
        var ended = closing is null ? ending ?? facts.Loss : null;
        var state = closing is not null ? closing.On <= latest ? DueState.Satisfied : DueState.SatisfiedLate
            : ended is not null ? Ended(ended.Kind)
            : facts.On < earliest ? DueState.Upcoming
            : facts.On <= latest ? DueState.Due
            : DueState.Overdue;

        return new(
            recall.Key, recall.Kind, index.Id, index.On, earliest, index.On + recall.Due, latest, state, closing, ended,
            facts.Attempts(recall, span, closing?.On),
            facts.Messages(index, recall.Key),
            recall.Kind == RecallKind.Hormone ? facts.Missing(span, latest) : [])
        {
            Until = span.Before,
            Tried = facts.Tried(span),
        };
    }

    private static DueState Ended(FollowUpEndKind kind) => kind switch
    {
        FollowUpEndKind.NewOperation => DueState.Superseded,
        FollowUpEndKind.Lost => DueState.Lost,
        _ => DueState.Cancelled,
    };

    /// <summary>The days on which a fact counts for an item: from its earliest, before its end, and not after the day asked for.</summary>
    private sealed record Span(LocalDate From, LocalDate Before, LocalDate On)
    {
        public bool Has(LocalDate day) => day >= From && day < Before && day <= On;
    }

    /// <summary>The facts of a course that its items ask for, read once.</summary>
    private sealed class CourseFacts(PatientCourse course, IReadOnlyList<EligibleSample> samples, FailedAttempts limit, LocalDate on)
    {
        private static readonly Analyte[] Asked = [Analyte.LH, Analyte.FSH, Analyte.Testosterone];

        private readonly List<Standing<ContactMade>> _contacts = [.. course.Of<ContactMade>()];

        private readonly List<Standing<ContactAttempted>> _failed = [.. course.Of<ContactAttempted>()];

        // By the day of the operation, not by its entry: when one operation was entered in two records that were merged, a message sent for
        // either entry counts, even after that entry was retracted as the duplicate.
        private readonly ILookup<(LocalDate?, string), Standing<ReminderDecided>> _decided = course.Of<ReminderDecided>()
            .ToLookup(decided => (DayOf(decided.Fact.ProcedureId, course), decided.Fact.Recall));

        // In the order of recording: the last outcome counts.
        private readonly ILookup<Guid, ReminderOutcomeReported> _outcomes = course.Of<ReminderOutcomeReported>()
            .OrderBy(outcome => outcome.Entry.Version)
            .ToLookup(outcome => outcome.Fact.ReminderId, outcome => outcome.Fact);

        public LocalDate On => on;

        public FollowUpEnd? Loss { get; } = FollowUpEnd.LossIn(course);

        public IEnumerable<ClosingFact> Closing(Recall recall) => recall.Kind == RecallKind.Hormone
            ? samples.Where(sample => sample.Analyte == Analyte.Testosterone).Select(sample => new ClosingFact(sample.Id, sample.CollectedOn))
            : _contacts.Where(contact => recall.IsClosedBy(contact.Fact)).Select(contact => new ClosingFact(contact.Id, contact.Occurred.Earliest));

        // What came after the fact that closes the item was no attempt for it.
        public IReadOnlyList<Attempt> Attempts(Recall recall, Span span, LocalDate? closed)
        {
            bool Counts(Occurrence at) => span.Has(at.Earliest) && !(at.Earliest > closed);

            var attempts = _failed.Where(failed => Counts(failed.Occurred)).Select(failed => (failed.Id, failed.Occurred, Reached: false)).ToList();
            if (recall is { Kind: RecallKind.Contact, AsksAboutComplications: true })
            {
                attempts.AddRange(_contacts.Where(contact => Counts(contact.Occurred) && !recall.IsClosedBy(contact.Fact))
                    .Select(contact => (contact.Id, contact.Occurred, Reached: true)));
            }

            return attempts.Count == 0 ? [] : [.. attempts.OrderBy(attempt => attempt.Occurred).ThenBy(attempt => attempt.Id)
                .Select(attempt => new Attempt(attempt.Id, attempt.Occurred.Earliest, attempt.Reached))];
        }

        public IReadOnlyList<DecidedMessage> Messages(Operation operation, string recall) => [.. _decided[(operation.On, recall)]
            .OrderBy(decided => decided.Fact.Occurrence)
            .Select(decided => new DecidedMessage(
                decided.Id, decided.Fact.Occurrence, decided.Fact.Channel, decided.Fact.DecidedOn,
                _outcomes[decided.Id].LastOrDefault()?.Outcome, _outcomes[decided.Id].LastOrDefault()?.Reason))];

        public FailedCalls Tried(Span span)
        {
            var reached = _contacts.FindLast(contact => span.Has(contact.Occurred.Earliest))?.Occurred;
            var failed = _failed
                .Where(attempt => span.Has(attempt.Occurred.Earliest) && !(attempt.Occurred <= reached))
                .Select(attempt => attempt.Occurred)
                .ToList();
            return new(
                failed.Select(attempt => attempt.Earliest).Distinct().Count(),
                failed.Select(TimeOfDay).OfType<int>().Distinct().Count())
            {
                LastOn = failed.Select(attempt => (LocalDate?)attempt.Earliest).Max(), ReachedOn = reached?.Earliest,
            };
        }

        public IReadOnlyList<Analyte> Missing(Span span, LocalDate latest) => [.. Asked.Where(analyte => !samples.Any(sample =>
            sample.Analyte == analyte && span.Has(sample.CollectedOn) && sample.CollectedOn <= latest))];

        private static LocalDate? DayOf(Guid procedureId, PatientCourse course) =>
            course.Of<ProcedurePerformed>().FirstOrDefault(operation => operation.Id == procedureId)?.Fact.PerformedOn
            ?? (course.Find(procedureId)?.Fact as ProcedurePerformed)?.PerformedOn;

        // An attempt without a clock time counts as a day, not as a time of day.
        private int? TimeOfDay(Occurrence attempt) =>
            attempt.Time is not { } time ? null : time < limit.AfternoonFrom ? 0 : time < limit.EveningFrom ? 1 : 2;
    }
}
