using FollowUp.Access;
using FollowUp.Patients.Rules;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Aggregation;
using NodaTime;

namespace FollowUp.Patients.Recording;

/// <summary>A man's log as one document, kept with each append, so that a decision and a chart read one row.</summary>
/// <remarks>It holds no answer: those are asked of the course with a date. Only the dates that lists are found by stand beside the log.</remarks>
public sealed record CourseDocument
{
    /// <summary>The man's id, which is his stream's.</summary>
    public Guid Id { get; init; }

    /// <summary>Every entry, in the order it was recorded.</summary>
    public IReadOnlyList<Entry> Log { get; init; } = [];

    /// <summary>The first day on which something open is due for him.</summary>
    public DateOnly? WorkFrom { get; init; }

    /// <summary>The first day on which a reminder not yet decided is to go out.</summary>
    public DateOnly? RemindFrom { get; init; }

    /// <summary>The course of this log.</summary>
    public PatientCourse Course(DateTimeZone zone) => PatientCourse.Of(Id, zone, Log);

    /// <summary>The document of a course.</summary>
    public static CourseDocument Of(PatientCourse course, string protocol)
    {
        var dates = Questions.Dates(course, protocol);
        return new()
        {
            Id = course.PatientId,
            Log = course.Log,
            WorkFrom = dates.WorkFrom?.ToDateOnly(),
            RemindFrom = dates.RemindFrom?.ToDateOnly(),
        };
    }
}

/// <summary>Keeps a man's document, with each append and in a rebuild alike.</summary>
public sealed partial class CourseProjection(ClinicRegistry clinics) : SingleStreamProjection<CourseDocument, Guid>
{
    /// <inheritdoc/>
    public override (CourseDocument?, ActionType) DetermineAction(CourseDocument? snapshot, Guid identity, IReadOnlyList<IEvent> events)
    {
        var clinic = clinics[events[0].TenantId];
        var course = PatientCourse.Of(identity, clinic.Zone, [.. snapshot?.Log ?? [], .. events.Select(Entries.Of)]);
        return (CourseDocument.Of(course, clinic.Protocol), ActionType.Store);
    }
}

/// <summary>Stored events as entries of a log.</summary>
public static class Entries
{
    /// <summary>The entry of an event.</summary>
    public static Entry Of(IEvent stored) => new(
        stored.Id, stored.Version, Instant.FromDateTimeOffset(stored.Timestamp), stored.UserName ?? "", (Fact)stored.Data);

    /// <summary>The event of an entry, with its id, time and actor set.</summary>
    public static IEvent EventOf(this IDocumentSession session, Entry entry)
    {
        var stored = session.Events.BuildEvent(entry.Fact);
        stored.Id = entry.Id;
        stored.Timestamp = entry.RecordedAt.ToDateTimeOffset();
        stored.UserName = entry.RecordedBy;
        return stored;
    }
}
