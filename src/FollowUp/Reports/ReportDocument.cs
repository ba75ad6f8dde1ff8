using FollowUp.Patients.Facts;
using FollowUp.Platform.Figures;
using FollowUp.Platform.References;
using FollowUp.Reports.Statistics;
using Instant = NodaTime.Instant;

namespace FollowUp.Reports;

/// <summary>A report as numbers and words, before a writer gives it a format. It names no man and holds no id.</summary>
/// <param name="Name">The report's name.</param>
/// <param name="Title">Its title.</param>
/// <param name="AsOf">As recorded at this instant.</param>
/// <param name="Header">What it is based on: instant, date, rule set, protocol, software, men.</param>
/// <param name="Tables">Its tables.</param>
/// <param name="Figures">Its figures, none of them empty.</param>
public sealed record ReportDocument(
    string Name, string Title, Instant AsOf, IReadOnlyList<HeaderLine> Header, IReadOnlyList<Table> Tables, IReadOnlyList<Figure> Figures)
{
    /// <summary>The report for a format without links: its notes name rules by their titles and sources by author and year.</summary>
    public ReportDocument InWords() => this with
    {
        Tables = [.. Tables.Select(table => table with { Notes = InWords(table.Notes) })],
        Figures = [.. Figures.Select(figure => figure with { Notes = InWords(figure.Notes) })],
    };

    private static IReadOnlyList<string> InWords(IReadOnlyList<string> notes) => [.. notes.Select(note => Citations.InWords(note, Language.En))];
}

/// <summary>A line above the tables.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="Value">What it says.</param>
public sealed record HeaderLine(string Key, string Label, string Value);

/// <summary>A table.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Title">Its title.</param>
/// <param name="Columns">The columns beside the two that name the row.</param>
/// <param name="Rows">The rows; those of one group divide the same men or operations.</param>
/// <param name="Notes">What a reader must know to understand it.</param>
public sealed record Table(string Key, string Title, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows, IReadOnlyList<string> Notes);

/// <summary>A column.</summary>
/// <param name="Key">Its stable name, camelCase.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Shape">What its cells hold.</param>
public sealed record Column(string Key, string Heading, Shape Shape)
{
    /// <summary>Which number it holds. In rows with the same id, columns with the same number show the same, or let it be calculated.</summary>
    public string Number { get; init; } = Key;

    /// <summary>Names the sum it is part of, where another table prints the sum of some of a row's counts; null for none.</summary>
    public string? Sum { get; init; }
}

/// <summary>A row.</summary>
/// <param name="Group">What divides the rows, for instance <c>Karyotype</c>.</param>
/// <param name="Label">The row's part of it.</param>
/// <param name="Cells">One for each column.</param>
public sealed record Row(string Group, string Label, IReadOnlyList<Cell> Cells)
{
    /// <summary>Identifies the row in every table that prints its numbers; null for numbers that are in no other table.</summary>
    public string? Id { get; init; }

    /// <summary>The rows that are the total of it and others; null where the total is that of its group, which no table prints.</summary>
    public IReadOnlyList<SumOf>? Under { get; init; }

    /// <summary>Numbers of other rows that can be calculated from its own: a p value and a difference reveal two rates.</summary>
    public IReadOnlyList<(string Row, string Number)> MadeOf { get; init; } = [];

    /// <summary>The row as that of one part of some strata.</summary>
    /// <param name="numbers">Which numbers it holds.</param>
    /// <param name="keys">The part's keys; empty for all together.</param>
    public Row Of(string numbers, IReadOnlyList<string> keys) => this with { Id = SumOf.Id(numbers, keys), Under = SumOf.Parts(numbers, keys) };
}

/// <summary>A row that is the total of others.</summary>
/// <param name="Row">Its id.</param>
/// <param name="By">What divides it into these.</param>
public readonly record struct SumOf(string Row, string By)
{
    /// <summary>The id of the part of some strata.</summary>
    public static string Id(string numbers, IEnumerable<string> keys) => $"{numbers}|{string.Join('|', keys.Order(StringComparer.Ordinal))}";

    /// <summary>The totals that a part of some strata belongs to: over each stratum, and over all.</summary>
    public static IReadOnlyList<SumOf> Parts(string numbers, IReadOnlyList<string> keys) =>
    [
        .. keys.Select(key => new SumOf(Id(numbers, keys.Where(other => other != key)), StratumOf(key))),
        .. keys.Count > 1 ? (SumOf[])[new(Id(numbers, []), string.Join(',', keys.Select(StratumOf).Order(StringComparer.Ordinal)))] : [],
    ];

    private static string StratumOf(string key) => key[..key.IndexOf('=', StringComparison.Ordinal)];
}

