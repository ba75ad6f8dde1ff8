using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Recalls.Rules.Messages;

/// <summary>When messages may be sent, by the clinic's clock. Hours move the sending forward, never an item's dates (R60).</summary>
/// <param name="From">The first clock time of a day, inclusive.</param>
/// <param name="Until">The end of the day's hours, exclusive.</param>
/// <param name="ClosedDays">Weekdays without sending.</param>
public sealed record SendingHours(LocalTime From, LocalTime Until, IReadOnlyList<IsoDayOfWeek> ClosedDays)
{
    /// <summary>Public holidays, without sending.</summary>
    public HolidayCalendar Holidays { get; init; } = HolidayCalendar.None;

    /// <summary>Whether any hour is left, for instance when a man's own hours restrict the clinic's.</summary>
    public bool Any => From < Until && ClosedDays.Distinct().Count() < 7;

    /// <summary>These hours restricted to a man's own; null does not restrict.</summary>
    public SendingHours Within(LocalTime? from, LocalTime? until) => this with
    {
        From = from is { } later && later > From ? later : From,
        Until = until is { } earlier && earlier < Until ? earlier : Until,
    };

    /// <summary>The day itself, or the next one that is not closed.</summary>
    public LocalDate NextOpenDay(LocalDate day)
    {
        while (!IsOpen(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    /// <summary>Whether a message may go out at an instant.</summary>
    public bool Allow(Instant instant, DateTimeZone zone) => Allow(instant.InZone(zone).LocalDateTime);

    /// <summary>The instant itself, or the next at which a message may go out; null when there is none.</summary>
    /// <remarks>Where summer time skips the opening hour, the first moment after the gap; where it repeats it, the first of the two.</remarks>
    public Instant? Next(Instant instant, DateTimeZone zone)
    {
        if (!Any)
        {
            return null;
        }

        var local = instant.InZone(zone).LocalDateTime;
        if (Allow(local))
        {
            return instant;
        }

        var day = NextOpenDay(local.TimeOfDay < From ? local.Date : local.Date.PlusDays(1));
        var opening = zone.MapLocal(day + From);
        var next = opening.Count == 0 ? opening.LateInterval.Start
            : opening.First().ToInstant() is var first && first >= instant ? first
            : opening.Last().ToInstant();

        // The change to summer time may skip all hours of the day.
        return Allow(next, zone) ? next : Next(next, zone);
    }

    /// <summary>The instant itself, or the last before it at which a message might have gone out; null when there is none.</summary>
    public Instant? Last(Instant instant, DateTimeZone zone)
    {
        if (!Any)
        {
            return null;
        }

        var local = instant.InZone(zone).LocalDateTime;
        if (Allow(local))
        {
            return instant;
        }

        var day = local.TimeOfDay < From ? local.Date.PlusDays(-1) : local.Date;
        while (!IsOpen(day))
        {
            day = day.PlusDays(-1);
        }

        return zone.AtLeniently(day + Until).ToInstant() - Duration.Epsilon;
    }

    private bool Allow(LocalDateTime local) =>
        local.TimeOfDay >= From && local.TimeOfDay < Until && IsOpen(local.Date);

    private bool IsOpen(LocalDate day) => !ClosedDays.Contains(day.DayOfWeek) && !Holidays.Has(day);
}
