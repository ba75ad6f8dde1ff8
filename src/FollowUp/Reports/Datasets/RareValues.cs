using FollowUp.Course;
using FollowUp.Recording;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports.Datasets;

/// <summary>A value that others may know of a man, so that a rare one could point at him.</summary>
/// <param name="Name">What it is a value of.</param>
/// <param name="Value">The value.</param>
public readonly record struct Pointer(string Name, string Value);

/// <summary>The values that fewer than <see cref="SmallCells.Least"/> of the men have. What came of an operation is no such value: nobody else knows it.</summary>
public sealed class RareValues
{
    /// <summary>What stands for a value that is withheld.</summary>
    public const string Withheld = "WITHHELD";

    private readonly Dictionary<Pointer, int> _men = [];

    private RareValues()
    {
    }

    /// <summary>Counts the men who have each value.</summary>
    /// <param name="men">The men.</param>
    /// <param name="pointers">A man's values; null where none could point at anybody, and no man need be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<RareValues> In(IMen men, Func<PatientCourse, IEnumerable<Pointer>>? pointers, CancellationToken cancellationToken)
    {
        var rare = new RareValues();
        if (pointers is null)
        {
            return rare;
        }

        await foreach (var his in men.AskAsync(course => pointers(course).ToHashSet(), cancellationToken))
        {
            foreach (var pointer in his)
            {
                rare._men[pointer] = rare._men.GetValueOrDefault(pointer) + 1;
            }
        }

        return rare;
    }

    /// <summary>The value, or what stands for it where it is rare. An empty one says nothing and stays.</summary>
    public string Guarded(Pointer pointer) =>
        pointer.Value.Length > 0 && _men.GetValueOrDefault(pointer) < SmallCells.Least ? Withheld : pointer.Value;
}