/// <summary>What the cells of a column hold: named numbers, the decimals they are printed with, and how they are laid out.</summary>
/// <param name="Fields">The numbers, in order.</param>
/// <param name="Layout">How they are printed, in pieces; a piece without a defined number is left out.</param>
public sealed record Shape(IReadOnlyList<Field> Fields, params IReadOnlyList<string> Layout)
{
    /// <summary>Words.</summary>
    public static readonly Shape Words = new([]);

    /// <summary>A count.</summary>
    public static readonly Shape Count = new([new("count", 0)], "{0}");

    /// <summary>A number.</summary>
    public static readonly Shape Number = new([new("value", 1)], "{0}");

    /// <summary>A test's statistic.</summary>
    public static readonly Shape Statistic = new([new("value", 3)], "{0}");

    /// <summary>A test's p value.</summary>
    public static readonly Shape Probability = new([new("p", 4)], "{0}");

    /// <summary>A count out of a total.</summary>
    public static readonly Shape Share = new([new("count", 0), new("of", 0), new("percent", 1)], "{0}/{1}", " ({2} %)");

    /// <summary>A count out of a total, with Wilson's 95 % interval of the percentage.</summary>
    public static readonly Shape Rate =
        new([.. Share.Fields, new("lower", 1), new("upper", 1)], "{0}/{1}", "  {2} %", " ({3} to {4})");

    /// <summary>A mean and its standard deviation.</summary>
    public static readonly Shape MeanSd = new([new("mean", 1), new("sd", 1)], "{0}", " ({1})");

    /// <summary>A median and its quartiles.</summary>
    public static readonly Shape Quartiles = new([new("median", 1), new("lowerQuartile", 1), new("upperQuartile", 1)], "{0}", " ({1} to {2})");

    /// <summary>An estimate and its 95 % limits.</summary>
    public static readonly Shape Estimate = new([new("value", 1), new("lower", 1), new("upper", 1)], "{0}", " ({1} to {2})");

    /// <summary>A difference and its 95 % interval.</summary>
    public static readonly Shape Difference = new([new("points", 1), new("lower", 1), new("upper", 1)], "{0}", " ({1} to {2})");
}

/// <summary>One number of a cell.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Decimals">How many decimals it is printed with.</param>
public sealed record Field(string Name, int Decimals);

/// <summary>A cell: words, or the numbers of its column's shape.</summary>
/// <param name="Text">The words; null in a cell of numbers.</param>
/// <param name="Values">The numbers, unrounded; null where one is not defined.</param>
/// <param name="Basis">The counts that the cell is calculated from and could reveal.</param>
/// <param name="Withheld">Whether the reader may not see it.</param>
public sealed record Cell(string? Text, IReadOnlyList<double?> Values, IReadOnlyList<int> Basis, bool Withheld = false)
{
    /// <summary>Words.</summary>
    public static Cell Of(string text) => new(text, [], []);

    /// <summary>A count.</summary>
    public static Cell Count(int count) => new(null, [count], [count]);

    /// <summary>A number calculated from so many men or operations.</summary>
    public static Cell Number(double? value, params IReadOnlyList<int> basis) => new(null, [value], basis);

    /// <summary>A count out of a total.</summary>
    public static Cell Share(Proportion share) => new(null, [share.Count, share.Of, share.Percent], [share.Count, share.Others]);

    /// <summary>A count out of a total, with Wilson's interval.</summary>
    public static Cell Rate(Proportion rate) => Share(rate) with
    {
        Values = [rate.Count, rate.Of, rate.Percent, rate.Wilson()?.Lower, rate.Wilson()?.Upper],
    };

    /// <summary>The cell as one that could reveal these counts too.</summary>
    public Cell RestsOn(params IReadOnlyList<int> counts) => this with { Basis = [.. Basis, .. counts] };

    /// <summary>The mean and standard deviation.</summary>
    public static Cell MeanSd(Summary summary) => new(null, [summary.Mean, summary.Sd], [summary.N]);

    /// <summary>The median and quartiles.</summary>
    public static Cell Quartiles(Summary summary) => new(null, [summary.Median, summary.LowerQuartile, summary.UpperQuartile], [summary.N]);

    /// <summary>An estimate and its limits.</summary>
    public static Cell Estimate(double? value, Interval? limits, params IReadOnlyList<int> basis) => new(null, [value, limits?.Lower, limits?.Upper], basis);

    /// <summary>The median day of a curve and its limits.</summary>
    public static Cell Median(KaplanMeier curve) => new(null, [curve.Median, curve.MedianLower, curve.MedianUpper], [curve.Events]);

    /// <summary>A difference of two rates calculated from so many.</summary>
    public static Cell Difference(Difference? difference, params IReadOnlyList<int> basis) =>
        new(null, [difference?.Points, difference?.Limits.Lower, difference?.Limits.Upper], basis);
}
