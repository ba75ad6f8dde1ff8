using FollowUp.Complications.Facts;
using FollowUp.Course;

namespace FollowUp.Complications.Rules;

/// <summary>Which operation a complication belongs to.</summary>
public static class OperationOf
{
    /// <summary>
    /// The operation it names. When it names none, or that operation was retracted, the latest one on or before its latest possible
    /// onset (R13). An unknown onset counts as the day of detection (R53).
    /// </summary>
    public static Operation? Complication(ComplicationReported complication, PatientCourse course) =>
        Complication(complication, Operation.AllIn(course));

    /// <summary>The same, for a caller that has all operations of the course already.</summary>
    public static Operation? Complication(ComplicationReported complication, IReadOnlyList<Operation> operations)
    {
        var latestOnset = complication.OnsetOn?.Latest ?? complication.DetectedOn;
        return operations.FirstOrDefault(operation => operation.Has(complication.ProcedureId))
            ?? operations.LastOrDefault(operation => operation.On <= latestOnset);
    }

    /// <summary>Whether it names an operation that was retracted. Its operation is then derived until somebody names another (R13).</summary>
    /// <param name="complication">The complication.</param>
    /// <param name="operations">All operations of the course.</param>
    public static bool IsRetracted(ComplicationReported complication, IReadOnlyList<Operation> operations) =>
        complication.ProcedureId is { } named && !operations.Any(operation => operation.Has(named));
}
