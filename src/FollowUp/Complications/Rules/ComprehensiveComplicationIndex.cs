using FollowUp.Complications.Facts;

namespace FollowUp.Complications.Rules;

/// <summary>
/// All complications in one number from 0 to 100: half the square root of the sum of their weights, each at its highest grade.
/// </summary>
/// <remarks>
/// Slankamenac 2013 (V56, with the weights of V57). It is never abbreviated, since the Charlson comorbidity index has the same three letters.
/// </remarks>
public static class ComprehensiveComplicationIndex
{
    /// <summary>The version's id.</summary>
    public const string Id = "comprehensive-complication-index-2013.1";

    /// <summary>The publication.</summary>
    public const string Source = "Slankamenac 2013, Ann Surg (V56)";

    /// <summary>The highest value: grade V, or a sum beyond the scale.</summary>
    public const decimal Highest = 100;

    /// <summary>The weight of a grade, without unit. Grade V has the weight that gives the end of the scale.</summary>
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

    /// <summary>The index of some complications, each at its highest grade: 0 when there is none, at most 100, unrounded (R08).</summary>
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
