using FollowUp.Patients.Facts;

namespace FollowUp.Course;

/// <summary>Which of a man's statements about consent counts: the latest stated, whenever it was recorded.</summary>
public static class Consents
{
    /// <summary>What he said about reminders; null when he was not asked. Of one day's statements a refusal counts: a man who says stop is not written to.</summary>
    public static Standing<ReminderConsentRecorded>? Reminders(PatientCourse course) => course.Of<ReminderConsentRecorded>()
        .OrderBy(consent => consent.Fact.StatedOn)
        .ThenByDescending(consent => consent.Fact.Consents)
        .LastOrDefault();

    /// <summary>What he said about research; null when he was not asked. Of one day's statements a refusal counts.</summary>
    public static Standing<ResearchAgreementRecorded>? Research(PatientCourse course) => course.Of<ResearchAgreementRecorded>()
        .OrderBy(agreement => agreement.Fact.StatedOn)
        .ThenByDescending(agreement => agreement.Fact.Agrees)
        .LastOrDefault();

    /// <summary>How he wants to be reached; null when he was not asked. Of one day's statements the latest recorded counts.</summary>
    public static Standing<ContactPreferencesRecorded>? Preferences(PatientCourse course) => course.Of<ContactPreferencesRecorded>()
        .OrderBy(preferences => preferences.Fact.StatedOn)
        .ThenBy(preferences => preferences.Entry.FirstRecorded)
        .LastOrDefault();
}
