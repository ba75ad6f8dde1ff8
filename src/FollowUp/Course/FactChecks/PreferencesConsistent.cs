using FollowUp.Patients.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>Contact preferences name each channel once, and their hours end after they begin.</summary>
public sealed class PreferencesConsistent : ICheck<ContactPreferencesRecorded>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(ContactPreferencesRecorded fact, PatientCourse course, DecisionContext context)
    {
        if (fact.Channels.Distinct().Count() != fact.Channels.Count)
        {
            yield return Finding.Refusal("ChannelTwice", "channels", string.Join(", ", fact.Channels), "Name each channel once, the preferred one first.");
        }

        if (fact is { From: { } from, Until: { } until } && from >= until)
        {
            yield return Finding.Refusal("HoursEmpty", "until", until, $"The hours end before they begin. Write a time after {from:HH:mm}, or leave both out.");
        }
    }
}
