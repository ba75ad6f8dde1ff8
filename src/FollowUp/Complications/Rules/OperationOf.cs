using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;

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
        return operations.FirstOrDefault(operation => operation.Id == complication.ProcedureId)
            ?? operations.LastOrDefault(operation => operation.On <= latestOnset);
    }
}
