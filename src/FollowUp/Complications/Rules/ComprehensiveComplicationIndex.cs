using FollowUp.Complications.Facts;

namespace FollowUp.Complications.Rules;

/// <summary>
/// All complications of a man in one number from 0 to 100: half the square root of the sum of a weight for each, at its highest grade.
/// </summary>
/// <remarks>
/// Slankamenac 2013 (V56; domain 4.2), one version. It is never abbreviated: the three letters are also those of the Charlson index.
/// </remarks>
public static class ComprehensiveComplicationIndex
{
    /// <summary>The version's id.</summary>
    public const string Id = "comprehensive-complication-index-2013.1";

    /// <summary>The publication.</summary>
    public const string Source = "Slankamenac 2013, Ann Surg (V56)";

    /// <summary>The highest value: a death, or more than the scale holds.</summary>
    public const decimal Highest = 100;

    /// <summary>The weight of a complication of a grade, without unit; a death has none, it is the end of the scale.</summary>
    public static int Weight(ClavienDindo grade) => grade switch
    {
        ClavienDindo.I => 300,
        ClavienDindo.II => 1750,
        ClavienDindo.IIIa => 2750,
        ClavienDindo.IIIb => 4550,
        ClavienDindo.IVa => 7200,
        ClavienDindo.IVb => 8550,
        _ => 40_000,
    };

    /// <summary>The index of complications, each at its highest grade: 0 for none, at most 100, unrounded (R08).</summary>
    public static decimal Of(IEnumerable<ClavienDindo> grades)
    {
        var sum = 0L;
        foreach (var grade in grades)
        {
            sum += Weight(grade);
        }

        return sum >= Weight(ClavienDindo.V) ? Highest : (decimal)Math.Sqrt(sum) / 2;
    }
}
