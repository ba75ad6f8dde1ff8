using FollowUp.Complications.Facts;
using FollowUp.Contacts.Facts;
using FollowUp.Course;

namespace FollowUp.Complications.Rules;

/// <summary>A complication begins before it is detected and not before its operation, and does not contradict the contact it names.</summary>
public sealed class ComplicationCheck : ICheck<ComplicationReported>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ComplicationReported fact, PatientCourse course, DecisionContext context)
    {
        if (fact.OnsetOn is { } onset && onset.Earliest > fact.DetectedOn)
        {
            yield return Finding.Refusal("OnsetAfterDetection", "onsetOn", onset, "The onset is later than the day of detection. Correct one of the dates.");
        }

        var latestOnset = fact.OnsetOn?.Latest ?? fact.DetectedOn;
        if (fact.ProcedureId is { } named && Operation.AllIn(course).FirstOrDefault(operation => operation.Has(named)) is { } operation)
        {
            if (operation.Here && latestOnset < operation.On)
            {
                yield return Finding.Refusal("BeforeProcedure", fact.OnsetOn is null ? "detectedOn" : "onsetOn", latestOnset, $"This is before the operation it names, of {operation.On:uuuu-MM-dd}. Correct the date or the operation.");
            }
        }
        else if (fact.ProcedureId is null && OperationOf.Complication(fact, course) is null)
        {
            yield return Finding.Warning("NoOperation", "procedureId", null, "No operation before this complication is recorded. Record the operation first, or confirm with the reason.");
        }

        if (fact.ContactId is { } contactId
            && course.Of<ContactMade>().FirstOrDefault(contact => contact.Id == contactId)?.Fact.Complications is ComplicationAnswer.None)
        {
            yield return Finding.Warning("ContactSaysNone", "contactId", contactId, "In the contact it names he said that there was no complication. Correct the contact, or confirm with the reason.");
        }
    }
}
