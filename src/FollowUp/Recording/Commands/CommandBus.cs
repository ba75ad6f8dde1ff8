using FollowUp.Access;
using FollowUp.Directory;
using FollowUp.Platform.Store;
using Marten;
using Wolverine;

namespace FollowUp.Recording.Commands;

/// <summary>Sends the commands that store entries of a man, for every way in, and finds out whether a command is stored that failed.</summary>
/// <remarks>
/// What fails after the commit changes nothing about what is stored: if the sender were told otherwise, they would enter it again. A command decides the
/// same however often it is sent, so whether it is stored is asked by deciding on it once more, in a session that is never saved.
/// </remarks>
public sealed class CommandBus(
    IMessageBus bus, IDocumentStore store, FactPipeline pipeline, PatientDirectory directory, Courses courses, ClinicRegistry clinics, StoreTime time, ILogger<CommandBus> log)
{
    /// <summary>Sends a command. Whatever fails once it is committed, the outcome is that it is recorded.</summary>
    /// <param name="clinicId">The clinic.</param>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Outcome> SendAsync(string clinicId, object command, CancellationToken cancellationToken)
    {
        var begun = time.GetCurrentInstant();
        try
        {
            return await bus.InvokeForTenantAsync<Outcome>(clinicId, command, cancellationToken);
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            if (await StoredAsync(clinicId, command, cancellationToken) is not { } stored)
            {
                throw;
            }

            log.LogError(failed, "{Command} is stored, and something failed after that", command);
            return stored with { Before = stored.Course.Find(stored.FactId)!.RecordedAt < begun };
        }
    }

    // Null when it is not stored, or when that cannot be found out: then the sender gets the failure itself.
    private async Task<Outcome.Recorded?> StoredAsync(string clinicId, object command, CancellationToken cancellationToken)
    {
        try
        {
            await using var session = store.LightweightSession(clinicId);
            return await DecideAsync(command, session, cancellationToken) is Outcome.Recorded { Before: true } stored ? stored : null;
        }
        catch (Exception failed) when (!cancellationToken.IsCancellationRequested)
        {
            log.LogWarning(failed, "Whether {Command} is stored cannot be asked", command);
            return null;
        }
    }

    private Task<Outcome> DecideAsync(object command, IDocumentSession session, CancellationToken cancellationToken) => command switch
    {
        RecordFact one => RecordFactHandler.Handle(one, session, pipeline, cancellationToken),
        RecordTogether several => RecordTogetherHandler.Handle(several, session, pipeline, cancellationToken),
        EnrolPatient enrolment => EnrolPatientHandler.Handle(enrolment, session, directory, courses, clinics, time, cancellationToken),
        MergeRecords merge => MergeRecordsHandler.Handle(merge, session, directory, courses, clinics, time, cancellationToken),
        UndoMerge undoing => UndoMergeHandler.Handle(undoing, session, directory, courses, time, cancellationToken),
        EraseIdentity erasure => EraseIdentityHandler.Handle(erasure, session, directory, courses, time, cancellationToken),
        _ => throw new ArgumentException(command.GetType().Name, nameof(command)),
    };
}
