namespace FollowUp.Reports.Tables;

/// <summary>
/// Cell suppression for the tables that researchers see: every cell that rests on a small count is withheld (primary suppression), and as many
/// others as are needed so that no small count can be calculated from marginal totals and the cells that remain (secondary suppression).
/// </summary>
/// <remarks>
/// The terms are those of statistical disclosure control: A. Hundepool et al., Statistical Disclosure Control, Wiley 2012,
/// https://doi.org/10.1002/9781118348239. Secondary cells are chosen by a simple heuristic, the smallest first, so more may be withheld than an
/// optimal choice would need. Tables that share numbers are linked: pass coarser tables before finer ones, and whoever asks for both sees the
/// same cells withheld.
/// </remarks>
public sealed class CellSuppression
{
    private readonly Dictionary<(string Row, string Number), LinkedCell> _cells = [];

    /// <summary>Tables with the cells marked that are withheld. What earlier tables showed or withheld stays so.</summary>
    public IReadOnlyList<Table> Apply(IReadOnlyList<Table> tables)
    {
        Protect(MarginsOf(tables));
        foreach (var cell in _cells.Values)
        {
            cell.IsDecided = true;
        }

        return [.. tables.Select(Marked)];
    }

    // A cell withheld for one margin may be part of another, which then has to be looked at again.
    private static void Protect(IReadOnlyList<Margin> margins)
    {
        bool hasChanged;
        do
        {
            hasChanged = false;
            foreach (var margin in margins)
            {
                hasChanged |= margin.Protect();
            }
        }
        while (hasChanged);
    }

    private List<Margin> MarginsOf(IReadOnlyList<Table> tables)
    {
        List<Addend> addends = [];
        List<Margin> ofRows = [];
        foreach (var table in tables)
        {
            foreach (var row in table.Rows)
            {
                var cells = CellsOf(table, row);
                addends.AddRange(AddendsOf(table, row, cells));
                ofRows.AddRange(MarginsWithin(cells));
            }
        }

        return [.. addends.GroupBy(addend => (addend.Total, addend.Number)).Select(MarginOf), .. ofRows];
    }

    private List<(Column Column, LinkedCell Cell)> CellsOf(Table table, Row row) =>
        [.. table.Columns.Zip(row.Cells).Where(at => at.Second.Text is null).Select(at => (at.First, LinkedCellOf(table, row, at.Second, at.First)))];

    private LinkedCell LinkedCellOf(Table table, Row row, Cell cell, Column column)
    {
        var key = (IdOf(table, row), column.Number);
        var linked = _cells.GetValueOrDefault(key) ?? (_cells[key] = new());
        linked.Add(cell, column.Shape);
        return linked;
    }

    // Down a column: the rows of a group add up, or those that name the same row as their total.
    private static IEnumerable<Addend> AddendsOf(Table table, Row row, IEnumerable<(Column Column, LinkedCell Cell)> cells) =>
        from at in cells
        where at.Cell.IsAdditive
        from total in row.Under ?? [new($"{table.Key}|{row.Group}", "")]
        select new Addend(total, at.Column.Number, at.Cell);

    private Margin MarginOf(IGrouping<(SumOf Total, string Number), Addend> addends) => new(
        [.. addends.Select(addend => addend.Cell).Distinct()],
        _cells.GetValueOrDefault((addends.Key.Total.Row, addends.Key.Number)),
        LinkedCell.MostCounts);

    // Along a row: all its counts add up, and so do those that another table prints the sum of.
    private static IEnumerable<Margin> MarginsWithin(IEnumerable<(Column Column, LinkedCell Cell)> cells)
    {
        var counts = cells.Where(at => at.Column.Shape == Shape.Count).ToList();
        return
        [
            RowMargin(counts),
            .. counts.Where(at => at.Column.Sum is not null).GroupBy(at => at.Column.Sum).Select(RowMargin),
        ];
    }

    private static Margin RowMargin(IEnumerable<(Column Column, LinkedCell Cell)> counts) => new([.. counts.Select(at => at.Cell).Distinct()], Total: null, Counts: 1);

