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

/// <summary>A page of the worklist.</summary>
/// <param name="AsOf">As recorded at this instant; null for now.</param>
/// <param name="On">The day it is asked for.</param>
/// <param name="Protocol">The protocol used.</param>
/// <param name="Rows">The men: those with an open alert first, by deadline, then by how long an item has been open.</param>
/// <param name="More">Whether there are more men than were asked for.</param>
public sealed record WorklistAnswer(Instant? AsOf, LocalDate On, string Protocol, IReadOnlyList<WorklistRow> Rows, bool More)
{
    /// <summary>What to send as <c>after</c> for the next page; null on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>The progress while due dates are being recalculated, during which men may be missing; null when none are.</summary>
    public DatesFound? Dates { get; init; }
}

/// <summary>A man with something due.</summary>
/// <param name="PatientId">The man.</param>
/// <param name="Man">His name and telephones; null once his identity is erased.</param>
/// <param name="Alerts">His open alerts, by deadline.</param>
/// <param name="Items">His items that are due, overdue or unreachable, and any with an uncertain message.</param>
public sealed record WorklistRow(Guid PatientId, WorklistMan? Man, IReadOnlyList<Alert> Alerts, IReadOnlyList<DueItem> Items)
{
    /// <summary>Why he is on the list, the most urgent first.</summary>
    public IReadOnlyList<WorkState> States { get; init; } = [];

    /// <summary>Present when the protocol's rule allows him to be declared lost to follow-up; otherwise null.</summary>
    public LossDue? Loss { get; init; }

    /// <summary>Who has claimed him; null while nobody has.</summary>
    public ClaimAnswer? Claim { get; init; }

    /// <summary>What to send after a call.</summary>
    public required CallOutcomes Record { get; init; }
}

/// <summary>What to send after calling a man: one of the two. They are recorded like any other contact or attempt, and the list changes accordingly.</summary>
/// <param name="Reached">He was reached: add his answer about complications.</param>
/// <param name="NotReached">He was not reached: add why.</param>
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
/// <param name="Address">The address, for POST.</param>
/// <param name="Body">The body, as far as it is known.</param>
public sealed record ToRecord<TFact>(string Address, TFact Body)
    where TFact : Fact;

/// <summary>The man to call.</summary>
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
/// <param name="Men">How many men were counted.</param>
/// <param name="Steps">Each step of the protocol, in the order they fall due.</param>
public sealed record CompletenessAnswer(Instant? AsOf, LocalDate On, string Protocol, int Men, IReadOnlyList<StepCompleteness> Steps)
{
    /// <summary>The progress while due dates are being recalculated; null when none are. These counts do not depend on them.</summary>
    public DatesFound? Dates { get; init; }
}

/// <summary>Who has claimed a man.</summary>
/// <param name="UserId">The member of staff.</param>
/// <param name="At">Since when.</param>
public sealed record ClaimAnswer(string UserId, Instant At);
