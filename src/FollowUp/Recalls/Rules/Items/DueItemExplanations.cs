using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules.Items;

/// <summary>Explains the state of an item, and why a message is sent for it or not.</summary>
internal static class DueItemExplanations
{
    public const string AskedName = "dueItems.asked";

    public static IReadOnlyList<Explanation> Of(PatientCourse course, RecallTerms terms, LocalDate on)
    {
        var protocol = terms.Protocol;
        var basis = new Basis(protocol.Id, FormattableString.Invariant($"{protocol.Version}"), protocol.Source);
        var facts = new Facts(course, terms.Samples);
        return
        [
            .. DueItems.In(course, terms, on).SelectMany(item => (Explanation[])
            [
                State(item, protocol, facts, on) with { Basis = basis },
                Reminder(item, terms, course) with { Basis = basis },
                .. item.Next is { } next ? (Explanation[])[Next(item, next, protocol) with { Basis = basis }] : [],
            ]),
            .. DueItems.GroundsIn(course, terms, on).SelectMany(after => protocol.Recalls
                .Where(recall => !recall.IsForEveryMan)
                .Select(recall => Asked(recall, after.ProcedureId, after.Grounds, protocol) with { Basis = basis })),
        ];
    }

    /// <summary>Why this man gets a recall that not every man gets, or does not.</summary>
    private static Explanation Asked(Recall recall, Guid procedureId, GroundsAfter after, Protocol protocol)
    {
        var held = after.For(recall, protocol);
        return new()
        {
            Of = AskedName,
            About = procedureId,
            Item = recall.Key,
            Outcome = held is null ? RecallAsked.NotAsked : RecallAsked.Asked,
            Values = held is null ? new Dictionary<string, object>() : new() { ["grounds"] = held.Select(ground => Code.From(ground.Ground)).Distinct().ToList() },
            Rules = ["R38", "R65", "R66", "R69", "R77"],
            Used =
            [
                new(procedureId, DueItemRole.Anchor),
                .. (held ?? []).Select(ground => ground.FactId).OfType<Guid>().Distinct().Select(id => new UsedFact(id, DueItemRole.Ground)),
            ],
            Compared = [.. after.Signs.Where(sign => recall.AskedFor.Contains(GroundsAfter.Of(sign.Kind))).Select(sign => sign.Compared)],
        };
    }

    private static Explanation State(DueItem item, Protocol protocol, Facts facts, LocalDate on) => new()
    {
        Of = "dueItems.state",
        About = item.ProcedureId,
        Item = item.Recall,
        Outcome = item.State,
        Values = new Dictionary<string, object> { ["due"] = item.Due, ["earliest"] = item.Earliest, ["latest"] = item.Latest },
        Rules = item.Kind == RecallKind.Hormone ? ["R33", "R59", "R61", "R63", "R64", "R67"] : ["R59", "R61", "R62", "R64", "R67"],
        Used =
        [
            new(item.ProcedureId, DueItemRole.Anchor),
            .. item.SatisfiedBy is { } closing ? (UsedFact[])[new(closing.FactId, DueItemRole.Closing)] : [],
            .. item.EndedBy is { } end ? (UsedFact[])[new(end.FactId, DueItemRole.Ending)] : [],
            .. item.Attempts.Where(attempt => !attempt.Reached).Select(attempt => new UsedFact(attempt.FactId, DueItemRole.Attempt)),
        ],
        LeftOut = [.. facts.NotClosing(item, protocol.Recalls.First(recall => recall.Key == item.Recall), on)],
        Compared = [.. Compare(item, protocol, on)],
    };

