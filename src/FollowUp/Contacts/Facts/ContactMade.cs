using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Contacts.Facts;

/// <summary>The clinic and the man spoke: a call or a visit, with what was asked and answered (domain 10).</summary>
[StoredAs("contact_made", "contacts")]
public sealed record ContactMade : Fact, IMeasured
{
    /// <summary>Fever, in degrees Celsius: this and above (R83).</summary>
    public const decimal FeverFromCelsius = 38.0m;

    /// <summary>When.</summary>
    public required ClinicalTime MadeAt { get; init; }

    /// <summary>How.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>Whether his identity was checked with two identifiers before the clinic's speciality was named.</summary>
    public Answer IdentityChecked { get; init; } = Answer.NotAsked;

    /// <summary>What he answered when asked about complications; only an explicit none is a negative (R51, R62).</summary>
    public ComplicationAnswer Complications { get; init; } = ComplicationAnswer.NotAsked;

    /// <summary>The body temperature he reports or was measured, in degrees Celsius.</summary>
    public decimal? TemperatureCelsius { get; init; }

    /// <summary>The items of the call's script and their answers; an item left out was not asked.</summary>
    public IReadOnlyDictionary<ScriptItem, Answer>? Script { get; init; }

    /// <summary>What he was advised.</summary>
    public IReadOnlyList<Advice>? Advice { get; init; }

    /// <summary>The day the next contact is planned for.</summary>
    [Planned]
    public LocalDate? NextContactOn { get; init; }

    /// <summary>What counts as the answer to an item of the script: what was measured before what was said (R83); null when it was not asked.</summary>
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

/// <summary>The answer to the question about complications: four different things, and a fifth for what was not asked.</summary>
public enum ComplicationAnswer
{
    /// <summary>Asked, and there was none.</summary>
    None,

    /// <summary>Asked, and there was at least one; each is recorded as a complication.</summary>
    Some,

    /// <summary>Asked, and he would not answer.</summary>
    Refused,

    /// <summary>Asked, and he does not know.</summary>
    Unknown,

    /// <summary>Not asked.</summary>
    NotAsked,
}

/// <summary>An item of the call's script (domain 10), in the order it is asked. Yes means the thing is so.</summary>
public enum ScriptItem
{
    /// <summary>It is a good moment and he is alone.</summary>
    GoodMoment,

    /// <summary>He feels well since surgery.</summary>
    FeelsWell,

    /// <summary>Takes another product that contains paracetamol.</summary>
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

    /// <summary>The histology was told.</summary>
    HistologyTold,
}

/// <summary>What a man was advised at the end of a contact.</summary>
public enum Advice
{
    /// <summary>Which signs to call for at once.</summary>
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
