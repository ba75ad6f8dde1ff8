using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using JasperFx;
using JasperFx.Events;
using Marten;
using NodaTime;

namespace FollowUp.Guidelines;

/// <summary>What clinics decided about themselves: the guidelines that they adopted and the settings that they chose, each in its clinic's own stream.</summary>
public sealed class Adoptions(IDocumentStore store, ClinicRegistry clinics, IClinicUpdates updates)
{
    /// <summary>The stream of a clinic's own facts; clinics are kept apart by tenant.</summary>
    public static readonly Guid ClinicStream = Guid.Parse("c11a1c00-0000-7000-8000-000000000001");

    private static readonly Duration Microsecond = Duration.FromTicks(10);

    /// <summary>What a clinic adopted, in that order.</summary>
    public async Task<IReadOnlyList<Adoption>> OfAsync(string clinicId, CancellationToken cancellationToken) =>
        [.. (await EventsOfAsync(clinicId, cancellationToken)).Select(Adoption.Of).OfType<Adoption>()];

    /// <summary>Everything a clinic has decided about itself, in that order; their number is the version of its stream.</summary>
    public async Task<IReadOnlyList<IEvent>> EventsOfAsync(string clinicId, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinicId);
        return await session.Events.FetchStreamAsync(ClinicStream, token: cancellationToken);
    }

    /// <summary>Adopts a guideline for the sender's clinic from now on, and records for how many men it changes something.</summary>
    /// <returns>The adoption; or why it was refused; or neither, when another decision was recorded at the same moment.</returns>
    public async Task<(Adoption? Adopted, Finding? Refused)> AdoptAsync(
        SignedIn user, GuidelineKind kind, string field, string id, GuidelineDifference difference, StoreTime time, CancellationToken cancellationToken)
    {
        if (PublishedGuidelines.Refuse(field, kind, id) is { } unknown)
        {
            return (null, unknown);
        }

        if (!time.IsRight)
        {
            return (null, Finding.Refusal("ClockWrong", field, id, "This server's clock differs from the database's. Set it right, then adopt."));
        }

        // The guideline in force is looked up after the stream is read: another node may have adopted one since the request came.
        var before = await EventsOfAsync(user.Clinic.Id, cancellationToken);
        await updates.RefreshAsync(cancellationToken);
        var clinic = clinics[user.Clinic.Id];
        var from = clinic.InForce(kind);
        if (from == id)
        {
            return (null, Finding.Refusal("AlreadyInForce", field, from, "It is in force already. GET /guidelines lists the others."));
        }

        var (men, changing) = await CountAsync(clinic, kind, id, difference, time, cancellationToken);
        IAdopted fact = kind == GuidelineKind.RuleSet ? new RuleSetAdopted(from, id, men, changing) : new ProtocolAdopted(from, id, men, changing);
        var at = await AppendAsync(clinic, fact, before.Count, user.UserId, time.GetCurrentInstant(), cancellationToken);
        return (at is null ? null : new(at.Value, user.UserId, fact), null);
    }

    /// <summary>Records a clinic's decision about itself, and makes it known to this node.</summary>
    /// <returns>
    /// From when on it holds: <paramref name="now"/>, or just after the decision before where that is later, for a node's clock may be behind
    /// another's. Null when another decision was recorded since the sender saw <paramref name="seen"/> of them.
    /// </returns>
    public async Task<Instant?> AppendAsync(Clinic clinic, object decision, int seen, string userId, Instant now, CancellationToken cancellationToken)
    {
        var before = await EventsOfAsync(clinic.Id, cancellationToken);
        if (before.Count != seen)
        {
            return null;
        }

        var at = before is [.., var last] ? Instant.Max(now, Instant.FromDateTimeOffset(last.Timestamp) + Microsecond) : now;
        if (!await TryStoreAsync(clinic.Id, decision, seen, userId, at, cancellationToken))
        {
            return null;
        }

        await updates.RefreshAsync(CancellationToken.None);
        return at;
    }

    private static async Task<(int Men, int Changing)> CountAsync(
        Clinic clinic, GuidelineKind kind, string id, GuidelineDifference difference, StoreTime time, CancellationToken cancellationToken)
    {
        var (men, changing) = (0, 0);
        var view = new PointOfView(null, time.GetCurrentInstant().InZone(clinic.Zone).Date);
        await foreach (var step in difference.AskAsync(clinic, view, PublishedGuidelines.Of(kind), id, cancellationToken))
        {
            men = step.Done;
            changing += step.Changed.Count;
        }

        return (men, changing);
    }

    private async Task<bool> TryStoreAsync(string clinicId, object decision, int seen, string userId, Instant at, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(clinicId);
        var stored = session.Events.BuildEvent(decision);
        stored.Timestamp = at.ToDateTimeOffset();
        stored.UserName = userId;
        if (seen == 0)
        {
            session.Events.StartStream<Clinic>(ClinicStream, stored);
        }
        else
        {
            session.Events.Append(ClinicStream, seen + 1, stored);
        }

        try
        {
            await session.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (Exception raced) when (raced is Marten.Exceptions.ExistingStreamIdCollisionException or ConcurrencyException)
        {
            return false;
        }
    }
}

/// <summary>A guideline adopted, with when and who.</summary>
/// <param name="At">From when on it is in force.</param>
/// <param name="By">Who adopted it.</param>
/// <param name="Fact">What was adopted.</param>
public sealed record Adoption(Instant At, string By, IAdopted Fact)
{
    /// <summary>The adoption in a stored event; null when it is another of the clinic's facts.</summary>
    public static Adoption? Of(IEvent stored) => stored.Data is IAdopted adopted
        ? new(Instant.FromDateTimeOffset(stored.Timestamp), stored.UserName ?? "", adopted)
        : null;
}
