using NodaTime;

namespace FollowUp.Demo;

/// <summary>A man of the cohort: what is drawn before his story is generated.</summary>
/// <param name="Number">His place in the order of enrolment, from 1.</param>
/// <param name="Cell">His cell of the joint distribution.</param>
/// <param name="Fate">How far his follow-up goes.</param>
/// <param name="OperatedOn">The day of his operation here.</param>
/// <param name="EnrolledOn">The day he was enrolled.</param>
/// <param name="AgeYears">His age that day.</param>
/// <param name="InfertilityMonths">How long the couple has been infertile.</param>
/// <param name="Fsh">FSH before the operation, IU/L.</param>
/// <param name="Testosterone">Testosterone before the operation, nmol/L.</param>
/// <param name="HasPain">Whether he has mild pain after it.</param>
/// <param name="IsReminded">Whether he agreed to reminders and reads e-mail.</param>
/// <param name="Draw">His own random numbers.</param>
public sealed record DemoMan(
    int Number, Cell Cell, Fate Fate, LocalDate OperatedOn, LocalDate EnrolledOn, int AgeYears, int InfertilityMonths,
    decimal Fsh, decimal Testosterone, bool HasPain, bool IsReminded, Draw Draw);

/// <summary>How far a man's follow-up goes.</summary>
public enum Fate
{
    /// <summary>Hormones are tested in the window of 6 to 9 months.</summary>
    Tested,

    /// <summary>They are tested, after the window.</summary>
    TestedLate,

    /// <summary>Reached at six weeks, and lost before the test.</summary>
    Lost,

    /// <summary>Lost after the first call.</summary>
    LostEarly,

    /// <summary>Lost, and back a year after surgery.</summary>
    Back,

    /// <summary>He withdraws.</summary>
    Withdrew,

    /// <summary>He dies of another cause.</summary>
    Died,
}