    /// <summary>What is done next for it, and when (domain 10).</summary>
    private static Explanation Next(DueItem item, NextStep next, Protocol protocol) => new()
    {
        Of = "dueItems.next",
        About = item.ProcedureId,
        Item = item.Recall,
        Outcome = next.Rung,
        Values = new Dictionary<string, object> { ["from"] = next.From, ["number"] = next.Done + 1, ["of"] = next.Of },
        Rules = ["R60", "domain 10"],
        Used =
        [
            new(item.ProcedureId, DueItemRole.Anchor),
            .. item.Attempts.Where(attempt => !attempt.Reached).Select(attempt => new UsedFact(attempt.FactId, DueItemRole.Attempt)),
            .. item.Messages.Select(message => new UsedFact(message.FactId, DueItemRole.Message)),
        ],
        Compared =
        [
            Compared.Of(DueItemCount.DaysTried, item.Tried.Days, "d", Relation.AtLeast, protocol.Unreachable.Days, "domain 10"),
            Compared.Of(DueItemCount.TimesOfDayTried, item.Tried.TimesOfDay, "1", Relation.AtLeast, protocol.Unreachable.TimesOfDay, "domain 10"),
        ],
    };

    private static IEnumerable<Compared> Compare(DueItem item, Protocol protocol, LocalDate on)
    {
        if (item.SatisfiedBy is { } closing)
        {
            yield return Compared.Of(DueItemDay.Closing, closing.On, Relation.AtLeast, item.Earliest, "R61", closing.FactId);
            yield return Compared.Of(DueItemDay.Closing, closing.On, Relation.AtMost, item.Latest, "R61", closing.FactId);
            yield return Compared.Of(DueItemDay.Closing, closing.On, Relation.Below, item.Until, "R64", closing.FactId);
        }
        else if (item.EndedBy is null)
        {
            yield return Compared.Of(DueItemDay.Today, on, Relation.AtLeast, item.Earliest, "R61");
            yield return Compared.Of(DueItemDay.Today, on, Relation.AtMost, item.Latest, "R61");
            yield return Compared.Of(DueItemCount.DaysTried, item.Tried.Days, "d", Relation.AtLeast, protocol.Unreachable.Days, "domain 10");
            yield return Compared.Of(DueItemCount.TimesOfDayTried, item.Tried.TimesOfDay, "1", Relation.AtLeast, protocol.Unreachable.TimesOfDay, "domain 10");
        }
    }

    /// <summary>Whether and why the next message for an item is planned.</summary>
    public static ReminderPlan Plan(DueItem item, RecallTerms terms, PatientCourse course) =>
        Reminders.Next(course, item, terms) is not null ? ReminderPlan.Planned
        : !Reminders.Reminds(terms.Protocol, item) ? ReminderPlan.ByNurse
        : Reminders.BlockingGates(course, item, Reminders.ChannelFor(course) ?? ChannelRules.Default, terms).Any() ? ReminderPlan.GateClosed
        : Reminders.Spent(item) >= Reminders.Allowed(Arrangement.Of(course, item, terms.Protocol.ArrangedTests), terms.Protocol) ? ReminderPlan.AllDecided
        : ReminderPlan.TooLate;

