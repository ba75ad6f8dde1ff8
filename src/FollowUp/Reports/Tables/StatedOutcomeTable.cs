using FollowUp.Complications.Facts;
using FollowUp.Complications.Rules;
using FollowUp.Reports.Statistics;

namespace FollowUp.Reports.Tables;

/// <summary>The table of what the paper reports in words only: hormone replacement, major complications, mild abdominal pain and paracetamol.</summary>
internal static class StatedOutcomeTable
{
    /// <summary>Its stable name.</summary>
    public const string Key = "statedOutcomes";

    private const string Mild = "stated mild pain";

    // In the row of a window these are the numbers of the table of windows.
    private const string Covered = "covered";

    private const string OfCovered = "majorOfCovered";

    private const string OfAll = "majorOfAll";

    private static readonly (ComplicationWindow Window, string Group)[] Windows =
        [(ComplicationWindow.Days42, "Grade IIIa or higher to day 42"), (ComplicationWindow.Any, "Grade IIIa or higher at any time")];

    /// <summary>The table.</summary>
    public static Table Of(IReadOnlyList<OperationOutcome> rows, IReadOnlyList<Stratum> strata) => new(
        Key, "Hormone replacement, major complications and mild abdominal pain after the operation",
        [
            new("known", "Followed or asked", Shape.Share) { Number = Covered },
            new("ofKnown", "With it, of those followed or asked", Shape.Rate) { Number = OfCovered },
            new("ofAll", "With it, of all", Shape.Rate) { Number = OfAll },
            new("days", "Days to the last contact or sample (median, quartiles)", Shape.Quartiles),
        ],
        [.. strata.SelectMany(stratum => stratum.Divide(rows, row => row.Retrieval).SelectMany(part =>
            Part(part.Rows, group => $"{group}{(stratum == Stratum.All ? "" : $", {stratum.Name}")}", part.Label, part.Keys)))],
        ComplicationsAndPain.Notes(rows,
            "In brackets Wilson's 95 % interval. Testosterone: started on the day of surgery or later and before the next operation, by men who never",
            "took it before; followed: a contact, a hormone sample or the start of testosterone after surgery, and for how many days. Complications:",
            "grade IIIa or higher of operations whose window is over; asked: an answer on the window's last day or later (R52). Pain: the highest",
            $"numeric score in the abdomen was 1 to 3 on days {StatedOutcome.FirstDay} to {StatedOutcome.LastDay}; asked: any numeric score on these days. Paracetamol: of operations with mild",
            $"abdominal pain, an analgesic recorded on days 0 to {StatedOutcome.LastDay}, and no other one; what staff gave on the day of surgery is left out. Of all: men",
            "not followed or asked count as without it, so this rate is the lowest possible."));

    private static IEnumerable<Row> Part(IReadOnlyList<OperationOutcome> rows, Func<string, string> group, string label, IReadOnlyList<string> keys)
    {
        Row Line(
            string name, string numbers, IReadOnlyList<bool?> all, int withIt, IEnumerable<int> days, int added = 0, params IReadOnlyList<(string Row, string Number)> madeOf)
        {
            var known = all.OfType<bool>().ToList();
            var with = new Proportion(known.Count(yes => yes), known.Count);
            var id = SumOf.Id(numbers, keys);
            return new Row(group(name), label,
            [
                Cell.Share(new(known.Count, all.Count)), Cell.Rate(with).RestsOn(added),
                Cell.Rate(new(withIt, all.Count)).RestsOn(withIt - with.Count, with.Others, added),
                Cell.Quartiles(Summary.Of(days.Select(day => (decimal)day))),
            ]).Of(numbers, keys) with { MadeOf = [(id, OfCovered), (id, OfAll), .. madeOf] };
        }

        Row Counted(string name, string numbers, IReadOnlyList<bool?> all, params IReadOnlyList<(string Row, string Number)> madeOf) =>
            Line(name, numbers, all, all.Count(each => each == true), [], 0, madeOf);

        var free = rows.Where(row => !row.Stated.HadTestosteroneBefore).ToList();
        var replaced = free.Select(row => row.Stated.FollowedDays is null ? (bool?)null : row.Stated.BeganTestosterone).ToList();
        yield return Line(
            "Testosterone begun after the operation", "stated testosterone", replaced, replaced.Count(each => each == true),
            free.Select(row => row.Stated.FollowedDays).OfType<int>());

        // The later window contains the earlier one, so what it adds can be calculated by subtraction.
        var windows = Windows.Select(each => rows.SelectMany(row => row.Windows.Where(outcome => outcome.Window.Window == each.Window && outcome.IsOver)).ToList()).ToList();
        var added = SmallCells.AddedToShown(windows.Select(over => over.Count(IsMajor)));
        for (var i = 0; i < Windows.Length; i++)
        {
            yield return Line(
                Windows[i].Group, $"windows {Windows[i].Window}", [.. windows[i].Select(each => each.Window.Covered ? IsMajor(each) : (bool?)null)],
                windows[i].Count(IsMajor), windows[i].Select(each => each.Window.FollowedDays).OfType<int>(), added[i]);
        }

        var early = rows.Where(row => row.Stated.DaysAreOver).Select(row => row.Stated).ToList();
        yield return Counted("Mild abdominal pain on days 1 to 3", Mild, [.. early.Select(each => each.MildAbdominalPain)]);
        var hurt = SumOf.Id(Mild, keys);
        yield return Counted(
            "Mild abdominal pain: paracetamol alone", "stated paracetamol",
            [.. early.Where(each => each.MildAbdominalPain == true).Select(each => each.AnyDose ? each.ParacetamolAlone : (bool?)null)],
            (hurt, OfCovered), (hurt, OfAll));
    }

    private static bool IsMajor(WindowOutcome outcome) => outcome.Grades.Any(grade => grade >= ClavienDindo.IIIa);
}
