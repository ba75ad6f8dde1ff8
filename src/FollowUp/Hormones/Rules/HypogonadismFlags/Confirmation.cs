using NodaTime;

namespace FollowUp.Hormones.Rules.HypogonadismFlags;

/// <summary>What a series of occasions comes to.</summary>
public enum HypogonadismStatus
{
    /// <summary>Normal, and no low stands against it.</summary>
    Normal,

    /// <summary>Low, and not yet confirmed on another day.</summary>
    LowUnconfirmed,

    /// <summary>Low on two days within the pairing limits.</summary>
    LowConfirmed,

    /// <summary>A low and a normal occasion contradict each other: a third sample decides.</summary>
    Discordant,

    /// <summary>There are samples, but none that can be used.</summary>
    Indeterminate,

    /// <summary>There is no sample.</summary>
    NoData,
}

/// <summary>How occasions confirm, contradict and clear each other (R42-R47).</summary>
public static class Confirmation
{
    /// <summary>
    /// Where the occasions that are looked at begin: at the last two normal ones in a row, and borderline ones between them (R45, R46);
    /// at the first when there are none.
    /// </summary>
    public static int Beginning(IReadOnlyList<TestosteroneClass> occasions)
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

    /// <summary>The status of occasions from <see cref="Beginning"/> on, the latest last; at least one.</summary>
    /// <remarks>
    /// Two lows within the limits confirm; after that one normal makes it Discordant, and a low after it confirms again. A normal
    /// contradicts a low whatever lies between them. Borderline occasions do nothing, unless no low stands and the latest is one:
    /// then the answer is Indeterminate.
    /// </remarks>
    public static HypogonadismStatus Of(IReadOnlyList<(TestosteroneClass Class, LocalDate On)> occasions, RuleSet ruleSet)
    {
        var lows = occasions.Where(occasion => occasion.Class == TestosteroneClass.Low).Select(occasion => occasion.On).ToList();
        if (lows.Count == 0)
        {
            return occasions[^1].Class == TestosteroneClass.Borderline ? HypogonadismStatus.Indeterminate : HypogonadismStatus.Normal;
        }

        var decisive = occasions.Last(occasion => occasion.Class != TestosteroneClass.Borderline).Class;
        return decisive == TestosteroneClass.Low && Pair(lows, ruleSet) is not null ? HypogonadismStatus.LowConfirmed
            : occasions.Any(occasion => occasion.Class == TestosteroneClass.Normal) ? HypogonadismStatus.Discordant
            : HypogonadismStatus.LowUnconfirmed;
    }

    /// <summary>The first two lows whose distance is within the rule set's limits (R42, R43); null when there are none.</summary>
    /// <param name="lows">The days of the lows, in order.</param>
    /// <param name="ruleSet">The rule set.</param>
    public static (LocalDate First, LocalDate Second)? Pair(IReadOnlyList<LocalDate> lows, RuleSet ruleSet)
    {
        // Of the lows far enough after one, the first is the nearest: if that is too late, so are the others.
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
