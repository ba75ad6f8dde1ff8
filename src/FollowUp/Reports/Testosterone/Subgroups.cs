using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Testosterone;

/// <summary>The subgroups that the testosterone tables divide operations into.</summary>
/// <param name="Rows">The operations.</param>
/// <param name="By">What they are divided by; empty for their usual division.</param>
internal sealed record Subgroups(IReadOnlyList<TestosteroneCourse> Rows, IReadOnlyList<Stratum> By)
{
    /// <summary>What is printed instead of rows when there are none.</summary>
    public const string NoOperation = "There is no operation.";

    private static readonly Stratum[] OfRepeats =
        [Stratum.All, Stratum.PreviousTechnique, Stratum.PreviousHistology, Stratum.Karyotype, Stratum.HormoneTherapy];

    private readonly Lazy<IReadOnlyList<Subgroup>> _parts = new(() => [.. PartsOf(Rows, By)]);

    /// <summary>The subgroups of the tables.</summary>
    public IReadOnlyList<Subgroup> Parts => _parts.Value;

    /// <summary>The subgroups of a table with several rows for each: those asked for, or the procedure numbers.</summary>
    public IReadOnlyList<Subgroup> Short => By.Count > 0 ? Parts : [.. Parts.Where(part => part.Group == Stratum.Number.Name)];

    /// <summary>A table with a row for each subgroup. The rows are independent, so they are calculated in parallel and keep their order.</summary>
    /// <param name="numbers">Which numbers its rows hold, the same in every table that holds them.</param>
    public Table Table(
        string key, string title, string numbers, IReadOnlyList<Column> columns, Func<IReadOnlyList<TestosteroneCourse>, IReadOnlyList<Cell>> cells,
        params IReadOnlyList<string> notes) =>
        new(key, title, columns, [.. Parts.AsParallel().AsOrdered().Select(part => part.Row(numbers, cells(part.Rows)))], Rows.Count == 0 ? [NoOperation] : notes);

    /// <summary>A table with a column for each value of an enumeration.</summary>
    /// <param name="numbers">Which numbers its rows hold.</param>
    public Table Counts<TValue>(string key, string title, string numbers, Func<TestosteroneCourse, TValue?> of)
        where TValue : struct, Enum => Table(
            key, title, numbers,
            [.. Enum.GetValues<TValue>().Select(value => new Column(CodeNames.Key(value), CodeNames.Words(value), Shape.Count) { Number = $"{key}.{CodeNames.Key(value)}" })],
            part =>
            {
                var counts = part.Select(of).Where(value => value is not null).CountBy(value => value!.Value).ToDictionary();
                return [.. Enum.GetValues<TValue>().Select(value => Cell.Count(counts.GetValueOrDefault(value)))];
            });

    private static IEnumerable<Subgroup> PartsOf(IReadOnlyList<TestosteroneCourse> rows, IReadOnlyList<Stratum> by)
    {
        var repeats = rows.Where(row => row.Retrieval.Number > 1).ToList();
        IEnumerable<Subgroup> OfRepeat(Stratum stratum) => Of(stratum, $"{stratum.Name}, repeat", repeats, areRepeats: true);
        return by.Count == 0 ? [.. Of(Stratum.Number, Stratum.Number.Name, rows), .. OfRepeats.SelectMany(OfRepeat)]
            : by.Contains(Stratum.Number) ? Of(Stratum.Combined(by), Stratum.Combined(by).Name, rows)
            : OfRepeat(Stratum.Combined(by));
    }

    private static IEnumerable<Subgroup> Of(Stratum stratum, string group, IEnumerable<TestosteroneCourse> operations, bool areRepeats = false) =>
        stratum.Divide(operations, row => row.Retrieval).Select(part => new Subgroup(group, part.Label, part.Rows, part.Keys, areRepeats));
}

/// <summary>A subgroup of the operations.</summary>
/// <param name="Group">What divides them.</param>
/// <param name="Label">Their part of it.</param>
/// <param name="Rows">The operations.</param>
/// <param name="Keys">Their part of each stratum.</param>
/// <param name="AreRepeats">Whether it is a part of the repeat operations, not of all.</param>
internal sealed record Subgroup(string Group, string Label, IReadOnlyList<TestosteroneCourse> Rows, IReadOnlyList<string> Keys, bool AreRepeats)
{
    /// <summary>Its row in a table.</summary>
    public Row Row(string numbers, IReadOnlyList<Cell> cells) => Mark(new(Group, Label, cells), numbers);

    /// <summary>A row marked as this subgroup's, with the totals that it is part of.</summary>
    public Row Mark(Row row, string numbers)
    {
        var marked = row.Of(AreRepeats ? Repeats(numbers) : numbers, Keys);

        // The repeat operations are the second and later ones.
        return !AreRepeats && Rows[0].Retrieval.Number > 1 && Keys.FirstOrDefault(key => key.StartsWith($"{Stratum.Number.Key}=", StringComparison.Ordinal)) is { } number
            ? marked with { Under = [.. marked.Under!, new(SumOf.Id(Repeats(numbers), Keys.Where(key => key != number)), Stratum.Number.Key)] }
            : marked;
    }

    private static string Repeats(string numbers) => $"{numbers}, repeat";
}
