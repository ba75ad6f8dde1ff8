using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Testosterone;

/// <summary>The parts that the tables of testosterone divide operations into.</summary>
/// <param name="Rows">The operations.</param>
/// <param name="By">What they are divided by; empty for what they are divided by unless asked.</param>
internal sealed record Division(IReadOnlyList<TestosteroneCourse> Rows, IReadOnlyList<Stratum> By)
{
    /// <summary>What stands in the place of rows when there are none.</summary>
    public const string NoOperation = "There is no operation.";

    private static readonly Stratum[] OfRepeats =
        [Stratum.All, Stratum.PreviousTechnique, Stratum.PreviousHistology, Stratum.Karyotype, Stratum.HormoneTherapy];

    private readonly Lazy<IReadOnlyList<Subgroup>> _parts = new(() => [.. PartsOf(Rows, By)]);

    /// <summary>The parts of the tables.</summary>
    public IReadOnlyList<Subgroup> Parts => _parts.Value;

    /// <summary>The parts of a table that has several rows for each: what was asked for, or the numbers of the procedures.</summary>
    public IReadOnlyList<Subgroup> Short => By.Count > 0 ? Parts : [.. Parts.Where(part => part.Group == Stratum.Number.Name)];

    /// <summary>A table of a row for each part. Each row is of its part alone, so all cores make them, and the order in which they do does not show.</summary>
    /// <param name="numbers">Which numbers its rows hold, the same in every table that holds them.</param>
    public Table Table(
        string key, string title, string numbers, IReadOnlyList<Column> columns, Func<IReadOnlyList<TestosteroneCourse>, IReadOnlyList<Cell>> cells,
        params IReadOnlyList<string> notes) =>
        new(key, title, columns, [.. Parts.AsParallel().AsOrdered().Select(part => part.Row(numbers, cells(part.Rows)))], Rows.Count == 0 ? [NoOperation] : notes);

    /// <summary>A table with a column for each value there is.</summary>
    /// <param name="numbers">Which numbers its rows hold.</param>
    public Table Counts<TValue>(string key, string title, string numbers, Func<TestosteroneCourse, TValue?> of)
        where TValue : struct, Enum => Table(
            key, title, numbers,
            [.. Enum.GetValues<TValue>().Select(value => new Column(Coded.Key(value), Coded.Words(value), Shape.Count) { Number = $"{key}.{Coded.Key(value)}" })],
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

/// <summary>Some of the operations.</summary>
/// <param name="Group">What divides them.</param>
/// <param name="Label">Their part of it.</param>
/// <param name="Rows">The operations.</param>
/// <param name="Keys">Their part of each stratum.</param>
/// <param name="AreRepeats">Whether they are a part of the repeat operations, not of all.</param>
internal sealed record Subgroup(string Group, string Label, IReadOnlyList<TestosteroneCourse> Rows, IReadOnlyList<string> Keys, bool AreRepeats)
{
    /// <summary>Its row in a table.</summary>
    public Row Row(string numbers, IReadOnlyList<Cell> cells) => Mark(new(Group, Label, cells), numbers);

    /// <summary>A row as its own, with the sums it is a part of.</summary>
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
