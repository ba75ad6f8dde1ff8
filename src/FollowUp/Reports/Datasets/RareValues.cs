using FollowUp.Course;
using FollowUp.Recording;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Datasets;

/// <summary>A value that others may know about a man, so that a rare one could identify him.</summary>
/// <param name="Name">What it is a value of.</param>
/// <param name="Value">The value.</param>
public readonly record struct QuasiIdentifier(string Name, string Value);

/// <summary>Counts how many men have each quasi-identifier, and withholds those that fewer than <see cref="SmallCells.Threshold"/> men have.</summary>
public sealed class RareValues
{
    /// <summary>What a dataset contains instead of a withheld value.</summary>
    public const string Withheld = "WITHHELD";

    private readonly Dictionary<QuasiIdentifier, int> _men = [];

    private RareValues()
    {
    }

    /// <summary>Counts the men who have each value.</summary>
    /// <param name="men">The men.</param>
    /// <param name="identifiers">A man's quasi-identifiers; null where there are none, so that no man has to be read.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<RareValues> In(IMen men, Func<PatientCourse, IEnumerable<QuasiIdentifier>>? identifiers, CancellationToken cancellationToken)
    {
        var rare = new RareValues();
        if (identifiers is null)
        {
            return rare;
        }

        await foreach (var his in men.AskAsync(course => identifiers(course).ToHashSet(), cancellationToken))
        {
            foreach (var identifier in his)
            {
                rare._men[identifier] = rare._men.GetValueOrDefault(identifier) + 1;
            }
        }

        return rare;
    }

    /// <summary>The value, or <see cref="Withheld"/> if it is rare. An empty value stays empty.</summary>
    public string Guarded(QuasiIdentifier identifier) =>
        identifier.Value.Length > 0 && _men.GetValueOrDefault(identifier) < SmallCells.Threshold ? Withheld : identifier.Value;
}
