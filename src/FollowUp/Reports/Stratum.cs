using FollowUp.Patients.Rules.Facts;

namespace FollowUp.Reports;

/// <summary>What reports divide retrievals by.</summary>
/// <param name="Name">Its name as printed.</param>
/// <param name="PartOf">The part a retrieval belongs to.</param>
public sealed record Stratum(string Name, Func<Retrieval, Part> PartOf)
{
    /// <summary>All of them.</summary>
    public static readonly Stratum All = new("Operations", _ => new(0, "all"));

    /// <summary>First, second, third and later retrievals (R70).</summary>
    public static readonly Stratum Number = new("Procedure number", retrieval =>
        retrieval.Number < 3 ? new(retrieval.Number, retrieval.Number == 1 ? "first" : "second") : new(3, "third or later"));

    /// <summary>The technique of the retrieval before (R71).</summary>
    public static readonly Stratum PreviousTechnique = new("Previous technique", retrieval => Technique(retrieval.PreviousType));

    /// <summary>The histology of the retrieval before (R71).</summary>
    public static readonly Stratum PreviousHistology = new("Previous histology", retrieval =>
        retrieval.PreviousHistology switch
        {
            [] => new(int.MaxValue, "not reported"),
            [var pattern] => Pattern(pattern),
            var patterns => new((int)Histology.MIXED, "mixed: " + string.Join(" + ", patterns.Select(pattern => Pattern(pattern).Label))),
        });

    /// <summary>The karyotype; every 47,XXY is Klinefelter syndrome, mosaics included (R69).</summary>
    public static readonly Stratum Karyotype = new("Karyotype", retrieval => retrieval.Karyotype switch
    {
        Patients.Rules.Facts.Karyotype.Normal46XY => new(0, "46,XY"),
        _ when IsKlinefelter(retrieval) => new(1, "Klinefelter, mosaics included"),
        Patients.Rules.Facts.Karyotype.Other => new(2, "other"),
        Patients.Rules.Facts.Karyotype.NotTested => new(4, "not tested"),
        _ => new(3, "unknown"),
    });

    /// <summary>The Y microdeletion.</summary>
    public static readonly Stratum YMicrodeletion = new("Y microdeletion", retrieval => new((int)retrieval.YMicrodeletion, retrieval.YMicrodeletion switch
    {
        Patients.Rules.Facts.YMicrodeletion.None => "none found",
        Patients.Rules.Facts.YMicrodeletion.Unclassified => "found, region not stated",
        Patients.Rules.Facts.YMicrodeletion.Unknown => "unknown",
        Patients.Rules.Facts.YMicrodeletion.NotTested => "not tested",
        var region => region.ToString(),
    }));

    /// <summary>Hormone therapy before the retrieval (R72).</summary>
    public static readonly Stratum HormoneTherapy = new("Hormone therapy before", retrieval => retrieval.HormoneTherapy ? new(0, "yes") : new(1, "no"));

    /// <summary>Whether the karyotype contains 47,XXY (R69).</summary>
    public static bool IsKlinefelter(Retrieval retrieval) =>
        retrieval.Karyotype is Patients.Rules.Facts.Karyotype.Klinefelter47XXY or Patients.Rules.Facts.Karyotype.KlinefelterMosaic;

    /// <summary>The parts that occur, in order, with what belongs to each.</summary>
    /// <typeparam name="TRow">A row of a report about one retrieval.</typeparam>
    public IEnumerable<(string Label, IReadOnlyList<TRow> Rows)> Divide<TRow>(IEnumerable<TRow> rows, Func<TRow, Retrieval> retrieval) =>
        rows.GroupBy(row => PartOf(retrieval(row)))
            .OrderBy(part => part.Key.Order)
            .ThenBy(part => part.Key.Label, StringComparer.Ordinal)
            .Select(part => (part.Key.Label, (IReadOnlyList<TRow>)[.. part]));

    private static Part Technique(ProcedureType? type) => type switch
    {
        ProcedureType.MTESE => new(0, "micro-TESE"),
        ProcedureType.CTESE => new(1, "conventional TESE"),
        ProcedureType.TESA => new(2, "TESA"),
        _ => new(3, "none"),
    };

    private static Part Pattern(Histology pattern) => new((int)pattern, pattern switch
    {
        Histology.SCOS => "Sertoli cell-only",
        Histology.MA => "maturation arrest",
        Histology.HS => "hypospermatogenesis",
        Histology.NORMAL => "normal",
        Histology.HYALINE => "hyalinisation",
        _ => "mixed",
    });
}

/// <summary>A part of a stratum.</summary>
/// <param name="Order">Its place among the parts.</param>
/// <param name="Label">Its name as printed.</param>
public readonly record struct Part(int Order, string Label);
