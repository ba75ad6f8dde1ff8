using FollowUp.Contacts.Facts;
using FollowUp.Course;
using NodaTime;

namespace FollowUp.Contacts.Pages;

/// <summary>The questions of the call's script for one time after surgery, in the order they are asked (domain 10).</summary>
/// <param name="Key">The name of the section.</param>
/// <param name="Questions">Each question, with the answer of a man who is well at that time.</param>
public sealed record CallSection(string Key, IReadOnlyList<(ScriptItem Item, Answer Usual)> Questions)
{
    private static readonly CallSection Body = new("Body",
    [
        (ScriptItem.FeelsWell, Answer.Yes), (ScriptItem.Fever, Answer.No), (ScriptItem.Rigors, Answer.No),
        (ScriptItem.SwellingGrowing, Answer.No), (ScriptItem.ScrotumTense, Answer.No), (ScriptItem.Bruising, Answer.No), (ScriptItem.ScrotumHard, Answer.No),
        (ScriptItem.ScrotumWarm, Answer.No), (ScriptItem.SkinBlack, Answer.No),
        (ScriptItem.WoundDry, Answer.Yes), (ScriptItem.WoundBleeding, Answer.No), (ScriptItem.BleedingNotStopping, Answer.No), (ScriptItem.WoundPus, Answer.No),
        (ScriptItem.WoundOpen, Answer.No), (ScriptItem.DressingInPlace, Answer.Yes),
        (ScriptItem.PassesUrine, Answer.Yes), (ScriptItem.BowelsMove, Answer.Yes),
        (ScriptItem.NauseaOrDizziness, Answer.No), (ScriptItem.AnaesthesiaAfterEffects, Answer.No), (ScriptItem.Fainting, Answer.No),
        (ScriptItem.BreathlessOrChestPain, Answer.No), (ScriptItem.CalfSwelling, Answer.No),
        (ScriptItem.UsualActivity, Answer.No), (ScriptItem.BackAtWork, Answer.No), (ScriptItem.SupportUnderwear, Answer.Yes), (ScriptItem.Showers, Answer.No),
        (ScriptItem.SexuallyActive, Answer.No), (ScriptItem.LowMood, Answer.No), (ScriptItem.CareElsewhere, Answer.No),
    ]);

    private static readonly CallSection SixWeeks = new("SixWeeks",
    [
        (ScriptItem.FeelsWell, Answer.Yes), (ScriptItem.PainPersists, Answer.No), (ScriptItem.SwellingPersists, Answer.No), (ScriptItem.Lump, Answer.No),
        (ScriptItem.TestisSmaller, Answer.No), (ScriptItem.Fever, Answer.No), (ScriptItem.WoundPus, Answer.No), (ScriptItem.WoundOpen, Answer.No),
        (ScriptItem.Antibiotics, Answer.No), (ScriptItem.Reoperation, Answer.No), (ScriptItem.CareElsewhere, Answer.No),
        (ScriptItem.UsualActivity, Answer.Yes), (ScriptItem.BackAtWork, Answer.Yes), (ScriptItem.SexuallyActive, Answer.Yes), (ScriptItem.LowMood, Answer.No),
        (ScriptItem.HistologyTold, Answer.Yes),
    ]);

    private static readonly CallSection Months = new("Months",
    [
        (ScriptItem.FeelsWell, Answer.Yes), (ScriptItem.PainPersists, Answer.No), (ScriptItem.Lump, Answer.No), (ScriptItem.TestisSmaller, Answer.No),
        (ScriptItem.HormoneDrugs, Answer.No), (ScriptItem.Biotin, Answer.No), (ScriptItem.NightShifts, Answer.No), (ScriptItem.Reoperation, Answer.No),
        (ScriptItem.CareElsewhere, Answer.No), (ScriptItem.LowMood, Answer.No),
    ]);

    /// <summary>The section for a call this many days after the operation: the first weeks, six weeks, or the months after.</summary>
    public static CallSection For(int? daysAfter) => daysAfter switch
    {
        >= 150 => Months,
        >= 35 => SixWeeks,
        _ => Body,
    };

    /// <summary>The other questions of the script, which can be asked too.</summary>
    public IEnumerable<ScriptItem> Others => Enum.GetValues<ScriptItem>()
        .Except(Questions.Select(question => question.Item))
        .Except([ScriptItem.GoodMoment, ScriptItem.OtherParacetamol]);

    /// <summary>Whether pain is scored in every such call. Months after surgery a question asks whether there is still pain.</summary>
    public bool AsksForPain => this != Months;

    /// <summary>Whether every such call asks for the analgesics of the last 24 hours.</summary>
    public bool AsksForDrugs => this == Body;

    /// <summary>Whether the call asks for symptoms of low testosterone.</summary>
    public bool AsksForSymptoms => this == Months;

    /// <summary>Whole days from the latest operation to a day; null without an operation.</summary>
    public static int? DaysAfter(PatientCourse course, LocalDate on) =>
        Operation.AllIn(course).LastOrDefault(operation => operation.IsDated && operation.On <= on) is { } latest ? Period.DaysBetween(latest.On, on) : null;
}
