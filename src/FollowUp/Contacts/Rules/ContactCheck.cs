using FollowUp.Contacts.Facts;
using FollowUp.Course;

namespace FollowUp.Contacts.Rules;

/// <summary>The temperature of a contact is possible, and the next contact is not before it.</summary>
public sealed class ContactCheck : ICheck<ContactMade>
{
    /// <summary>Body temperature in degrees Celsius. A fever raises an alert, and nobody is asked for a reason (R83).</summary>
    public static readonly PlausibleRange Temperature = new("Temperature", "Cel", 30, 45, "domain 2.6, version 2");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ContactMade fact, PatientCourse course, DecisionContext context)
    {
        foreach (var finding in fact.TemperatureCelsius is { } degrees ? Temperature.Judge("temperatureCelsius", degrees) : [])
        {
            yield return finding;
        }

        if (fact.TemperatureCelsius >= ContactMade.FeverFromCelsius && fact.Script?.GetValueOrDefault(ScriptItem.Fever, Answer.NotAsked) is Answer.No)
        {
            yield return Finding.Notice("FeverByValue", $"script.{ScriptItem.Fever}", Answer.No, FormattableString.Invariant(
                $"{fact.TemperatureCelsius} Cel is a fever. It counts as yes, and the alert is raised. Correct the temperature or the answer."));
        }

        if (fact.NextContactOn is { } next && next < fact.MadeAt.Day(course.Zone))
        {
            yield return Finding.Refusal("BeforeContact", "nextContactOn", next, "The next contact is before this one. Write a later day, or leave it out.");
        }
    }
}
