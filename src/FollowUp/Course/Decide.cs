using System.Text.Json;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Patients.Facts;

namespace FollowUp.Course;

/// <summary>The outcome of a decision.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The fact is to be appended, with the warnings it is stored despite; the reasons are sealed in with the man's key.</summary>
    public sealed record Append(Fact Fact) : Decision;

    /// <summary>The course already holds this fact: nothing is appended, and the answer is that of the first time.</summary>
    public sealed record Held(Entry Entry) : Decision;

    /// <summary>The fact is not stored, for these reasons.</summary>
    public sealed record Refuse(IReadOnlyList<Finding> Findings) : Decision;

    /// <summary>The fact is stored once a person confirms each of these with a reason.</summary>
    public sealed record Confirm(IReadOnlyList<Finding> Warnings) : Decision;
}

/// <summary>Runs every check that is declared for a fact's kind.</summary>
public delegate IReadOnlyList<Finding> Checks(Fact fact, PatientCourse course, DecisionContext context);

/// <summary>The warnings a sender confirmed.</summary>
/// <param name="Codes">The codes that they gave a reason for.</param>
/// <param name="Unattended">No person is there to ask: warnings are stored unconfirmed, and listed for somebody to check.</param>
public sealed record Confirmations(IReadOnlyCollection<string> Codes, bool Unattended)
{
    /// <summary>Whether it came over the interface, where a program may be at the other end.</summary>
    public bool FromProgram { get; init; }

    /// <summary>Whether a finding still waits for a reason.</summary>
    public bool Lack(Finding finding) => !Unattended && !Codes.Contains(finding.Code) && finding.Asks switch
    {
        Asking.EverySender => true,
        Asking.Persons => !FromProgram,
        _ => false,
    };
}

/// <summary>Whether a fact may be appended to a course. Deciding twice on the same fact appends it once.</summary>
public static class Decide
{
    /// <summary>Decides on a new fact.</summary>
    public static Decision Record(PatientCourse course, Guid id, Fact fact, Confirmations given, Checks checks, DecisionContext context)
    {
        if (course.Find(id) is { } held)
        {
            return FactJson.Same(Stated(held.Fact), Stated(fact)) ? new Decision.Held(held) : IdInUse(id);
        }

        return Judge(fact, fact, course, given, checks, context);
    }

    /// <summary>Decides on a correction: it is judged on the corrected whole (R04).</summary>
    public static Decision Correct(
        PatientCourse course, Guid id, EntryCorrected correction, Confirmations given, Checks checks, DecisionContext context)
    {
        if (course.Find(id) is { } held)
        {
            return FactJson.Same(Stated(held.Fact), Stated(correction)) ? new Decision.Held(held) : IdInUse(id);
        }

        if (course.Standing.FirstOrDefault(standing => standing.Id == correction.EntryId) is not { } target)
        {
            return NotCorrectable(course, correction.EntryId);
        }

        if (RefuseForWholeRecord(course, correction) is { } refusal)
        {
            return refusal;
        }

        Fact corrected;
        try
        {
            corrected = Corrections.Correct(target.Fact, correction.Changes);
        }
        catch (JsonException unreadable)
        {
            return new Decision.Refuse([Finding.Refusal("Unreadable", $"changes{unreadable.Path?.TrimStart('$')}", null, unreadable.Message)]);
        }

        return FactJson.Same(corrected, target.Fact)
            ? new Decision.Refuse([Finding.Refusal("NothingChanges", "changes", correction.Changes.ToJsonString(), "Send the fields whose values are wrong, with the right values.")])
            : Judge(corrected, correction, Without(course, correction.EntryId), given, checks, context);
    }

    /// <summary>Decides on a retraction; an entry may be retracted twice (R09).</summary>
    public static Decision Retract(PatientCourse course, Guid id, EntryRetracted retraction)
    {
        if (course.Find(id) is { } held)
        {
            return FactJson.Same(Stated(held.Fact), Stated(retraction)) ? new Decision.Held(held) : IdInUse(id);
        }

        return course.Find(retraction.EntryId)?.Fact switch
        {
            null => Unknown(retraction.EntryId),
            _ when RefuseForWholeRecord(course, retraction) is { } refusal => refusal,
            PatientEnrolled => new Decision.Refuse([Finding.Refusal(
                "EnrolmentStays", "entryId", retraction.EntryId, "An enrolment cannot be retracted. Correct it, or record a withdrawal.")]),
            _ => new Decision.Append(retraction),
        };
    }

    private static Decision Judge(
        Fact judged, Fact appended, PatientCourse course, Confirmations given, Checks checks, DecisionContext context)
    {
        var findings = checks(judged, course, context);
        if (findings.Any(finding => finding.Refuses))
        {
            return new Decision.Refuse(findings);
        }

        if (findings.Where(given.Lack).ToList() is { Count: > 0 } open)
        {
            return new Decision.Confirm(open);
        }

        return new Decision.Append(findings.Count == 0 ? appended : appended with
        {
            Warnings = [.. findings.Select(finding => finding.Code).Distinct(StringComparer.Ordinal)
                .Select(code => new ConfirmedWarning(code, null))],
        });
    }

    private static Decision.Refuse NotCorrectable(PatientCourse course, Guid entryId) => course.Find(entryId)?.Fact switch
    {
        null => Unknown(entryId),
        EntryCorrected or EntryRetracted => new([Finding.Refusal(
            "NotCorrectable", "entryId", entryId, "A correction or retraction is not corrected: retract it, and correct the entry itself.")]),
        _ => new([Finding.Refusal("EntryRetracted", "entryId", entryId, "The entry is retracted. Retract the retraction first, then correct the entry.")]),
    };

    // A merge is undone as a whole: half of it would leave a fact with both records, or with neither. An erasure is not undone at all.
    private static Decision.Refuse? RefuseForWholeRecord(PatientCourse course, Fact change)
    {
        var concerned = course.Concerned(change);
        return concerned is IdentityErased
            ? new([Finding.Refusal("ErasureStays", "entryId", Corrections.About(change), "His key is destroyed: an erasure is neither corrected nor retracted.")])
            : concerned is RecordsMerged or MergedInto
            ? new([Finding.Refusal("MergeStays", "entryId", Corrections.About(change), "A merge is neither corrected nor retracted. An administrator undoes it.")])
            : change is EntryRetracted && concerned.CopiedFrom is { } from && course.Find(from.MergeId) is { } merge && Merging.IsUndone(course, merge.Id)
                ? new([Finding.Refusal("MergeUndone", "entryId", Corrections.About(change), "This copy went with a merge that was undone: the fact stands in the other record.")])
                : null;
    }

    private static Decision.Refuse Unknown(Guid entryId) => new([Finding.Refusal(
        "UnknownEntry", "entryId", entryId, "This man's course holds no such entry. Take the id from his timeline.")]);

    private static Decision.Refuse IdInUse(Guid id) => new([Finding.Refusal(
        "IdInUse", "id", id, "The id names an entry with other content. Send a new id, or correct that entry.")]);

    private static PatientCourse Without(PatientCourse course, Guid id) => PatientCourse.Of(
        course.PatientId, course.Zone, course.Log.Where(entry => entry.Id != id));

    // What a person confirmed, and when the source recorded it, is not part of what the fact states.
    private static Fact Stated(Fact fact) => fact with { Warnings = null, SourceRecordedAt = null };
}
