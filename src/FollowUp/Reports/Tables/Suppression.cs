using FollowUp.Recording.Commands;

namespace FollowUp.Reports.Tables;

/// <summary>
/// Withholds small cells from tables, and with them what would give them away by subtraction: of the parts of a sum that is known, two at
/// the least are withheld, and so that what they are together is not small either. Coarser tables are settled before finer ones, so that
/// whoever asks for both sees the same withheld.
/// </summary>
public sealed class Suppression
{
    private readonly Dictionary<(string Row, string Number), Entry> _entries = [];

    /// <summary>The tables without what is withheld; what was settled before stays as it was.</summary>
    public IReadOnlyList<Table> Settle(IReadOnlyList<Table> tables)
    {
        var lines = tables.SelectMany(Enter).ToList();
        var sums = lines.OfType<Part>().GroupBy(part => (part.Sum, part.Number))
            .Select(sum => new Line([.. sum.Select(part => part.Entry).Distinct()], _entries.GetValueOrDefault((sum.Key.Sum.Row, sum.Key.Number)), 2))
            .Concat(lines.OfType<Line>()).ToList();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var line in sums)
            {
                changed |= line.Hide();
            }
        }

        foreach (var entry in _entries.Values)
        {
            entry.IsSettled = true;
        }

        return [.. tables.Select(table => table with { Rows = [.. table.Rows.Select(row => row with { Cells = [.. row.Cells.Select((cell, at) => Shown(table, row, at))] })] })];
    }

    private Cell Shown(Table table, Row row, int at) =>
        row.Cells[at] is { Text: null, Basis.Count: > 0 }
            && (SmallCells.IsSmall(row.Cells[at]) || row.MadeOf.Append((IdOf(table, row), table.Columns[at].Number))
                .Any(number => _entries.GetValueOrDefault(number) is { IsWithheld: true }))
            ? row.Cells[at] with { Withheld = true }
            : row.Cells[at];

    private static string IdOf(Table table, Row row) => row.Id ?? $"{table.Key}|{row.Group}|{row.Label}";

    // A row's counts are the parts of a sum; so are those of the rows of a group, or of the sums that a row says it belongs to.
    private IEnumerable<object> Enter(Table table) => table.Rows.SelectMany(row =>
    {
        var entered = row.Cells.Zip(table.Columns).Where(at => at.First.Text is null).Select(at => (Column: at.Second, Entry: EntryOf(table, row, at.First, at.Second))).ToList();
        var counts = entered.Where(at => at.Column.Shape == Shape.Count).ToList();
        return (IEnumerable<object>)
        [
            .. from at in entered where at.Entry.IsAdditive from sum in row.Under ?? [new($"{table.Key}|{row.Group}", "")] select new Part(sum, at.Column.Number, at.Entry),
            new Line([.. counts.Select(at => at.Entry).Distinct()], null, 1),
            .. counts.Where(at => at.Column.Sum is not null).GroupBy(at => at.Column.Sum).Select(sum => new Line([.. sum.Select(at => at.Entry).Distinct()], null, 1)),
        ];
    });

    private Entry EntryOf(Table table, Row row, Cell cell, Column column)
    {
        var key = (IdOf(table, row), column.Number);
        var entry = _entries.GetValueOrDefault(key) ?? (_entries[key] = new());
        entry.Take(column.Shape, cell);
        return entry;
    }

    private sealed record Part(SumOf Sum, string Number, Entry Entry);

    // One number, wherever it stands.
    private sealed class Entry
    {
        public IReadOnlyList<int> Sizes { get; private set; } = [];

        public bool IsWithheld { get; set; }

        public bool IsSettled { get; set; }

        public bool IsAdditive => Sizes.Count > 0;

        public bool HasAny => Sizes.Any(size => size > 0);

        public void Take(Shape shape, Cell cell)
        {
            // Counts add up, and so do means times how many they are of.
            IReadOnlyList<int> sizes = shape == Shape.Count ? [.. cell.Basis.Take(1)]
                : shape == Shape.Share || shape == Shape.Rate ? [.. cell.Basis.Take(2)]
                : shape == Shape.MeanSd || shape == Shape.Estimate ? [.. cell.Basis.Take(1)] : [];
            Sizes = sizes.Count > Sizes.Count ? sizes : Sizes;
            IsWithheld |= !IsSettled && SmallCells.IsSmall(cell);
        }
    }

    // Parts of a sum, which is known unless it is withheld itself; of a row only the counts add up, not those of the others.
    private sealed record Line(IReadOnlyList<Entry> Members, Entry? Sum, int Components)
    {
        /// <summary>Withholds what the others would give away; false when there is nothing to do.</summary>
        public bool Hide()
        {
            var changed = false;
            while (GivesAway())
            {
                if (Members.Where(member => member.HasAny && member is { IsWithheld: false, IsSettled: false }).MinBy(member => member.Sizes[0]) is { } next)
                {
                    next.IsWithheld = changed = true;
                }
                else if (Sum is { IsWithheld: false, IsSettled: false })
                {
                    Sum.IsWithheld = changed = true;
                }
                else
                {
                    break;
                }
            }

            return changed;
        }

        private bool GivesAway()
        {
            var withheld = Members.Where(member => member is { HasAny: true, IsWithheld: true }).ToList();
            return Sum is { IsWithheld: true } ? withheld.Count == 0 && Members.Any(member => member.HasAny)
                : withheld.Count == 1 || Enumerable.Range(0, Components).Any(at => SmallCells.IsSmall(withheld.Sum(member => member.Sizes.ElementAtOrDefault(at))));
        }
    }
}
