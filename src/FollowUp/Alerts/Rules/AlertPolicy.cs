using System.Collections.Frozen;
using FollowUp.Alerts.Facts;
using NodaTime;

namespace FollowUp.Alerts.Rules;

/// <summary>One version of the clinic's escalation rules: the limits that raise an alert, the deadline for acknowledging it, and who is responsible.</summary>
/// <remarks>A design proposal (domain 5) for the clinic to sign off. An answer names its version; a change is a new value beside this one.</remarks>
public sealed record AlertPolicy
{
    /// <summary>The triggers of domain 5; the times are a proposal.</summary>
    public static readonly AlertPolicy Standard1 = new();

    private static readonly FrozenSet<AlertTrigger> Emergencies = FrozenSet.ToFrozenSet(
    [
        AlertTrigger.ScrotumTense, AlertTrigger.BleedingNotStopping, AlertTrigger.BreathlessOrChestPain, AlertTrigger.Fainting,
        AlertTrigger.Rigors, AlertTrigger.SkinBlack,
    ]);

    private static readonly FrozenSet<AlertTrigger> Routine = FrozenSet.ToFrozenSet(
    [
        AlertTrigger.SwellingPersists, AlertTrigger.PainPersists, AlertTrigger.TestisShrinking, AlertTrigger.SexualProblem, AlertTrigger.LowMood,
    ]);

    private AlertPolicy()
    {
    }

    /// <summary>The version's id.</summary>
    public string Id { get; } = "alerts-1";

    /// <summary>Its source.</summary>
    public string Source { get; } = "domain 5, escalation triggers; acknowledgement times are the clinic's proposal";

    /// <summary>The lowest temperature that is fever, in degrees Celsius.</summary>
    public decimal FeverFromCelsius { get; } = 38.0m;

    /// <summary>The lowest score of severe pain, on the numeric scale from 0 to 10 (V64).</summary>
    public int SeverePainFrom { get; } = 7;

    /// <summary>The lowest score of pain to be treated, on the numeric scale from 0 to 10 (V65).</summary>
    public int PainToTreatFrom { get; } = 4;

    /// <summary>The smallest relevant rise of pain, in points of the numeric scale (V64).</summary>
    public int PainRiseFrom { get; } = 2;

    /// <summary>A rise of pain counts from the local day after this many days since the operation: after 48 hours.</summary>
    public int PainRisesAfterDays { get; } = 2;

    /// <summary>Swelling counts from the local day after this many days since the operation: after two weeks.</summary>
    public int SwellingAfterDays { get; } = 14;

    /// <summary>Pain counts from the local day after this many days since the operation: after six weeks.</summary>
    public int PainAfterDays { get; } = 42;

    /// <summary>The deadline for acknowledging an emergency, and the interval at which it escalates after that.</summary>
    public Duration EmergencyWithin { get; } = Duration.FromMinutes(30);

    /// <summary>The deadline for a routine review, in local days; the last day counts in full.</summary>
    public int RoutineWithinDays { get; } = 14;

    /// <summary>The interval at which a routine review escalates after that.</summary>
    public Duration RoutineAgainAfter { get; } = Duration.FromDays(7);

    /// <summary>How urgent a trigger is (domain 5).</summary>
    public static AlertUrgency UrgencyOf(AlertTrigger trigger) =>
        Emergencies.Contains(trigger) ? AlertUrgency.EmergencyNow : Routine.Contains(trigger) ? AlertUrgency.RoutineReview : AlertUrgency.SameDay;

    /// <summary>The deadline for acknowledging an alert: the emergency's time, the end of the clinic's day, or the end of the last day of a routine review.</summary>
    public Instant AcknowledgeBy(AlertUrgency urgency, LocalDate on, Instant raisedAt, DateTimeZone zone) => urgency switch
    {
        AlertUrgency.EmergencyNow => raisedAt + EmergencyWithin,
        AlertUrgency.SameDay => zone.AtStartOfDay(on.PlusDays(1)).ToInstant(),
        _ => zone.AtStartOfDay(on.PlusDays(RoutineWithinDays + 1)).ToInstant(),
    };

    /// <summary>The interval at which an alert escalates again while it is not acknowledged.</summary>
    public Duration AgainAfter(AlertUrgency urgency) => urgency switch
    {
        AlertUrgency.EmergencyNow => EmergencyWithin,
        AlertUrgency.SameDay => Duration.FromDays(1),
        _ => RoutineAgainAfter,
    };

    /// <summary>Who is responsible: the clinician on call, or for a routine review the man's own clinician; after an escalation the head of the clinic.</summary>
    public static AlertOwner OwnerOf(AlertUrgency urgency, int escalations) =>
        escalations > 0 ? AlertOwner.HeadOfClinic
        : urgency is AlertUrgency.RoutineReview ? AlertOwner.ResponsibleClinician
        : AlertOwner.ClinicianOnCall;
}

/// <summary>How urgent an alert is (domain 5).</summary>
public enum AlertUrgency
{
    /// <summary>An emergency: he is sent to help now.</summary>
    EmergencyNow,

    /// <summary>A clinician deals with it the same day.</summary>
    SameDay,

    /// <summary>A clinician reviews it.</summary>
    RoutineReview,
}

/// <summary>The role that is responsible for an alert until it is acknowledged.</summary>
public enum AlertOwner
{
    /// <summary>The clinician on call.</summary>
    ClinicianOnCall,

    /// <summary>The clinician responsible for the man.</summary>
    ResponsibleClinician,

    /// <summary>The head of the clinic.</summary>
    HeadOfClinic,
}