    private static Explanation Reminder(DueItem item, RecallTerms terms, PatientCourse course)
    {
        var protocol = terms.Protocol;
        var arranged = Arrangement.Of(course, item, protocol.ArrangedTests);
        var planned = Reminders.Next(course, item, terms);
        var reminds = Reminders.Reminds(protocol, item);
        IReadOnlyList<ClosedGate> closed = reminds ? [.. Reminders.BlockingGates(course, item, Reminders.ChannelFor(course) ?? ChannelRules.Default, terms).DistinctBy(gate => gate.Gate)] : [];
        var (spent, allowed) = (Reminders.Spent(item), Reminders.Allowed(arranged, protocol));
        return new()
        {
            Of = "dueItems.reminder",
            About = item.ProcedureId,
            Item = item.Recall,
            Outcome = Plan(item, terms, course),
            Values = planned is null
                ? new Dictionary<string, object> { ["gates"] = closed.Select(gate => Code.From(gate.Gate)).ToList() }
                : new Dictionary<string, object> { ["from"] = planned.From, ["number"] = planned.Occurrence },
            Rules = ["R60", "R61"],
            Used =
            [
                new(item.ProcedureId, DueItemRole.Anchor),
                .. (planned is null ? [] : new[] { Consents.Reminders(course)?.Id }).OfType<Guid>().Select(id => new UsedFact(id, DueItemRole.Consent)),
                .. closed.Select(gate => gate.FactId).OfType<Guid>().Where(id => id != item.ProcedureId).Distinct()
                    .Select(id => new UsedFact(id, DueItemRole.Gate)),
                .. item.Messages.Select(message => new UsedFact(message.FactId, DueItemRole.Message)),
                .. arranged.HeldBy is { } test ? (UsedFact[])[new(test, DueItemRole.ArrangedTest)] : [],
                .. arranged.Missed.Select(missed => new UsedFact(missed.Id, DueItemRole.MissedTest)),
            ],
            LeftOut = [.. LeftOutFact.RetractedIn<ReminderConsentRecorded>(course)],
            Compared = reminds
                ? [
                    Compared.Of(DueItemCount.Messages, spent, "1", Relation.Below, allowed, "domain 10"),
                    .. planned is null || arranged.HeldUntil is not { } until ? (Compared[])[] : [Compared.Of(DueItemDay.Sending, planned.From, Relation.AtLeast, until, protocol.Id, arranged.HeldBy)],
                    .. planned is null ? (Compared[])[] : [Compared.Of(DueItemDay.Sending, planned.From, Relation.AtMost, Reminders.LastUsefulDay(item, protocol), "R60")],
                ]
                : [],
        };
    }

    /// <summary>The contacts and testosterone results of a course, and why one does not close an item.</summary>
    private sealed class Facts(PatientCourse course, IEligibleSamples samples)
    {
        private readonly List<Standing<ContactMade>> _contacts = [.. course.Of<ContactMade>()];

        private readonly List<Standing<HormoneResultReported>> _results =
            [.. course.Of<HormoneResultReported>().Where(result => result.Fact.Analyte == Analyte.Testosterone)];

        private readonly HashSet<Guid> _eligible = [.. samples.In(course).Select(sample => sample.Id)];

        private readonly List<LeftOutFact> _retractedContacts = [.. LeftOutFact.RetractedIn<ContactMade>(course)];

        private readonly List<LeftOutFact> _retractedResults = [.. LeftOutFact.RetractedIn<HormoneResultReported>(course, result => result.Analyte == Analyte.Testosterone)];

        public IEnumerable<LeftOutFact> NotClosing(DueItem item, Recall recall, LocalDate on)
        {
            var facts = recall.Kind == RecallKind.Hormone
                ? _results.Select(result => (result.Id, Day: result.Occurred.Earliest, Wanting: _eligible.Contains(result.Id) ? null : (Code?)DueItemReason.NotEligible))
                : _contacts.Select(contact => (contact.Id, Day: contact.Occurred.Earliest, Wanting: recall.IsClosedBy(contact.Fact) ? null : (Code?)DueItemReason.NoAnswerOnComplications));

            // Facts before the operation belong to another operation, so they are not listed here.
            return facts.Where(fact => fact.Day >= item.PerformedOn && fact.Id != item.SatisfiedBy?.FactId)
                .Select(fact => new LeftOutFact(fact.Id, [.. Reasons(fact.Day, fact.Wanting, item, on)]))
                .Concat(recall.Kind == RecallKind.Hormone ? _retractedResults : _retractedContacts);
        }

        private static IEnumerable<Code> Reasons(LocalDate day, Code? wanting, DueItem item, LocalDate on)
        {
            var outside = day < item.Earliest ? DueItemReason.BeforeItem
                : day >= item.Until ? DueItemReason.AfterItem
                : day > on ? DueItemReason.AfterToday
                : (DueItemReason?)null;
            if (outside is { } reason)
            {
                yield return reason;
            }

            if (wanting is { } fault)
            {
                yield return fault;
            }

            if (outside is null && wanting is null)
            {
                yield return DueItemReason.ClosedBefore;
            }
        }
    }
}
