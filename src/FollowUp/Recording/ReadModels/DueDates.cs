using FollowUp.Access;
using FollowUp.Course;
using JasperFx.Events;
using JasperFx.Events.Aggregation;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Events.Aggregation;
using Marten.Schema;
using NodaTime;

namespace FollowUp.Recording.ReadModels;

/// <summary>The dates by which lists find a man, and the record he is merged into, updated with each append.</summary>
/// <remarks>It holds no answer and no fact: those are asked, with a date, of the course, which is folded from the stream.</remarks>
public sealed record DueDates
{
    /// <summary>The name of its table, which databases have had since 0.1.0.</summary>
    public const string Alias = "coursedocument";

    /// <summary>The man's id, which is his stream's.</summary>
    public Guid Id { get; init; }

    /// <summary>The first day on which something open is due for him.</summary>
    public DateOnly? WorkFrom { get; init; }

    /// <summary>The first day on which a reminder not yet decided is to go out.</summary>
    public DateOnly? RemindFrom { get; init; }

    /// <summary>The day of the oldest alert that nobody has acknowledged.</summary>
    public DateOnly? AlertFrom { get; init; }

    /// <summary>The recall protocol under which the dates were calculated; lists do not use dates of another one.</summary>
    public string? Protocol { get; init; }

    /// <summary>The record that this one is merged into; null while it is none.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>Adds the indexes over several columns. Called by Marten.</summary>
    public static void ConfigureMarten(DocumentMapping mapping)
    {
        // Not by Duplicate, which adds an index of this column alone: the planner sometimes chooses it, and then sorts.
        mapping.DuplicateField(nameof(AlertFrom));
        mapping.AddIndex("tenant_id", "protocol", "alert_from", "work_from", "id");
        mapping.AddIndex("tenant_id", "protocol", "remind_from", "id");
    }

    /// <summary>The document of a course.</summary>
    public static DueDates Of(PatientCourse course, string protocol)
    {
        var dates = Questions.Dates(course, protocol);
        return new()
        {
            Id = course.PatientId,
            WorkFrom = dates.WorkFrom?.ToDateOnly(),
            RemindFrom = dates.RemindFrom?.ToDateOnly(),
            AlertFrom = dates.AlertFrom?.ToDateOnly(),
            Protocol = protocol,
            MergedInto = course.Merged?.Fact.SurvivorId,
        };
    }
}

/// <summary>Updates a man's due dates with each append, and in a rebuild.</summary>
public sealed partial class DueDatesProjection : SingleStreamProjection<DueDates, Guid>
{
    private readonly ClinicRegistry _clinics;
    private readonly Courses _courses;

    /// <summary>The projection under the name that databases have known it by since 0.1.0.</summary>
    public DueDatesProjection(ClinicRegistry clinics, Courses courses)
    {
        (_clinics, _courses) = (clinics, courses);
        Name = nameof(CourseDocument);
    }

    /// <inheritdoc/>
    public override async ValueTask<(DueDates?, ActionType)> DetermineActionAsync(
        IQuerySession session, DueDates? snapshot, Guid identity, IIdentitySetter<DueDates, Guid> identitySetter,
        IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        // A clinic has a stream of its own, which is about no man.
        if (events[0].Data is not Fact)
        {
            return (snapshot, ActionType.Nothing);
        }

        _courses.Seen(events);
        var clinic = _clinics[events[0].TenantId];
        var before = events[0].Version == 1
            ? PatientCourse.Empty(identity, clinic.Zone)
            : await _courses.ReadAsync(session, identity, events[0].Version - 1, cancellation);
        return (DueDates.Of(events.Select(Entries.Of).Aggregate(before, (course, entry) => course.With(entry)), clinic.InForce(GuidelineKind.Protocol)), ActionType.Store);
    }
}

/// <summary>The type of a man's stream.</summary>
/// <remarks>Marten stores the class's own name with each stream, as <c>course_document</c>, and takes no other: databases have had it since 0.1.0.</remarks>
public sealed class CourseDocument;

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
