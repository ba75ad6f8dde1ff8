using System.Globalization;
using FollowUp.Course;
using FollowUp.Reports.Tables;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Reports.Datasets;

/// <summary>A table for analysis in other programs. Found by scanning: a new dataset is one file.</summary>
public interface IDataset
{
    /// <summary>Its name in addresses and files, kebab-case.</summary>
    string Name { get; }

    /// <summary>What a line is.</summary>
    string Description { get; }

    /// <summary>Its columns, in order; the first is the study id.</summary>
    IReadOnlyList<Variable> Variables { get; }

    /// <summary>The lines of one man, a value for each column; empty where there is none.</summary>
    IEnumerable<string[]> LinesOf(PatientCourse course, Asked asked, Pseudonyms pseudonyms);

    /// <summary>The quasi-identifiers in a man's lines; null where no column is one.</summary>
    sealed Func<PatientCourse, IEnumerable<QuasiIdentifier>>? QuasiIdentifiers(Asked asked, Pseudonyms pseudonyms) => !Variables.Any(variable => variable.IsQuasiIdentifier)
        ? null
        : course => LinesOf(course, asked, pseudonyms).SelectMany(line =>
            Variables.Zip(line).Where(each => each.First.IsQuasiIdentifier).Select(each => new QuasiIdentifier(each.First.Name, each.Second)));

    /// <summary>The lines of one man without the values that are rare.</summary>
    sealed IEnumerable<string[]> LinesOf(PatientCourse course, Asked asked, Pseudonyms pseudonyms, RareValues rare) =>
        LinesOf(course, asked, pseudonyms).Select(line => (string[])
            [.. Variables.Zip(line).Select(each => each.First.IsQuasiIdentifier ? rare.Guarded(new(each.First.Name, each.Second)) : each.Second)]);
}

/// <summary>A column of a dataset, as the data dictionary describes it.</summary>
/// <param name="Name">Its name: lower case, digits and underscores.</param>
/// <param name="Label">What it holds, with its unit.</param>
public record Variable(string Name, string Label)
{
    /// <summary>The values there are, each with what it means; null for free values.</summary>
    public IReadOnlyDictionary<string, string>? Choices { get; init; }

    /// <summary>How REDCap checks it: <c>number</c>, <c>integer</c>, <c>date_ymd</c>, or empty.</summary>
    public string Validation { get; init; } = "";

    /// <summary>What else to know about it.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether a rare value could point at a man: one that fewer than <see cref="SmallCells.Threshold"/> men have is withheld.</summary>
    public bool IsQuasiIdentifier { get; init; }
}

/// <summary>A column and how its value is taken from a row.</summary>
/// <typeparam name="TRow">What a line is made from.</typeparam>
public sealed record Variable<TRow>(string Name, string Label, Func<TRow, string?> Value) : Variable(Name, Label);

/// <summary>A dataset of rows taken from each man's course.</summary>
/// <typeparam name="TRow">What a line is made from.</typeparam>
public abstract class Dataset<TRow> : IDataset
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public IReadOnlyList<Variable> Variables => Columns;

    /// <summary>Its columns.</summary>
    protected abstract IReadOnlyList<Variable<TRow>> Columns { get; }

    /// <inheritdoc/>
    public IEnumerable<string[]> LinesOf(PatientCourse course, Asked asked, Pseudonyms pseudonyms) =>
        Rows(course, asked, pseudonyms).Select(row => (string[])[.. Columns.Select(column => column.Value(row) ?? "")]);

    /// <summary>The rows of one man.</summary>
    protected abstract IEnumerable<TRow> Rows(PatientCourse course, Asked asked, Pseudonyms pseudonyms);
}

/// <summary>Values as a dataset writes them.</summary>
internal static class DatasetValue
{
    /// <summary>A decimal, with a point.</summary>
    public static string? Number(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string? Whole(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day, ISO 8601.</summary>
    public static string? Day(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    /// <summary>1 for yes, 0 for no, as in REDCap.</summary>
    public static string YesNo(bool yes) => yes ? "1" : "0";

    /// <summary>The choices of an enumeration, each with its name in words.</summary>
    public static IReadOnlyDictionary<string, string> ChoicesOf<TEnum>()
        where TEnum : struct, Enum => Enum.GetNames<TEnum>().ToDictionary(name => name, Spaced);

    /// <summary>The choices of a yes-or-no column.</summary>
    public static IReadOnlyDictionary<string, string> YesOrNo { get; } = new Dictionary<string, string> { ["1"] = "yes", ["0"] = "no" };

    // NotYetDue is "not yet due"; CTESE, V and IIIa stay.
    private static string Spaced(string name) => name.All(char.IsUpper) || name.Any(char.IsDigit) || char.IsUpper(name[1])
        ? name
        : string.Concat(name.Select((letter, i) => char.IsUpper(letter) && i > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{(i == 0 ? char.ToLowerInvariant(letter) : letter)}"));
}
