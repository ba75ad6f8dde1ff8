using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Explanations;
using NodaTime;

namespace FollowUp.Recalls.Rules;

/// <summary>What is due for a man, and from when on he needs looking at.</summary>
public sealed class DueItemsQuestion : IDatedQuestion
{
    /// <inheritdoc/>
    public string Name => "dueItems";

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked)
    {
        var protocol = Protocol.Of(asked.Protocol);
        var items = DueItems.In(course, protocol, EligibleSamples.Judged, asked.On);
        return new DueItemsAnswer(protocol.Id, items, [.. items.Select(item => Reminders.Next(course, item, protocol)).OfType<PlannedReminder>()]);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) =>
        DueItemExplanations.Of(course, Protocol.Of(asked.Protocol), EligibleSamples.Judged, asked.On);

    /// <inheritdoc/>
    public WorkDates Dates(PatientCourse course, string protocol) => Dates(course, Protocol.Of(protocol), EligibleSamples.Judged);

    /// <summary>The first day on which an open item counts, and the first on which a message not yet decided may go out.</summary>
    public static WorkDates Dates(PatientCourse course, Protocol protocol, IEligibleSamples samples)
    {
        var items = DueItems.InTheEnd(course, protocol, samples);
        return new(
            items.Where(item => item.IsOpen).Min(item => (LocalDate?)item.Earliest),
            items.Select(item => Reminders.Next(course, item, protocol)?.From).Min());
    }
}

/// <summary>The answer of the chart.</summary>
/// <param name="Protocol">The protocol it was asked under.</param>
/// <param name="Items">Every item of every operation.</param>
/// <param name="Reminders">The messages planned and not yet decided, were nothing to change.</param>
public sealed record DueItemsAnswer(string Protocol, IReadOnlyList<DueItem> Items, IReadOnlyList<PlannedReminder> Reminders);
