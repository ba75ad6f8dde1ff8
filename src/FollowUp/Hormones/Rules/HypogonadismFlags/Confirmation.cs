using NodaTime;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>The status that follows from a series of testosterone values.</summary>
public enum HypogonadismStatus
{
    /// <summary>Normal, and no low value contradicts it.</summary>
    Normal,

    /// <summary>Low, but not yet confirmed on another day.</summary>
    LowUnconfirmed,

    /// <summary>Low on two days within the pairing limits.</summary>
    LowConfirmed,

    /// <summary>A low and a normal value contradict each other. A third sample decides.</summary>
    Discordant,

    /// <summary>There are samples, but none can be used.</summary>
    Indeterminate,

    /// <summary>There is no sample.</summary>
    NoData,
}

/// <summary>How testosterone values confirm, contradict and clear each other (R42-R47). Each value is one occasion: one day.</summary>
public static class Confirmation
{
    /// <summary>
    /// The index of the first occasion that still counts: the first of the last two normal occasions in a row, with borderline ones between
    /// them passed over (R45, R46); 0 when there are no two normal ones in a row.
    /// </summary>
    public static int FirstThatCounts(IReadOnlyList<TestosteroneClass> occasions)
    {
        var later = -1;
        for (var i = occasions.Count - 1; i >= 0; i--)
        {
            switch (occasions[i])
            {
                case TestosteroneClass.Normal when later >= 0:
                    return i;
                case TestosteroneClass.Normal:
                    later = i;
                    break;
                case TestosteroneClass.Low:
                    later = -1;
                    break;
            }
        }

        return 0;
    }

    /// <summary>The status of the occasions from <see cref="FirstThatCounts"/> on, the latest last; at least one.</summary>
    /// <remarks>
    /// Two lows within the limits confirm. One normal after them makes it Discordant, and a low after that confirms again. A normal
    /// contradicts a low whatever lies between them. Borderline occasions change nothing. Only if there is no low and the latest occasion is
    /// borderline, the status is Indeterminate.
    /// </remarks>
    public static HypogonadismStatus Of(IReadOnlyList<(TestosteroneClass Class, LocalDate On)> occasions, RuleSet ruleSet)
    {
        var lows = occasions.Where(occasion => occasion.Class == TestosteroneClass.Low).Select(occasion => occasion.On).ToList();
        if (lows.Count == 0)
        {
            return occasions[^1].Class == TestosteroneClass.Borderline ? HypogonadismStatus.Indeterminate : HypogonadismStatus.Normal;
        }

        var decisive = occasions.Last(occasion => occasion.Class != TestosteroneClass.Borderline).Class;
        return decisive == TestosteroneClass.Low && ConfirmingPair(lows, ruleSet) is not null ? HypogonadismStatus.LowConfirmed
            : occasions.Any(occasion => occasion.Class == TestosteroneClass.Normal) ? HypogonadismStatus.Discordant
            : HypogonadismStatus.LowUnconfirmed;
    }

    /// <summary>The first two lows that are as many days apart as the rule set asks (R42, R43); null when there are none.</summary>
    /// <param name="lows">The days of the lows, in order.</param>
    /// <param name="ruleSet">The rule set.</param>
    public static (LocalDate First, LocalDate Second)? ConfirmingPair(IReadOnlyList<LocalDate> lows, RuleSet ruleSet)
    {
        // The first low that is far enough after another is also the closest: if it is too late, so are all later ones.
        var second = 0;
        for (var first = 0; first < lows.Count; first++)
        {
            while (second < lows.Count && Period.DaysBetween(lows[first], lows[second]) < ruleSet.FewestDaysBetweenLows)
            {
                second++;
            }

            if (second < lows.Count && Period.DaysBetween(lows[first], lows[second]) <= ruleSet.MostDaysBetweenLows)
            {
                return (lows[first], lows[second]);
            }
        }

        return null;
    }
}
