using FollowUp.Course;
using FollowUp.Platform.Http;
using FollowUp.Platform.Texts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using ICalendar = Ical.Net.Calendar;

namespace FollowUp.Recalls.Calendar;

/// <summary>Calendars by RFC 5545: what is due, and an invitation to a booked test. No word in them is clinical, and none names the man.</summary>
/// <remarks>
/// An event keeps its id, and its sequence number rises with every change of the man's record, so that a calendar program moves it and
/// never shows it twice. This holds across a merge of two records and its undoing, because copies keep the id of the first entry. The same
/// facts always give the same events; only a caution depends on the time of reading.
/// </remarks>
public static class Calendars
{
    private const string Product = "-//FollowUp//EN";

    /// <summary>What is due, as a whole-day event on each due day.</summary>
    /// <param name="due">What is due, each with the sum of the versions of the man's record and of every record ever merged with it.</param>
    /// <param name="cautions">What the reader must know; each is an event on the day of reading.</param>
    /// <param name="today">That day.</param>
    /// <param name="now">When it is read.</param>
    public static string Of(IEnumerable<(PatientCourse Course, long Version, DueItem Item)> due, IReadOnlyList<Caution> cautions, LocalDate today, Instant now)
    {
        var calendar = new ICalendar { ProductId = Product, Method = "PUBLISH" };
        foreach (var caution in cautions)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{caution.Key.ToLowerInvariant().Replace('.', '-')}@followup",
                Sequence = (int)(now.ToUnixTimeSeconds() / 60 % int.MaxValue),
                DtStamp = Stamp(now),
                Start = Day(today),
                End = Day(today.PlusDays(1)),
                Summary = InEach(caution.In),
                Transparency = TransparencyType.Transparent,
            });
        }

        foreach (var (course, version, item) in due)
        {
            calendar.Events.Add(new CalendarEvent
            {
                Uid = $"{course.Find(item.ProcedureId)!.FirstId:N}-{item.Recall.ToLowerInvariant().Replace('_', '-')}@followup",
                Sequence = (int)version,
                DtStamp = Stamp(course.Log[^1].RecordedAt),
                Start = Day(item.Due),
                End = Day(item.Due.PlusDays(1)),
                Summary = $"{InEach(words => words[item.Kind == RecallKind.Contact ? "Calendar.Call" : "Calendar.Check"])} {course.PatientId.ToString("N")[^8..]}",
                Transparency = TransparencyType.Transparent,
            });
        }

        return Text(calendar);
    }

    /// <summary>The invitation to a booked test, or its cancellation once the booking is retracted.</summary>
    /// <param name="booking">The booking.</param>
    /// <param name="organizer">The address that reminders come from.</param>
    /// <param name="attendee">The e-mail address of the man in whose record it stands; null when there is none.</param>
    public static string Invitation(BookedTest booking, string organizer, string? attendee)
    {
        var (course, time) = (booking.Course, booking.Fact.BookedFor);
        var calendar = new ICalendar { ProductId = Product, Method = booking.Stands ? "REQUEST" : "CANCEL" };
        var booked = new CalendarEvent
        {
            Uid = $"{booking.FirstId:N}@followup",
            Sequence = booking.Changes,
            DtStamp = Stamp(booking.ChangedAt),
            Summary = InEach(words => words["Calendar.Appointment"]),
            Status = booking.Stands ? EventStatus.Confirmed : EventStatus.Cancelled,
            Organizer = new Organizer($"mailto:{organizer}"),
        };
        if (attendee is not null)
        {
            booked.Attendees.Add(new Attendee($"mailto:{attendee}") { Rsvp = false });
        }

        if (time.Time(course.Zone) is { } clock)
        {
            calendar.AddTimeZone(course.Zone.Id);
            var day = time.Day(course.Zone);
            booked.Start = new CalDateTime(day.Year, day.Month, day.Day, clock.Hour, clock.Minute, clock.Second, course.Zone.Id);
            booked.Duration = Ical.Net.DataTypes.Duration.FromMinutes(30);
        }
        else
        {
            booked.Start = Day(time.Day(course.Zone));
            booked.End = Day(time.Day(course.Zone).PlusDays(1));
        }

        calendar.Events.Add(booked);
        return Text(calendar);
    }

    // Whoever opens it may read any language.
    private static string InEach(Func<Words, string> said) => string.Join(" / ", Catalogue.Shipped.All.Select(said));

    private static CalDateTime Day(LocalDate day) => new(day.Year, day.Month, day.Day);

    private static CalDateTime Stamp(Instant instant)
    {
        var utc = instant.InUtc();
        return new(utc.Year, utc.Month, utc.Day, utc.Hour, utc.Minute, utc.Second, CalDateTime.UtcTzId);
    }

    private static string Text(ICalendar calendar) => new CalendarSerializer().SerializeToString(calendar)!;
}
