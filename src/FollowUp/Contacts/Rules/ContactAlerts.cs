using FollowUp.Alerts.Facts;
using FollowUp.Alerts.Rules;
using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Explanations;
using NodaTime;

namespace FollowUp.Contacts.Rules;

/// <summary>The red flags of the script, fever, swelling and pain that stay, and symptoms he reports (domain 5).</summary>
public sealed class ContactAlerts : IAlertSource
{
    // Those that hold whenever he says so.
    private static readonly (ScriptItem Item, Answer Said, AlertTrigger Trigger)[] RedFlags =
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
        foreach (var (item, said, trigger) in RedFlags)
        {
            if (Says(contact.Fact, item, said))
            {
                yield return new(trigger, contact.Id, contact.Occurred);
            }
        }

        var degrees = contact.Fact.TemperatureCelsius;
        if (degrees >= policy.FeverFromCelsius || Says(contact.Fact, ScriptItem.Fever))
        {
            yield return new(AlertTrigger.Fever, contact.Id, contact.Occurred)
            {
                Compared = degrees is { } measured
                    ? [Compared.Of(ContactQuantity.Temperature, measured, "Cel", Relation.AtLeast, policy.FeverFromCelsius, policy.Id, contact.Id)]
                    : [],
            };
        }

        if ((Says(contact.Fact, ScriptItem.SwellingPersists) || Says(contact.Fact, ScriptItem.SwellingGrowing))
            && Late(contact, AlertTrigger.SwellingPersists, policy.SwellingAfterDays, operations, policy) is { } swelling)
        {
            yield return swelling;
        }

        if (Says(contact.Fact, ScriptItem.PainPersists)
            && Late(contact, AlertTrigger.PainPersists, policy.PainAfterDays, operations, policy) is { } pain)
        {
            yield return pain;
        }
    }

    // More than so many days after the latest operation by then.
    private static RaisedAlert? Late(
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

    private static bool Says(ContactMade contact, ScriptItem item, Answer said = Answer.Yes) =>
        contact.AnswerTo(item) == said;

    private static AlertTrigger? TriggerOf(Symptom symptom) => symptom switch
    {
        Symptom.LowLibido or Symptom.FewerMorningErections or Symptom.ErectileDysfunction => AlertTrigger.SexualProblem,
        Symptom.LowMood => AlertTrigger.LowMood,
        _ => null,
    };
}

/// <summary>What of a contact is compared with a limit.</summary>
public enum ContactQuantity
{
    /// <summary>The body temperature.</summary>
    Temperature,

    /// <summary>Local days after the operation.</summary>
    DaysAfterSurgery,
}
