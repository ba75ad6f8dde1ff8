using System.Collections.Frozen;
using FollowUp.Alerts.Facts;
using NodaTime;

namespace FollowUp.Alerts.Rules;

/// <summary>From which values on an alert is raised, by when it is to be acknowledged, and whose it is: one version of the clinic's escalation rules.</summary>
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

    /// <summary>Where it is from.</summary>
    public string Source { get; } = "domain 5, escalation triggers; acknowledgement times are the clinic's proposal";

    /// <summary>Fever, in degrees Celsius: this and above.</summary>
    public decimal FeverFromCelsius { get; } = 38.0m;

    /// <summary>Severe pain, on the numeric scale: this and above (V64).</summary>
    public int SeverePainFrom { get; } = 7;

    /// <summary>Pain to be treated, on the numeric scale: this and above (V65).</summary>
    public int PainToTreatFrom { get; } = 4;

    /// <summary>A rise of pain that means something, in points of the numeric scale: this and more (V64).</summary>
    public int PainRiseFrom { get; } = 2;

    /// <summary>A rise of pain counts on a local day more than so many days after the operation: 48 hours.</summary>
    public int PainRisesAfterDays { get; } = 2;

    /// <summary>Swelling counts on a local day more than so many days after the operation: two weeks.</summary>
    public int SwellingAfterDays { get; } = 14;

    /// <summary>Pain counts on a local day more than so many days after the operation: six weeks.</summary>
    public int PainAfterDays { get; } = 42;

    /// <summary>How long an emergency may go unacknowledged, and how often it escalates after that.</summary>
    public Duration EmergencyWithin { get; } = Duration.FromMinutes(30);

    /// <summary>The local days after which a routine review is late; the last one counts whole.</summary>
    public int RoutineWithinDays { get; } = 14;

    /// <summary>How often a routine review escalates after that.</summary>
    public Duration RoutineAgainAfter { get; } = Duration.FromDays(7);

    /// <summary>How urgent a trigger is (domain 5).</summary>
    public static AlertUrgency UrgencyOf(AlertTrigger trigger) =>
        Emergencies.Contains(trigger) ? AlertUrgency.EmergencyNow : Routine.Contains(trigger) ? AlertUrgency.RoutineReview : AlertUrgency.SameDay;

    /// <summary>When an alert is to be acknowledged at the latest: within the time of an emergency, by the end of the clinic's day, or of its last day.</summary>
    public Instant AcknowledgeBy(AlertUrgency urgency, LocalDate on, Instant raisedAt, DateTimeZone zone) => urgency switch
    {
        AlertUrgency.EmergencyNow => raisedAt + EmergencyWithin,
        AlertUrgency.SameDay => zone.AtStartOfDay(on.PlusDays(1)).ToInstant(),
        _ => zone.AtStartOfDay(on.PlusDays(RoutineWithinDays + 1)).ToInstant(),
    };

    /// <summary>After how long an alert that is still not acknowledged escalates again.</summary>
    public Duration AgainAfter(AlertUrgency urgency) => urgency switch
    {
        AlertUrgency.EmergencyNow => EmergencyWithin,
        AlertUrgency.SameDay => Duration.FromDays(1),
        _ => RoutineAgainAfter,
    };

    /// <summary>Whose an alert is: at first the clinician on call's, or for a routine review the responsible one's; then the head's.</summary>
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

/// <summary>The role that answers for an alert that nobody has taken on.</summary>
public enum AlertOwner
{
    /// <summary>The clinician on call.</summary>
    ClinicianOnCall,

    /// <summary>The clinician responsible for the man.</summary>
    ResponsibleClinician,

    /// <summary>The head of the clinic.</summary>
    HeadOfClinic,
}
