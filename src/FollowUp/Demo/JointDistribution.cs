using FollowUp.Patients.Facts;
using FollowUp.Surgery.Facts;

namespace FollowUp.Demo;

/// <summary>A number of men who are equal in everything that the paper divides retrievals by.</summary>
/// <param name="Men">How many.</param>
/// <param name="Previous">The technique of the failed retrieval before, elsewhere; null for a first operation.</param>
/// <param name="Histology">The histology of the retrieval before; for a first operation its own.</param>
/// <param name="Found">Whether the operation here found sperm.</param>
public sealed record Cell(int Men, ProcedureType? Previous, Histology Histology, bool Found)
{
    /// <summary>The karyotype.</summary>
    public Karyotype Karyotype { get; init; } = Karyotype.Normal46XY;

    /// <summary>The Y microdeletion.</summary>
    public YMicrodeletion Deletion { get; init; } = YMicrodeletion.None;

    /// <summary>Whether hormone therapy preceded the operation.</summary>
    public bool Therapy { get; init; }

    /// <summary>Whether a failed retrieval preceded the operation.</summary>
    public bool IsSalvage => Previous is not null;

    /// <summary>Whether the karyotype contains 47,XXY (R69).</summary>
    public bool IsKlinefelter => Karyotype is Karyotype.Klinefelter47XXY or Karyotype.KlinefelterMosaic;
}

/// <summary>
/// A joint distribution with the marginal totals that the paper prints. The totals of the 73 salvage men, and 147 of all 310, are the paper's; how
/// they combine, and everything about the 237 first operations except "120 found", is ours.
/// </summary>
/// <remarks>
/// The margins: 8/33 after micro-TESE, 19/40 after conventional TESE; Sertoli cell-only 8/43, maturation arrest 8/16,
/// hypospermatogenesis 11/14; Klinefelter 1/8, AZFc 1/4, a fifth Y microdeletion not classified; therapy 2/10. Of first
/// operations the paper says besides that sperm was found in 30 % of men with Klinefelter: 6/20 here.
/// </remarks>
public static class JointDistribution
{
    /// <summary>What has to be said wherever the cohort is shown.</summary>
    public const string Says = "synthetic men with the paper's totals";

    private const ProcedureType Micro = ProcedureType.MTESE;

    private const ProcedureType Open = ProcedureType.CTESE;

    /// <summary>The cells; 310 men.</summary>
    public static readonly IReadOnlyList<Cell> Cells =
    [
        // After micro-TESE: 33, found in 8.
        new(2, Micro, Histology.SCOS, Found: true),
        new(13, Micro, Histology.SCOS, Found: false),
        new(2, Micro, Histology.SCOS, Found: false) { Therapy = true },
        new(3, Micro, Histology.SCOS, Found: false) { Karyotype = Karyotype.Klinefelter47XXY },
        new(1, Micro, Histology.SCOS, Found: false) { Karyotype = Karyotype.Klinefelter47XXY, Therapy = true },
        new(1, Micro, Histology.SCOS, Found: false) { Deletion = YMicrodeletion.AZFc },
        new(3, Micro, Histology.MA, Found: true),
        new(2, Micro, Histology.MA, Found: false),
        new(1, Micro, Histology.MA, Found: false) { Therapy = true },
        new(1, Micro, Histology.MA, Found: false) { Deletion = YMicrodeletion.AZFc },
        new(2, Micro, Histology.HS, Found: true),
        new(1, Micro, Histology.HS, Found: true) { Therapy = true },
        new(1, Micro, Histology.HS, Found: false),

        // After conventional TESE: 40, found in 19.
        new(5, Open, Histology.SCOS, Found: true),
        new(1, Open, Histology.SCOS, Found: true) { Karyotype = Karyotype.Klinefelter47XXY },
        new(8, Open, Histology.SCOS, Found: false),
        new(2, Open, Histology.SCOS, Found: false) { Therapy = true },
        new(2, Open, Histology.SCOS, Found: false) { Karyotype = Karyotype.Klinefelter47XXY },
        new(1, Open, Histology.SCOS, Found: false) { Karyotype = Karyotype.Klinefelter47XXY, Therapy = true },
        new(1, Open, Histology.SCOS, Found: false) { Deletion = YMicrodeletion.AZFc },
        new(1, Open, Histology.SCOS, Found: false) { Deletion = YMicrodeletion.Unclassified },
        new(4, Open, Histology.MA, Found: true),
        new(1, Open, Histology.MA, Found: true) { Therapy = true },
        new(3, Open, Histology.MA, Found: false),
        new(1, Open, Histology.MA, Found: false) { Therapy = true },
        new(7, Open, Histology.HS, Found: true),
        new(1, Open, Histology.HS, Found: true) { Deletion = YMicrodeletion.AZFc },
        new(2, Open, Histology.HS, Found: false),

        // First operations: 237, found in 120.
        new(5, null, Histology.HYALINE, Found: true) { Karyotype = Karyotype.Klinefelter47XXY },
        new(13, null, Histology.HYALINE, Found: false) { Karyotype = Karyotype.Klinefelter47XXY },
        new(1, null, Histology.HYALINE, Found: true) { Karyotype = Karyotype.KlinefelterMosaic },
        new(1, null, Histology.HYALINE, Found: false) { Karyotype = Karyotype.KlinefelterMosaic },
        new(22, null, Histology.SCOS, Found: true),
        new(59, null, Histology.SCOS, Found: false),
        new(2, null, Histology.SCOS, Found: true) { Deletion = YMicrodeletion.AZFc },
        new(2, null, Histology.SCOS, Found: false) { Deletion = YMicrodeletion.AZFc },
        new(23, null, Histology.MA, Found: true),
        new(26, null, Histology.MA, Found: false),
        new(1, null, Histology.MA, Found: true) { Deletion = YMicrodeletion.AZFc },
        new(2, null, Histology.MA, Found: false) { Deletion = YMicrodeletion.AZFc },
        new(58, null, Histology.HS, Found: true),
        new(10, null, Histology.HS, Found: false),
        new(2, null, Histology.HS, Found: true) { Deletion = YMicrodeletion.AZFc },
        new(6, null, Histology.UNKNOWN, Found: true),
        new(4, null, Histology.UNKNOWN, Found: false),
    ];

    /// <summary>How often sperm was found among the men of the cells chosen.</summary>
    public static (int Found, int Men) Rate(Func<Cell, bool> chosen) =>
        (Cells.Where(cell => chosen(cell) && cell.Found).Sum(cell => cell.Men), Cells.Where(chosen).Sum(cell => cell.Men));
}
