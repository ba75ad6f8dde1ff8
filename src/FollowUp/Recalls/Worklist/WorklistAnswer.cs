using System.Reflection;
using FollowUp.Alerts.Rules;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recording.ReadModels;
using NodaTime;

namespace FollowUp.Recalls.Worklist;

/// <summary>Who needs looking at.</summary>
/// <param name="AsOf">As recorded at this instant; null for now.</param>
/// <param name="On">The day it is asked for.</param>
/// <param name="Protocol">The protocol used.</param>
/// <param name="Rows">The men: those with an alert first, the longest waiting at the top, then the one with the longest open item.</param>
/// <param name="More">Whether there are more men than were asked for.</param>
public sealed record WorklistAnswer(Instant? AsOf, LocalDate On, string Protocol, IReadOnlyList<WorklistRow> Rows, bool More)
{
    /// <summary>What to send as <c>after</c> for the next page; null on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>How far the due dates are found under the protocol, so that men may be missing; null once all are.</summary>
    public DatingProgress? Dates { get; init; }
}

/// <summary>A man with something due.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Man">Whom to call; null once his identity is erased.</param>
/// <param name="Alerts">His alerts that nobody has taken on, the longest waiting first.</param>
/// <param name="Items">His items that are due, overdue or unreachable, and any with a message in doubt.</param>
public sealed record WorklistRow(Guid PatientId, WorklistMan? Man, IReadOnlyList<Alert> Alerts, IReadOnlyList<DueItem> Items)
{
    /// <summary>Why he stands here, the most urgent first.</summary>
    public IReadOnlyList<WorkState> States { get; init; } = [];

    /// <summary>That he may be declared lost to follow-up by the protocol's rule; null while he may not.</summary>
    public LossDue? Loss { get; init; }

    /// <summary>Who sees to him; null while nobody does.</summary>
    public ClaimAnswer? Claim { get; init; }

    /// <summary>What to send once he has been called.</summary>
    public required CallOutcomes Record { get; init; }
}

/// <summary>What to send once a man has been called, one or the other. It is recorded as everything else is, and the list follows.</summary>
/// <param name="Reached">He was spoken with: say what he answered about complications.</param>
/// <param name="NotReached">He was not: say what came of it.</param>
public sealed record CallOutcomes(ToRecord<ContactMade> Reached, ToRecord<ContactAttempted> NotReached)
{
    /// <summary>Those of a man.</summary>
    /// <param name="patientId">The man.</param>
    /// <param name="now">The clinic's time.</param>
    public static CallOutcomes Of(Guid patientId, ClinicalTime now) => new(
        new(AddressOf<ContactMade>(patientId), new() { MadeAt = now, Kind = ContactKind.Call }),
        new(AddressOf<ContactAttempted>(patientId), new() { AttemptedAt = now, Channel = Channel.Phone, Outcome = AttemptOutcome.NoAnswer }));

    private static string AddressOf<TFact>(Guid patientId) => $"/patients/{patientId}/{typeof(TFact).GetCustomAttribute<StoredAsAttribute>()!.Path}";
}

/// <summary>A fact to be completed and sent.</summary>
/// <param name="Address">Where to, by POST.</param>
/// <param name="Body">What, as far as it is known.</param>
public sealed record ToRecord<TFact>(string Address, TFact Body)
    where TFact : Fact;

/// <summary>Whom to call.</summary>
/// <param name="Name">His name.</param>
/// <param name="RecordNumber">The clinic's record number.</param>
/// <param name="Telephones">His telephone numbers, the preferred one first.</param>
public sealed record WorklistMan(string Name, string? RecordNumber, IReadOnlyList<string> Telephones)
{
    /// <summary>Shows nothing of him.</summary>
    public override string ToString() => "a man of the worklist";
}

/// <summary>How complete the follow-up of a clinic is.</summary>
/// <param name="AsOf">As recorded at this instant; null for now.</param>
/// <param name="On">The day it is asked for.</param>
/// <param name="Protocol">The protocol used.</param>
/// <param name="Men">How many men were looked at.</param>
/// <param name="Steps">Each step of the protocol, in the order they fall due.</param>
public sealed record CompletenessAnswer(Instant? AsOf, LocalDate On, string Protocol, int Men, IReadOnlyList<StepCompleteness> Steps)
{
    /// <summary>How far the due dates that lists go by are found under the protocol; these counts go by none. Null once all are.</summary>
    public DatingProgress? Dates { get; init; }
}

/// <summary>Who sees to a man.</summary>
/// <param name="UserId">The member of staff.</param>
/// <param name="At">Since when.</param>
public sealed record ClaimAnswer(string UserId, Instant At);
