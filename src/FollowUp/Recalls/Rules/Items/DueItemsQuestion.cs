using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Course.Explanations;
using FollowUp.Recalls.Facts;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules.Items;

/// <summary>What is due for a man, and the dates by which lists find him.</summary>
public sealed class DueItemsQuestion : IDatedQuestion, IGuidelineQuestion
{
    /// <inheritdoc/>
    public string Name => "dueItems";

    /// <inheritdoc/>
    public IReadOnlyList<GuidelineKind> DependsOn { get; } = [GuidelineKind.Protocol, GuidelineKind.RuleSet];

    /// <inheritdoc/>
    public object Ask(PatientCourse course, Asked asked)
    {
        var terms = RecallTerms.Of(asked);
        var items = DueItems.In(course, terms, asked.On);
        return new DueItemsAnswer(
            asked.Protocol, items, [.. items.Select(item => Reminders.Next(course, item, terms)).OfType<PlannedReminder>()], LossRule.In(course, terms, asked.On));
    }

    /// <inheritdoc/>
    public IReadOnlyList<Explanation> Why(PatientCourse course, Asked asked) =>
        DueItemExplanations.Of(course, RecallTerms.Of(asked), asked.On);

    /// <inheritdoc/>
    public WorkDates Dates(PatientCourse course, string protocol) => Dates(course, Protocol.Of(protocol), EligibleSamples.ByAny);

    /// <summary>The first day on which an open item counts or a message became uncertain, and the first on which a message not yet decided may be sent.</summary>
    public static WorkDates Dates(PatientCourse course, Protocol protocol, IEligibleSamples samples)
    {
        // The rule set matters only for recalls that not every man gets.
        var each = protocol.Recalls.All(recall => recall.IsForEveryMan) ? [samples] : samples.UnderEach;
        var dates = each.Select(judge => DatesUnder(course, new(protocol, judge, HolidayCalendar.None))).ToList();
        return new(dates.Min(date => date.WorkFrom), dates.Min(date => date.RemindFrom));
    }

    private static WorkDates DatesUnder(PatientCourse course, RecallTerms terms)
    {
        var items = DueItems.IfNothingChanges(course, terms);
        return new(
            items.Where(item => item.IsOpen).Select(item => (LocalDate?)item.Earliest)
                .Concat(items.SelectMany(item => item.Messages).Where(message => message.Outcome == ReminderOutcome.Uncertain).Select(message => (LocalDate?)message.DecidedOn))
                .Min(),
            items.Select(item => Reminders.Next(course, item, terms)?.From).Min());
    }
}

/// <summary>The answer of the chart.</summary>
/// <param name="Protocol">The protocol it was asked under.</param>
/// <param name="Items">Every item of every operation.</param>
/// <param name="Reminders">The messages planned and not yet decided, if nothing changes.</param>
/// <param name="Loss">Present when the protocol's rule allows him to be declared lost to follow-up; otherwise null.</param>
public sealed record DueItemsAnswer(string Protocol, IReadOnlyList<DueItem> Items, IReadOnlyList<PlannedReminder> Reminders, LossDue? Loss);
