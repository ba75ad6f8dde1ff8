using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Platform.Store;
using FollowUp.Recording.ReadModels;
using Marten;
using NodaTime;

namespace FollowUp.Recording.Commands;

/// <summary>Enrols a man: his identity goes into the directory, his enrolment into a stream of his own.</summary>
/// <param name="PatientId">His id, the sender's or made at the edge.</param>
/// <param name="FactId">The entry's id.</param>
/// <param name="Identity">Who he is, as sent.</param>
/// <param name="Enrolment">What is stated; his age is set from the birth date.</param>
/// <param name="Sender">Who sends it.</param>
public sealed record EnrolPatient(Guid PatientId, Guid FactId, PatientIdentity Identity, PatientEnrolled Enrolment, Sender Sender)
{
    /// <summary>The code of the refusal of a second man under the id or record number of the first.</summary>
    public const string OtherMan = nameof(OtherMan);

    /// <summary>The code of the notice that a man was enrolled before with other details, and that these are not kept.</summary>
    public const string IdentityNotChanged = nameof(IdentityNotChanged);

    /// <summary>What every command carries besides the fact.</summary>
    public Envelope Envelope { get; init; } = new();

    /// <summary>Whether another enrolment is of somebody else: name and birth date both differ.</summary>
    public bool IsOfAnotherManThan(EnrolPatient other) => Identity.IsAnotherManThan(other.Identity);

    /// <summary>What a log may show of it.</summary>
    public override string ToString() => $"{nameof(EnrolPatient)} {PatientId}";
}

/// <summary>Opens a man's stream, once.</summary>
public static class EnrolPatientHandler
{
    /// <summary>Handles the command.</summary>
    public static async Task<Outcome> Handle(
        EnrolPatient command, IDocumentSession session, PatientDirectory directory, Courses courses, ClinicRegistry clinics, StoreTime time, CancellationToken cancellationToken)
    {
        var clinic = clinics[command.Sender.ClinicId];
        if (await RequestRecord.AnswerAsync(session, command.Envelope.Key, courses, cancellationToken) is { } answered)
        {
            return answered;
        }

        var now = command.Envelope.RecordedAt ?? time.GetCurrentInstant();
        var reading = IdentityReading.Of(command.Identity, now.InZone(clinic.Zone).Date, clinic.Region);
        var deciding = new Deciding(clinic, now, command.Identity.BirthDate, command.Envelope.Confirmed);
        var enrolment = command.Enrolment with { AgeYears = AgeOn(command.Enrolment.EnrolledOn, reading.Identity.BirthDate) };
        if (await courses.ReadAsync(session, command.PatientId, cancellationToken) is { Version: > 0 } known)
        {
            var record = await directory.Find(session, command.PatientId, cancellationToken);
            if (record is { History.Count: > 0 } && record.History.All(version => version.Identity.IsAnotherManThan(reading.Identity)))
            {
                return new Outcome.Refused([OfAnotherMan(command.PatientId)]);
            }

            var key = record?.Key;
            return key is not null && deciding.On(known, command.FactId, command.Envelope.Sealed(enrolment, command.FactId, key)) is Decision.Held same
                ? new Outcome.Recorded(same.Entry.Id, known.UpTo(same.Entry.Version), Before: true)
                {
                    Notices = record!.Holds(reading.Identity) ? [] : [EnrolPatient.IdentityNotChanged],
                }
                : new Outcome.Refused([Finding.Refusal("IdInUse", "id", command.PatientId, "A man with this id is enrolled. Send a new id, or none.")]);
        }

        var duplicates = await directory.PossibleDuplicates(session, reading.Identity, except: null, cancellationToken);
        var course = PatientCourse.Empty(command.PatientId, clinic.Zone);
        var decision = deciding.On(course, command.FactId, enrolment,
        [
            .. reading.Findings.Select(finding => finding with { Field = $"identity.{finding.Field}" }),
            .. duplicates.Select(duplicate => duplicate.AsPossibleDuplicate()),
        ]);
        if (decision is not Decision.Append append)
        {
            return Outcome.Of(decision);
        }

        if (RecordedTime.Refuse(command.Envelope.RecordedAt, clinic, time.GetCurrentInstant(), last: null) is { } untimely)
        {
            return new Outcome.Refused([untimely]);
        }

        var patientKey = directory.Enrol(session, command.PatientId, reading.Identity, new IdentityChange(command.Sender.UserId, now));
        var entry = new Entry(command.FactId, 1, now, command.Sender.UserId, 
            command.Envelope.WithReasons(command.Envelope.Sealed(append.Fact, command.FactId, patientKey), command.FactId, patientKey));
        session.Events.StartStream<CourseDocument>(command.PatientId, session.EventOf(entry));
        RequestRecord.Keep(session, command.Envelope.Key, command.PatientId, entry);
        return new Outcome.Recorded(entry.Id, course.With(entry), Before: false);
    }

    /// <summary>Why nothing of a second man is stored under the id of the first.</summary>
    private static Finding OfAnotherMan(Guid patientId) => Finding.Refusal(
        EnrolPatient.OtherMan, "id", patientId, "A man with this id is enrolled under another name and birth date. Give this man an id or a record number of his own, or correct the identity of the other.");

    private static int? AgeOn(LocalDate day, LocalDate? birthDate) =>
        birthDate is { } born && born <= day ? Period.Between(born, day, PeriodUnits.Years).Years : null;
}
