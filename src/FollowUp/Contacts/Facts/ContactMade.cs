using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Contacts.Facts;

/// <summary>Staff spoke with the man, by telephone or at a visit, with the questions and his answers (domain 10).</summary>
[StoredAs("contact_made", "contacts")]
public sealed record ContactMade : Fact, IMeasured
{
    /// <summary>The lowest temperature that is a fever, in degrees Celsius (R83).</summary>
    public const decimal FeverFromCelsius = 38.0m;

    /// <summary>When.</summary>
    public required ClinicalTime MadeAt { get; init; }

    /// <summary>How.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>Whether his identity was checked with two identifiers before anybody named the clinic's speciality.</summary>
    public Answer IdentityChecked { get; init; } = Answer.NotAsked;

    /// <summary>His answer about complications. Only an explicit None means that there was none (R51, R62).</summary>
    public ComplicationAnswer Complications { get; init; } = ComplicationAnswer.NotAsked;

    /// <summary>The body temperature, reported by him or measured, in degrees Celsius.</summary>
    public decimal? TemperatureCelsius { get; init; }

    /// <summary>The questions of the call's script with his answers; a question that is left out was not asked.</summary>
    public IReadOnlyDictionary<ScriptItem, Answer>? Script { get; init; }

    /// <summary>What he was advised.</summary>
    public IReadOnlyList<Advice>? Advice { get; init; }

    /// <summary>The day the next contact is planned for.</summary>
    [Planned]
    public LocalDate? NextContactOn { get; init; }

    /// <summary>The answer that counts for a question of the script: a measured value counts before what he said (R83). Null when it was not asked.</summary>
    public Answer? AnswerTo(ScriptItem item) =>
        item == ScriptItem.Fever && TemperatureCelsius >= FeverFromCelsius ? Answer.Yes
        : Script is { } script && script.TryGetValue(item, out var answer) ? answer
        : null;

    /// <inheritdoc/>
    public IEnumerable<(string Field, Answer Answer)> AnswersByValue() =>
        TemperatureCelsius >= FeverFromCelsius && Script?.GetValueOrDefault(ScriptItem.Fever, Answer.NotAsked) is not Answer.Yes
            ? [($"script.{ScriptItem.Fever}", Answer.Yes)]
            : [];

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.At(MadeAt, zone);
}

/// <summary>A way of speaking with a man.</summary>
public enum ContactKind
{
    /// <summary>A telephone call.</summary>
    Call,

    /// <summary>A video call.</summary>
    VideoCall,

    /// <summary>A visit to the clinic.</summary>
    Visit,

    /// <summary>He wrote.</summary>
    Message,
}

/// <summary>The answer to the question about complications. No, refused, unknown and not asked are different answers.</summary>
public enum ComplicationAnswer
{
    /// <summary>Asked, and there was none.</summary>
    None,

    /// <summary>Asked, and there was at least one. Each is recorded as a complication.</summary>
    Some,

    /// <summary>Asked, and he would not answer.</summary>
    Refused,

    /// <summary>Asked, and he does not know.</summary>
    Unknown,

    /// <summary>Not asked.</summary>
    NotAsked,
}

/// <summary>A question of the call's script (domain 10), in the order they are asked. Yes means that the statement is true.</summary>
public enum ScriptItem
{
    /// <summary>It is a good moment and he is alone.</summary>
    GoodMoment,

    /// <summary>He feels well since surgery.</summary>
    FeelsWell,

    /// <summary>He takes another product that contains paracetamol.</summary>
    OtherParacetamol,

    /// <summary>Fever of 38.0 degrees or more.</summary>
    Fever,

    /// <summary>Fever with rigors.</summary>
    Rigors,

    /// <summary>Scrotal swelling greater than yesterday.</summary>
    SwellingGrowing,

    /// <summary>A fast-growing or tense scrotum.</summary>
    ScrotumTense,

    /// <summary>The scrotum is still swollen.</summary>
    SwellingPersists,

    /// <summary>Bruising of the scrotum.</summary>
    Bruising,

    /// <summary>A hard scrotum.</summary>
    ScrotumHard,

    /// <summary>A warm scrotum.</summary>
    ScrotumWarm,

    /// <summary>Spreading black or foul skin.</summary>
    SkinBlack,

    /// <summary>The wound is dry.</summary>
    WoundDry,

    /// <summary>Blood at the wound.</summary>
    WoundBleeding,

    /// <summary>Bleeding that does not stop.</summary>
    BleedingNotStopping,

    /// <summary>Pus at the wound.</summary>
    WoundPus,

    /// <summary>The wound is open.</summary>
    WoundOpen,

    /// <summary>The dressing is in place.</summary>
    DressingInPlace,

    /// <summary>He passes urine.</summary>
    PassesUrine,

    /// <summary>His bowels move.</summary>
    BowelsMove,

    /// <summary>Nausea or dizziness.</summary>
    NauseaOrDizziness,

    /// <summary>After-effects of the anaesthesia.</summary>
    AnaesthesiaAfterEffects,

    /// <summary>Fainting.</summary>
    Fainting,

    /// <summary>Breathlessness or chest pain.</summary>
    BreathlessOrChestPain,

    /// <summary>Calf swelling.</summary>
    CalfSwelling,

    /// <summary>Back to his usual activity.</summary>
    UsualActivity,

    /// <summary>Back at work.</summary>
    BackAtWork,

    /// <summary>Wears supporting underwear.</summary>
    SupportUnderwear,

    /// <summary>Showers again.</summary>
    Showers,

    /// <summary>Sexually active again.</summary>
    SexuallyActive,

    /// <summary>Low mood.</summary>
    LowMood,

    /// <summary>Unplanned care elsewhere.</summary>
    CareElsewhere,

    /// <summary>Persisting pain.</summary>
    PainPersists,

    /// <summary>A lump.</summary>
    Lump,

    /// <summary>A testis has become smaller.</summary>
    TestisSmaller,

    /// <summary>Antibiotics since the last contact.</summary>
    Antibiotics,

    /// <summary>An operation since the last contact.</summary>
    Reoperation,

    /// <summary>Hormone drugs since the last contact.</summary>
    HormoneDrugs,

    /// <summary>Takes biotin.</summary>
    Biotin,

    /// <summary>Works night shifts.</summary>
    NightShifts,

    /// <summary>He was told the histology.</summary>
    HistologyTold,
}

/// <summary>What a man was advised at the end of a contact.</summary>
public enum Advice
{
    /// <summary>For which signs to call at once.</summary>
    RedFlags,

    /// <summary>How to take analgesics.</summary>
    Analgesics,

    /// <summary>Care of the wound.</summary>
    WoundCare,

    /// <summary>To come the same day.</summary>
    ComeToday,

    /// <summary>To go to an emergency department now.</summary>
    EmergencyNow,

    /// <summary>To book a fasting sample between 07:00 and 11:00.</summary>
    BookMorningSample,
}
