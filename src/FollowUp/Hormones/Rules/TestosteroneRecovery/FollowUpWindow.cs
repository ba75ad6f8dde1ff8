using NodaTime;

namespace FollowUp.Hormones.Rules.TestosteroneRecovery;

/// <summary>The windows after an operation in which hormones are measured (R33).</summary>
public enum FollowUpWindow
{
    /// <summary>6 to 9 months.</summary>
    Months6To9,

    /// <summary>12 months.</summary>
    Months12,

    /// <summary>18 months.</summary>
    Months18,

    /// <summary>24 months.</summary>
    Months24,
}

/// <summary>The days of a window after an operation, with its grace, both ends inclusive (R33), and its target day (R34).</summary>
/// <param name="Window">Which window.</param>
/// <param name="From">Its first day.</param>
/// <param name="Target">The target day; the sample closest to it is the value of the window.</param>
/// <param name="To">Its last day.</param>
public sealed record WindowDays(FollowUpWindow Window, LocalDate From, LocalDate Target, LocalDate To)
{
    /// <summary>The windows of an operation, version windows/1; months are added first, then days.</summary>
    public static IReadOnlyList<WindowDays> Of(LocalDate operatedOn) =>
    [
        new(
            FollowUpWindow.Months6To9,
            operatedOn.PlusMonths(6).PlusDays(-14),
            operatedOn.PlusMonths(7).PlusDays(15),
            operatedOn.PlusMonths(9).PlusDays(30)),
        Around(FollowUpWindow.Months12, operatedOn.PlusMonths(12), 45),
        Around(FollowUpWindow.Months18, operatedOn.PlusMonths(18), 45),
        Around(FollowUpWindow.Months24, operatedOn.PlusMonths(24), 60),
    ];

    /// <summary>Whether a day lies in the window.</summary>
    public bool Has(LocalDate day) => From <= day && day <= To;

    /// <summary>The one closest to the target day; of two equally close the earlier (R34).</summary>
    /// <param name="candidates">In clinical order.</param>
    /// <param name="dayOf">Gives the day of a candidate.</param>
    public T? Nearest<T>(IEnumerable<T> candidates, Func<T, LocalDate> dayOf)
        where T : class => candidates
        .Where(candidate => Has(dayOf(candidate)))
        .MinBy(candidate => Math.Abs(Period.DaysBetween(Target, dayOf(candidate))));

    private static WindowDays Around(FollowUpWindow window, LocalDate target, int days) =>
        new(window, target.PlusDays(-days), target, target.PlusDays(days));
}
