using System.Collections.Frozen;
using NodaTime;

namespace FollowUp.Course.Dates;

/// <summary>The public holidays of a clinic: days on which it does not work and nothing is sent (R60).</summary>
/// <param name="yearly">Those of the same date each year.</param>
/// <param name="once">Those of one year, the religious ones among them.</param>
public sealed class HolidayCalendar(IEnumerable<AnnualDate> yearly, IEnumerable<LocalDate> once)
{
    /// <summary>No holiday at all.</summary>
    public static readonly HolidayCalendar None = new([], []);

    private readonly FrozenSet<AnnualDate> _yearly = yearly.ToFrozenSet();

    private readonly FrozenSet<LocalDate> _once = once.ToFrozenSet();

    /// <summary>These and further days of one year.</summary>
    public HolidayCalendar With(IEnumerable<LocalDate> days) => new(_yearly, _once.Concat(days));

    /// <summary>Whether a day is a holiday.</summary>
    public bool Has(LocalDate day) => _once.Contains(day) || _yearly.Contains(new AnnualDate(day.Month, day.Day));
}
