using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;

namespace FollowUp.Complications.Rules;

/// <summary>A complication begins before it is detected and not before the operation it belongs to, and agrees with its contact.</summary>
public sealed class ComplicationConsistent : ICheck<ComplicationReported>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ComplicationReported fact, PatientCourse course, DecisionContext context)
    {
        if (fact.OnsetOn is { } onset && onset.Earliest > fact.DetectedOn)
        {
            yield return Finding.Refusal("OnsetAfterDetection", "onsetOn", onset, "It began after it was detected. Correct one of the dates.");
        }

        var latestOnset = fact.OnsetOn?.Latest ?? fact.DetectedOn;
        if (fact.ProcedureId is { } named && Operation.AllIn(course).FirstOrDefault(operation => operation.Has(named)) is { } operation)
        {
            if (operation.Here && latestOnset < operation.On)
            {
                yield return Finding.Refusal("BeforeProcedure", fact.OnsetOn is null ? "detectedOn" : "onsetOn", latestOnset, $"It began before the operation of {operation.On:uuuu-MM-dd} that it names. Correct the date or the operation.");
            }
        }
        else if (fact.ProcedureId is null && OperationOf.Complication(fact, course) is null)
        {
            yield return Finding.Warning("NoOperation", "procedureId", null, "He had no operation by then that it could belong to. Record the operation first, or confirm with the reason.");
        }

        if (fact.ContactId is { } contactId
            && course.Of<ContactMade>().FirstOrDefault(contact => contact.Id == contactId)?.Fact.Complications is ComplicationAnswer.None)
        {
            yield return Finding.Warning("ContactSaysNone", "contactId", contactId, "In that contact he answered that there was no complication. Correct the contact, or confirm with the reason.");
        }
    }
}