    private Table Marked(Table table) => table with { Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select((_, at) => Marked(table, row, at))] })] };

    private Cell Marked(Table table, Row row, int at)
    {
        var cell = row.Cells[at];
        var isOfSomebody = cell is { Text: null, Basis.Count: > 0 };
        return isOfSomebody && (SmallCells.IsSmall(cell) || IsWithheld((IdOf(table, row), table.Columns[at].Number)) || row.MadeOf.Any(IsWithheld))
            ? cell with { Withheld = true }
            : cell;
    }

    private bool IsWithheld((string Row, string Number) number) => _cells.GetValueOrDefault(number) is { IsWithheld: true };

    private static string IdOf(Table table, Row row) => row.Id ?? $"{table.Key}|{row.Group}|{row.Label}";

    private sealed record Addend(SumOf Total, string Number, LinkedCell Cell);

    /// <summary>One number, in every table that prints it.</summary>
    private sealed class LinkedCell
    {
        /// <summary>A share or rate has two counts: those with the property, and the others.</summary>
        public const int MostCounts = 2;

        /// <summary>The counts behind it that add up with those of other cells.</summary>
        public IReadOnlyList<int> Counts { get; private set; } = [];

        public bool IsWithheld { get; set; }

        /// <summary>Whether it is settled if it is withheld: a reader may have seen it already.</summary>
        public bool IsDecided { get; set; }

        public bool IsAdditive => Counts.Count > 0;

        public bool IsOfSomebody => Counts.Any(count => count > 0);

        public bool CanBeWithheld => IsOfSomebody && !IsWithheld && !IsDecided;

        /// <summary>Adds a table's cell that prints the number; a small one is withheld (primary suppression).</summary>
        public void Add(Cell cell, Shape shape)
        {
            IReadOnlyList<int> counts = [.. cell.Basis.Take(CountsOf(shape))];
            Counts = counts.Count > Counts.Count ? counts : Counts;
            IsWithheld |= !IsDecided && SmallCells.IsSmall(cell);
        }

        // A mean times the number it is of adds up like a count; a median or a p does not.
        private static int CountsOf(Shape shape) =>
            shape == Shape.Share || shape == Shape.Rate ? MostCounts
            : shape == Shape.Count || shape == Shape.MeanSd || shape == Shape.Estimate ? 1
            : 0;
    }

    /// <summary>Cells that add up to a marginal total.</summary>
    /// <param name="Cells">The cells.</param>
    /// <param name="Total">The total; null where no table prints it, and it counts as known.</param>
    /// <param name="Counts">How many of the cells' counts add up.</param>
    private sealed record Margin(IReadOnlyList<LinkedCell> Cells, LinkedCell? Total, int Counts)
    {
        /// <summary>Withholds cells until those withheld cannot be calculated from the others (secondary suppression).</summary>
        /// <returns>Whether any was withheld.</returns>
        public bool Protect()
        {
            var hasChanged = false;
            while (IsDisclosive() && NextToWithhold() is { } next)
            {
                next.IsWithheld = hasChanged = true;
            }

            return hasChanged;
        }

        private LinkedCell? NextToWithhold() =>
            Cells.Where(cell => cell.CanBeWithheld).MinBy(cell => cell.Counts[0])
            ?? (Total is { IsWithheld: false, IsDecided: false } ? Total : null);

        private bool IsDisclosive() => Total is { IsWithheld: true } ? RevealsItsTotal() : RevealsItsCells();

        private bool RevealsItsTotal() => Cells.Any(cell => cell.IsOfSomebody) && !Withheld.Any();

        // One withheld cell is the total less the others; of several, the same difference is their sum.
        private bool RevealsItsCells()
        {
            var withheld = Withheld.ToList();
            return withheld.Count == 1 || Enumerable.Range(0, Counts).Any(count => SmallCells.IsSmall(withheld.Sum(cell => cell.Counts.ElementAtOrDefault(count))));
        }

        private IEnumerable<LinkedCell> Withheld => Cells.Where(cell => cell is { IsOfSomebody: true, IsWithheld: true });
    }
}
