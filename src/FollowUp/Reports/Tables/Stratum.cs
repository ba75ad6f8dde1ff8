using FollowUp.Surgery.Facts;

namespace FollowUp.Reports.Tables;

/// <summary>A property that reports divide retrievals by.</summary>
/// <param name="Key">Its name in requests, kebab-case.</param>
/// <param name="Name">Its name as printed.</param>
/// <param name="PartOf">The part a retrieval belongs to.</param>
public sealed record Stratum(string Key, string Name, Func<Retrieval, Part> PartOf)
{
    /// <summary>All retrievals together.</summary>
    public static readonly Stratum All = new("all", "Operations", _ => new(0, "all"));

    /// <summary>First, second, third and later retrievals (R70).</summary>
    public static readonly Stratum Number = new("procedure-number", "Procedure number", retrieval =>
        retrieval.Number < 3 ? new(retrieval.Number, retrieval.Number == 1 ? "first" : "second") : new(3, "third or later"));

    /// <summary>The technique of the retrieval before (R71).</summary>
    public static readonly Stratum PreviousTechnique = new("previous-technique", "Previous technique", retrieval => Technique(retrieval.PreviousType));

    /// <summary>The histology of the retrieval before (R71). A first retrieval has none before it, which is not the same as one not reported.</summary>
    public static readonly Stratum PreviousHistology = new("previous-histology", "Previous histology", retrieval =>
        retrieval.PreviousType is null ? new(int.MaxValue - 1, "none") : Patterns(retrieval.PreviousHistology));

    /// <summary>The histology of the retrieval; where it was not reported, that of the one before.</summary>
    public static readonly Stratum OwnHistology = new("histology", "Histology", retrieval => Patterns(retrieval.OwnHistology));

    /// <summary>The karyotype; every 47,XXY is Klinefelter syndrome, mosaics included (R69).</summary>
    public static readonly Stratum Karyotype = new("karyotype", "Karyotype", retrieval => retrieval.Karyotype switch
    {
        Patients.Facts.Karyotype.Normal46XY => new(0, "46,XY"),
        _ when IsKlinefelter(retrieval) => new(1, "Klinefelter, mosaics included"),
        Patients.Facts.Karyotype.Other => new(2, "other"),
        Patients.Facts.Karyotype.NotTested => new(4, "not tested"),
        _ => new(3, "unknown"),
    });

    /// <summary>The Y microdeletion.</summary>
    public static readonly Stratum YMicrodeletion = new("y-microdeletion", "Y microdeletion", retrieval => new((int)retrieval.YMicrodeletion, retrieval.YMicrodeletion switch
    {
        Patients.Facts.YMicrodeletion.None => "none found",
        Patients.Facts.YMicrodeletion.Unclassified => "found, region not stated",
        Patients.Facts.YMicrodeletion.Unknown => "unknown",
        Patients.Facts.YMicrodeletion.NotTested => "not tested",
        var region => region.ToString(),
    }));

    /// <summary>Hormone therapy before the retrieval (R72). Nobody records that there was none, so "none recorded" does not mean none.</summary>
    public static readonly Stratum HormoneTherapy = new("hormone-therapy", "Hormone therapy before", retrieval =>
        retrieval.HormoneTherapy ? new(0, "yes") : new(1, "none recorded"));

    /// <summary>The strata that a request may name.</summary>
    public static readonly IReadOnlyList<Stratum> Known = [Number, PreviousTechnique, PreviousHistology, OwnHistology, Karyotype, YMicrodeletion, HormoneTherapy];

    /// <summary>Whether the karyotype contains 47,XXY (R69).</summary>
    public static bool IsKlinefelter(Retrieval retrieval) =>
        retrieval.Karyotype is Patients.Facts.Karyotype.Klinefelter47XXY or Patients.Facts.Karyotype.KlinefelterMosaic;

    /// <summary>Several strata as one, with a part for each combination that occurs.</summary>
    public static Stratum Combined(IReadOnlyList<Stratum> strata) => strata is [var only] ? only : new(
        string.Join(',', strata.Select(stratum => stratum.Key)),
        string.Join(", ", strata.Select(stratum => stratum.Name)),
        retrieval => Part.Of([.. strata.Select(stratum => stratum.PartOf(retrieval))]));

    /// <summary>The parts that occur, in order, with the rows of each.</summary>
    /// <typeparam name="TRow">A row of a report about one retrieval.</typeparam>
    public IEnumerable<(string Label, IReadOnlyList<TRow> Rows, IReadOnlyList<string> Keys)> Divide<TRow>(IEnumerable<TRow> rows, Func<TRow, Retrieval> retrieval) =>
        rows.GroupBy(row => PartOf(retrieval(row)))
            .OrderBy(part => part.Key, Part.InOrder)
            .Select(part => (part.Key.Label, (IReadOnlyList<TRow>)[.. part], KeysOf(part.Key)));

    // A part's place in each stratum, as karyotype=46,XY.
    private IReadOnlyList<string> KeysOf(Part part) =>
        this == All ? [] : part.Parts.Count == 0 ? [$"{Key}={part.Label}"] : [.. Key.Split(',').Zip(part.Parts, (key, of) => $"{key}={of.Label}")];

    private static Part Technique(ProcedureType? type) => type switch
    {
        ProcedureType.MTESE => new(0, "micro-TESE"),
        ProcedureType.CTESE => new(1, "conventional TESE"),
        ProcedureType.TESA => new(2, "TESA"),
        _ => new(3, "none"),
    };

    private static Part Patterns(IReadOnlyList<Histology> found) => found switch
    {
        [] => new(int.MaxValue, "not reported"),
        [var pattern] => Pattern(pattern),
        var patterns => new((int)Histology.MIXED, "mixed: " + string.Join(" + ", patterns.Select(pattern => Pattern(pattern).Label))),
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
public readonly record struct Part(int Order, string Label)
{
    /// <summary>Parts in order; those of several strata by the place in each, one after another.</summary>
    public static readonly IComparer<Part> InOrder = Comparer<Part>.Create(Compare);

    /// <summary>Its part of each of several strata; empty for a part of one stratum.</summary>
    public IReadOnlyList<Part> Parts { get; private init; } = [];

    /// <summary>A part of several strata.</summary>
    public static Part Of(IReadOnlyList<Part> parts) => new(0, string.Join(", ", parts.Select(part => part.Label))) { Parts = parts };

    /// <inheritdoc/>
    public bool Equals(Part other) => Compare(this, other) == 0;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Order, Label);

    private static int Compare(Part one, Part other) =>
        one.Parts.Zip(other.Parts, Compare).FirstOrDefault(order => order != 0) is var first and not 0 ? first
        : one.Order != other.Order ? one.Order.CompareTo(other.Order)
        : string.CompareOrdinal(one.Label, other.Label);
}
