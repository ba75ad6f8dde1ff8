using FollowUp.Patients.Rules;
using FollowUp.Patients.Rules.Facts;

namespace FollowUp.Contacts.Rules;

/// <summary>A contact's temperature is a man's, and the next contact is not before it.</summary>
public sealed class ContactPlausible : ICheck<ContactMade>
{
    /// <summary>Body temperature in degrees Celsius: fever from 38.0.</summary>
    public static readonly PlausibleRange Temperature = new("Temperature", "Cel", 30, 45, "domain 2.6, version 1") { UnusualFrom = 38.0m };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ContactMade fact, PatientCourse course, DecisionContext context)
    {
        foreach (var finding in fact.TemperatureCelsius is { } degrees ? Temperature.Judge("temperatureCelsius", degrees) : [])
        {
            yield return finding;
        }

        if (fact.NextContactOn is { } next && next < fact.MadeAt.Day(course.Zone))
        {
            yield return Finding.Refusal("BeforeContact", "nextContactOn", next, "The next contact is before this one. Write a later day, or leave it out.");
        }
    }
}
