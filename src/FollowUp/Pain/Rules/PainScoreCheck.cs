using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Pain.Facts;

namespace FollowUp.Pain.Rules;

/// <summary>A pain episode has exactly one score, on the numeric or on the visual scale (domain 5).</summary>
public sealed class PainScoreCheck : ICheck<PainReported>
{
    /// <summary>The numeric rating scale. Severe pain raises an alert, and nobody is asked for a reason (R83).</summary>
    public static readonly PlausibleRange Nrs = new("Nrs", "{score}", 0, 10, "domain 2.6, version 2");

    /// <summary>The visual analogue scale in millimetres.</summary>
    public static readonly PlausibleRange Vas = new("Vas", "mm", 0, 100, "domain 5, version 1");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(PainReported fact, PatientCourse course, DecisionContext context)
    {
        var findings = new List<Finding>();
        switch (fact)
        {
            case { Nrs: null, VasMillimetres: null }:
                findings.Add(Finding.Refusal("ScoreMissing", "nrs", null, "Write the score: nrs from 0 to 10, or vasMillimetres from 0 to 100."));
                break;
            case { Nrs: not null, VasMillimetres: not null }:
                findings.Add(Finding.Refusal("ScoreTwice", "vasMillimetres", fact.VasMillimetres, "There are two scores. Write the score of the scale that was used, and leave the other out."));
                break;
        }

        findings.AddRange(fact.Nrs is { } nrs ? Nrs.Judge("nrs", nrs) : []);
        findings.AddRange(fact.VasMillimetres is { } vas ? Vas.Judge("vasMillimetres", vas) : []);
        if (fact.DurationHours is < 0)
        {
            findings.Add(Finding.Refusal("DurationImplausible", "durationHours", fact.DurationHours, "Hours cannot be negative. Write hours from 0, or leave them out."));
        }

        if (fact.OnsetOn is { } onset && onset.Earliest > fact.ReportedAt.Day(course.Zone))
        {
            findings.Add(Finding.Refusal("OnsetAfterReport", "onsetOn", onset, "The onset is later than the report. Correct one of the dates."));
        }

        if ((fact.Nrs ?? fact.VasMillimetres) > 0 && fact.ContactId is { } id
            && course.Of<ContactMade>().FirstOrDefault(contact => contact.Id == id)?.Fact.AnswerTo(ScriptItem.PainPersists) is Answer.No)
        {
            findings.Add(Finding.Notice("PainByScore", fact.Nrs is null ? "vasMillimetres" : "nrs", fact.Nrs ?? fact.VasMillimetres,
                "In the contact it names he said that he had no pain left. The score counts. Correct the score or that answer."));
        }

        return findings;
    }
}
