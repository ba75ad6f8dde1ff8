using FollowUp.Patients.Recording;
using FollowUp.Patients.Rules;

namespace FollowUp.Reports.Datasets;

/// <summary>The values that fewer than <see cref="SmallCells.Least"/> men of a dataset have, in the columns where one could point at a man.</summary>
public sealed class RareValues
{
    /// <summary>What stands for a value that is withheld.</summary>
    public const string Withheld = "WITHHELD";

    private readonly IDataset _dataset;
    private readonly int[] _columns;
    private readonly Dictionary<(int Column, string Value), int> _men = [];

    private RareValues(IDataset dataset)
    {
        _dataset = dataset;
        _columns = [.. Enumerable.Range(0, dataset.Variables.Count).Where(i => dataset.Variables[i].PointsAtAMan)];
    }

    /// <summary>Counts the men who have each value.</summary>
    public static async Task<RareValues> In(
        IDataset dataset, IMen men, Asked asked, Pseudonyms pseudonyms, CancellationToken cancellationToken)
    {
        var rare = new RareValues(dataset);
        if (rare._columns.Length == 0)
        {
            return rare;
        }

        await foreach (var his in men.AskAsync(ValuesOf, cancellationToken))
        {
            foreach (var value in his)
            {
                rare._men[value] = rare._men.GetValueOrDefault(value) + 1;
            }
        }

        return rare;

        HashSet<(int, string)> ValuesOf(PatientCourse course) =>
            dataset.LinesOf(course, asked, pseudonyms).SelectMany(line => rare._columns.Select(column => (column, line[column]))).ToHashSet();
    }

    /// <summary>A man's lines without the values that are rare. An empty value says nothing and stays.</summary>
    public IEnumerable<string[]> LinesOf(PatientCourse course, Asked asked, Pseudonyms pseudonyms)
    {
        foreach (var line in _dataset.LinesOf(course, asked, pseudonyms))
        {
            foreach (var column in _columns.Where(column => line[column].Length > 0 && _men.GetValueOrDefault((column, line[column])) < SmallCells.Least))
            {
                line[column] = Withheld;
            }

            yield return line;
        }
    }
}
