using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Pain.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Alerts.Facts;

/// <summary>A clinician acknowledged an alert and recorded what was done. Until then it escalates (domain 5).</summary>
[StoredAs("alert_acknowledged", "alert-acknowledgements", By = Recorder.Clinician)]
public sealed record AlertAcknowledged : Fact
{
    /// <summary>What raised the alert, as the alert names it.</summary>
    public required AlertTrigger Trigger { get; init; }

    /// <summary>The entry that raised it, as the alert names it.</summary>
    [EntryOf(
        typeof(ContactMade), typeof(PainReported), typeof(AnalgesicTaken), typeof(SymptomReported), typeof(TesticularVolumeMeasured),
        typeof(PhysicalExaminationRecorded), typeof(TesticularUltrasoundRecorded))]
    public required Guid FactId { get; init; }

    /// <summary>When the clinician acknowledged it.</summary>
    public required ClinicalTime AcknowledgedAt { get; init; }

    /// <summary>Who is responsible for it from then on, by the clinic's staff code.</summary>
    [Code(CodeAttribute.Staff, "D-019")]
    public required string Owner { get; init; }

    /// <summary>What was done.</summary>
    public required AlertOutcome Outcome { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.At(AcknowledgedAt, zone);
}

/// <summary>An escalation trigger (domain 5), the most urgent first.</summary>
public enum AlertTrigger
{
    /// <summary>A fast-growing or tense scrotum.</summary>
    ScrotumTense,

    /// <summary>Bleeding that does not stop.</summary>
    BleedingNotStopping,

    /// <summary>Breathlessness or chest pain.</summary>
    BreathlessOrChestPain,

    /// <summary>Fainting.</summary>
    Fainting,

    /// <summary>Fever with rigors.</summary>
    Rigors,

    /// <summary>Spreading black or foul skin.</summary>
    SkinBlack,

    /// <summary>A temperature of 38.0 degrees or more.</summary>
    Fever,

    /// <summary>A numeric pain score of 7 or more.</summary>
    SeverePain,

    /// <summary>Pain that rises after 48 hours.</summary>
    PainRising,

    /// <summary>A numeric pain score of 4 or more that full-dose paracetamol does not relieve.</summary>
    PainNotRelieved,

    /// <summary>Pus at the wound.</summary>
    WoundPus,

    /// <summary>An open wound.</summary>
    WoundOpen,

    /// <summary>He cannot pass urine.</summary>
    CannotPassUrine,

    /// <summary>Calf swelling.</summary>
    CalfSwelling,

    /// <summary>More of an analgesic in 24 hours than its limit.</summary>
    AnalgesicAboveLimit,

    /// <summary>Swelling for more than two weeks.</summary>
    SwellingPersists,

    /// <summary>Pain for more than six weeks.</summary>
    PainPersists,

    /// <summary>A shrinking testis.</summary>
    TestisShrinking,

    /// <summary>Low libido or erection problems.</summary>
    SexualProblem,

    /// <summary>Low mood.</summary>
    LowMood,
}

/// <summary>What was done about an alert.</summary>
public enum AlertOutcome
{
    /// <summary>He was advised by telephone.</summary>
    Advised,

    /// <summary>He was seen in the clinic.</summary>
    Seen,

    /// <summary>He was sent to an emergency department.</summary>
    SentToEmergency,

    /// <summary>He was admitted.</summary>
    Admitted,

    /// <summary>An appointment was made.</summary>
    AppointmentMade,

    /// <summary>It was a mistake; the entry is to be corrected.</summary>
    FalseAlarm,
}
