using FollowUp.Course;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Recalls.Rules.Items;

/// <summary>How a hormone test that was ordered, booked or missed moves the messages of its item, never the item's own days (R60).</summary>
/// <remarks>
/// An order holds the messages back for some days, because he has just been asked. An appointment on one of the item's days holds them back
/// until its result can be there, and replaces the orders before it. A missed appointment holds nothing back and allows one more message,
/// from the day after it. An appointment after the item's latest day holds nothing back: the test would be too late.
/// </remarks>
/// <param name="DaysAfterOrder">Days after an order without an appointment.</param>
/// <param name="DaysForResult">Days after an appointment in which the result is waited for.</param>
/// <param name="MessagesForMissed">The most extra messages for missed appointments, however many he missed.</param>
public sealed record ArrangedTests(int DaysAfterOrder, int DaysForResult, int MessagesForMissed)
{
    /// <summary>For a protocol that ignores arranged tests.</summary>
    public static readonly ArrangedTests None = new(0, 0, 0);
}

/// <summary>What was arranged for one hormone item.</summary>
/// <param name="HeldUntil">The first day on which a message may go out again; null when nothing holds it back.</param>
/// <param name="HeldBy">The order or appointment that holds it back.</param>
/// <param name="Missed">The missed appointments that count for it, in clinical order.</param>
internal sealed record Arrangement(LocalDate? HeldUntil, Guid? HeldBy, IReadOnlyList<Standing<TestMissed>> Missed)
{
    private static readonly Arrangement Nothing = new(null, null, []);

    /// <summary>The arrangement for an item.</summary>
    public static Arrangement Of(PatientCourse course, DueItem item, ArrangedTests rule)
    {
        if (item.Kind != RecallKind.Hormone || rule == ArrangedTests.None)
        {
            return Nothing;
        }

        List<Standing<TestMissed>> missed = [.. course.Of<TestMissed>().Where(each => each.Fact.MissedOn >= item.Earliest && each.Fact.MissedOn < item.Until)];
        var orders = course.Of<TestOrdered>().Where(order => order.Fact.Analytes.Contains(Analyte.Testosterone)).ToList();
        var others = course.Of<TestOrdered>().Select(order => order.Id).Except(orders.Select(order => order.Id)).ToHashSet();
        var bookings = course.Of<TestBooked>()
            .Select(booking => (booking.Id, booking.Fact.BookedOn, For: booking.Fact.BookedFor.Day(course.Zone), booking.Fact.OrderId))
            .Where(booking => booking.For >= item.Earliest && booking.For <= item.Latest && !(booking.OrderId is { } order && others.Contains(order)))
            .ToList();

        var standing = bookings
            .Where(booking => !missed.Exists(each => each.Fact.BookingId is { } id ? id == booking.Id : each.Fact.MissedOn == booking.For))
            .Select(booking => (booking.Id, Until: booking.For.PlusDays(rule.DaysForResult + 1)));
        var waiting = orders
            .Where(order => order.Fact.OrderedOn >= item.PerformedOn && order.Fact.OrderedOn < item.Until
                && !bookings.Exists(booking => booking.BookedOn >= order.Fact.OrderedOn))
            .Select(order => (order.Id, Until: order.Fact.OrderedOn.PlusDays(rule.DaysAfterOrder)));
        var held = standing.Concat(waiting).OrderBy(each => each.Until).ThenBy(each => each.Id).LastOrDefault();
        return held == default ? Nothing with { Missed = missed } : new(held.Until, held.Id, missed);
    }
}
