using FollowUp.Access;
using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;
using FollowUp.Platform;
using JasperFx.Events;
using Marten;
using NodaTime;

namespace FollowUp.Patients.Recording;

/// <summary>Takes a man into follow-up.</summary>
/// <param name="PatientId">His id, the sender's or made at the edge.</param>
/// <param name="FactId">The entry's id.</param>
/// <param name="Enrolment">What is stated.</param>
/// <param name="Sender">Who sends it.</param>
public sealed record EnrolPatient(Guid PatientId, Guid FactId, PatientEnrolled Enrolment, Sender Sender)
{
    /// <summary>The key that makes sending it twice storing it once.</summary>
    public RequestKey? Key { get; init; }

    /// <summary>The recorded time, in a synthetic clinic only.</summary>
    public Instant? RecordedAt { get; init; }

    /// <summary>What a log may say of it.</summary>
    public override string ToString() => $"{nameof(EnrolPatient)} {PatientId}";
}

/// <summary>Opens a man's stream.</summary>
public static class EnrolPatientHandler
{
    /// <summary>Handles the command.</summary>
    public static async Task<Outcome> Handle(
        EnrolPatient command, IDocumentSession session, ClinicRegistry clinics, StoreTime time, CancellationToken cancellationToken)
    {
        var clinic = clinics[command.Sender.ClinicId];
        var now = command.RecordedAt ?? time.GetCurrentInstant();
        var course = PatientCourse.Empty(command.PatientId, clinic.Zone);
        var entry = new Entry(command.FactId, 1, now, command.Sender.UserId, command.Enrolment);
        session.Events.StartStream<CourseDocument>(command.PatientId, session.EventOf(entry));
        await Task.CompletedTask;
        return new Outcome.Recorded(entry.Id, course.With(entry), Before: false);
    }
}
