using FollowUp.Complications.Facts;
using FollowUp.Course;

namespace FollowUp.Complications.Rules;

/// <summary>Which operation a complication belongs to.</summary>
public static class OperationOf
{
    /// <summary>
    /// The operation it names; without a link, or when that operation no longer stands, the latest on or before its latest
    /// possible onset (R13). An unknown onset counts as the day it was detected (R53).
    /// </summary>
    public static Operation? Complication(ComplicationReported complication, PatientCourse course) =>
        Complication(complication, Operation.AllIn(course));

    /// <summary>The same, of all operations of the course.</summary>
    public static Operation? Complication(ComplicationReported complication, IReadOnlyList<Operation> operations)
    {
        var latestOnset = complication.OnsetOn?.Latest ?? complication.DetectedOn;
        return operations.FirstOrDefault(operation => operation.Has(complication.ProcedureId))
            ?? operations.LastOrDefault(operation => operation.On <= latestOnset);
    }

    /// <summary>OperationRetracted: it names an operation that no longer stands, so where it belongs was derived, until somebody names one (R13).</summary>
    /// <param name="complication">The complication.</param>
    /// <param name="operations">All operations of the course.</param>
    public static bool IsRetracted(ComplicationReported complication, IReadOnlyList<Operation> operations) =>
        complication.ProcedureId is { } named && !operations.Any(operation => operation.Has(named));
}
