using FollowUp.Surgery.Facts;

namespace FollowUp.Demo.Chapters;

/// <summary>How far levels recover after surgery: the means around which the cohort's values are drawn.</summary>
/// <remarks>
/// At 12 months the published group means: hypospermatogenesis 102 %, maturation arrest 93.1 %, Sertoli cell-only 80.6 %,
/// Klinefelter 50 % (V17). Klinefelter 75 % at 18 months (V16), all men 80 % at 3 to 6 and 95 % at 18 months (V15); the values between are ours.
/// FSH rises from 22 to 30 and LH from 12 to 16 IU/L (V15).
/// </remarks>
internal static class Returns
{
    private const double BetweenMen = 0.12;

    private const double FshRise = 30.0 / 22;

    private const double LhRise = 16.0 / 12;

    /// <summary>A man's levels so many months after surgery.</summary>
    /// <param name="story">The man.</param>
    /// <param name="months">7 for the check at 6 to 9 months, 12 or 18.</param>
    /// <param name="own">How much he differs from his group, in standard deviations; the same each time.</param>
    public static Levels After(Story story, int months, double own)
    {
        var man = story.Man;
        var share = Share(man.Cell, months) * (1 + (BetweenMen * own));
        var whole = story.Draw.Chance(0.9);
        return new Levels(
            man.Testosterone * (decimal)share,
            whole ? Math.Min(55, man.Fsh * 0.45m * (decimal)LhRise) : null,
            whole ? Math.Min(95, man.Fsh * (decimal)FshRise) : null).Varied(story.Draw, 0.05);
    }

    private static double Share(Cell cell, int months) => (cell.IsKlinefelter, cell.Histology) switch
    {
        (true, _) => At(months, 0.60, 0.50, 0.75),
        (_, Histology.SCOS) => At(months, 0.78, 0.806, 0.90),
        (_, Histology.MA) => At(months, 0.86, 0.931, 0.96),
        (_, Histology.HS) => At(months, 0.93, 1.02, 1.02),
        _ => At(months, 0.83, 0.88, 0.95),
    };

    private static double At(int months, double seven, double twelve, double eighteen) => months switch
    {
        < 12 => seven,
        < 18 => twelve,
        _ => eighteen,
    };
}
