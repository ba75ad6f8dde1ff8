using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Recalls.Rules.Messages;
using NodaTime;

namespace FollowUp.Recalls.Rules;

/// <summary>The clinic's choices for recalls: protocol, rule set, holidays and hours. Equal choices compare equal.</summary>
/// <param name="Protocol">The protocol in force.</param>
/// <param name="Samples">Which hormone samples count, and what is low, by its rule set.</param>
/// <param name="Holidays">Its public holidays.</param>
public sealed record RecallTerms(Protocol Protocol, IEligibleSamples Samples, HolidayCalendar Holidays)
{
    /// <summary>The clinic's own hours; null for the protocol's.</summary>
    public (LocalTime From, LocalTime Until)? Hours { get; init; }

    /// <summary>When messages may go out: the clinic's hours or else the protocol's, less the holidays (R60).</summary>
    public SendingHours SendingHours => Protocol.SendingHours with
    {
        From = Hours?.From ?? Protocol.SendingHours.From, Until = Hours?.Until ?? Protocol.SendingHours.Until, Holidays = Holidays,
    };

    /// <summary>The terms of a clinic's choices.</summary>
    public static RecallTerms Of(Asked asked) => new(Protocol.Of(asked.Protocol), EligibleSamples.By(asked.RuleSet), asked.Holidays)
    {
        Hours = asked is { SendingFrom: { } from, SendingUntil: { } until } ? (from, until) : null,
    };
}
