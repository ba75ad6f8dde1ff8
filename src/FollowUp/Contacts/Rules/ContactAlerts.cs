using FollowUp.Alerts.Facts;
using FollowUp.Alerts.Rules;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Contacts.Rules;

/// <summary>Raises alerts about red flags of the script, fever, lasting swelling and pain, and reported symptoms (domain 5).</summary>
public sealed class ContactAlerts : IAlertSource
{
    // Answers that raise an alert at any time after surgery.
    private static readonly (ScriptItem Item, Answer Answer, AlertTrigger Trigger)[] RedFlags =
    [
        (ScriptItem.ScrotumTense, Answer.Yes, AlertTrigger.ScrotumTense),
        (ScriptItem.BleedingNotStopping, Answer.Yes, AlertTrigger.BleedingNotStopping),
        (ScriptItem.BreathlessOrChestPain, Answer.Yes, AlertTrigger.BreathlessOrChestPain),
        (ScriptItem.Fainting, Answer.Yes, AlertTrigger.Fainting),
        (ScriptItem.Rigors, Answer.Yes, AlertTrigger.Rigors),
        (ScriptItem.SkinBlack, Answer.Yes, AlertTrigger.SkinBlack),
        (ScriptItem.WoundPus, Answer.Yes, AlertTrigger.WoundPus),
        (ScriptItem.WoundOpen, Answer.Yes, AlertTrigger.WoundOpen),
        (ScriptItem.PassesUrine, Answer.No, AlertTrigger.CannotPassUrine),
        (ScriptItem.CalfSwelling, Answer.Yes, AlertTrigger.CalfSwelling),
        (ScriptItem.TestisSmaller, Answer.Yes, AlertTrigger.TestisShrinking),
        (ScriptItem.LowMood, Answer.Yes, AlertTrigger.LowMood),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Type> LooksAt { get; } = [typeof(ContactMade), typeof(SymptomReported)];

    /// <inheritdoc/>
    public IEnumerable<RaisedAlert> In(PatientCourse course, AlertPolicy policy)
    {
        var operations = Operation.AllIn(course);
        return
        [
            .. course.Of<ContactMade>().SelectMany(contact => Of(contact, operations, policy)),
            .. from symptom in course.Of<SymptomReported>()
               where symptom.Fact.Present == Answer.Yes && TriggerOf(symptom.Fact.Symptom) is not null
               select new RaisedAlert(TriggerOf(symptom.Fact.Symptom)!.Value, symptom.Id, symptom.Occurred),
        ];
    }

    private static IEnumerable<RaisedAlert> Of(Standing<ContactMade> contact, IReadOnlyList<Operation> operations, AlertPolicy policy)
    {
        foreach (var (item, answer, trigger) in RedFlags)
        {
            if (Answered(contact.Fact, item, answer))
            {
                yield return new(trigger, contact.Id, contact.Occurred);
            }
        }

        var degrees = contact.Fact.TemperatureCelsius;
        if (degrees >= policy.FeverFromCelsius || Answered(contact.Fact, ScriptItem.Fever))
        {
            yield return new(AlertTrigger.Fever, contact.Id, contact.Occurred)
            {
                Compared = degrees is { } measured
                    ? [Compared.Of(ContactQuantity.Temperature, measured, "Cel", Relation.AtLeast, policy.FeverFromCelsius, policy.Id, contact.Id)]
                    : [],
            };
        }

        if ((Answered(contact.Fact, ScriptItem.SwellingPersists) || Answered(contact.Fact, ScriptItem.SwellingGrowing))
            && RaisedAfter(contact, AlertTrigger.SwellingPersists, policy.SwellingAfterDays, operations, policy) is { } swelling)
        {
            yield return swelling;
        }

        if (Answered(contact.Fact, ScriptItem.PainPersists)
            && RaisedAfter(contact, AlertTrigger.PainPersists, policy.PainAfterDays, operations, policy) is { } pain)
        {
            yield return pain;
        }
    }

    // Raised only when the contact is more than this many days after the latest operation.
    private static RaisedAlert? RaisedAfter(
        Standing<ContactMade> contact, AlertTrigger trigger, int afterDays, IReadOnlyList<Operation> operations, AlertPolicy policy)
    {
        var day = contact.Occurred.Earliest;
        if (operations.LastOrDefault(operation => operation.IsDated && operation.On <= day) is not { } operation
            || Period.DaysBetween(operation.On, day) is var days && days <= afterDays)
        {
            return null;
        }

        return new(trigger, contact.Id, contact.Occurred)
        {
            With = [operation.Id],
            Compared = [Compared.Of(ContactQuantity.DaysAfterSurgery, days, "d", Relation.Above, afterDays, policy.Id, contact.Id)],
        };
    }

    private static bool Answered(ContactMade contact, ScriptItem item, Answer answer = Answer.Yes) =>
        contact.AnswerTo(item) == answer;

    private static AlertTrigger? TriggerOf(Symptom symptom) => symptom switch
    {
        Symptom.LowLibido or Symptom.FewerMorningErections or Symptom.ErectileDysfunction => AlertTrigger.SexualProblem,
        Symptom.LowMood => AlertTrigger.LowMood,
        _ => null,
    };
}

/// <summary>The quantity that is compared with a limit in an alert about a contact.</summary>
public enum ContactQuantity
{
    /// <summary>The body temperature.</summary>
    Temperature,

    /// <summary>Local days after the operation.</summary>
    DaysAfterSurgery,
}
