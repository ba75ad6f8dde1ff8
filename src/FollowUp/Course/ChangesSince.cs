using FollowUp.Contacts.Facts;

namespace FollowUp.Course;

/// <summary>What changed in a course since a version that somebody saw.</summary>
public static class ChangesSince
{
    /// <summary>Whether an entry is still as somebody saw it in a version: the man had that version, and it was neither corrected nor retracted since.</summary>
    public static bool IsAsSeen(this PatientCourse course, Guid entryId, long version) =>
        version >= 1 && version <= course.Version && !course.Log.Exists(entry => entry.Version > version && Corrections.About(entry.Fact) == entryId);

    /// <summary>The contacts and attempts that stand and were recorded after a version.</summary>
    public static IReadOnlyList<Standing<Fact>> ContactsSince(this PatientCourse course, long version) =>
        [.. course.Standing.Where(standing => standing.Fact is ContactMade or ContactAttempted && standing.Entry.Version > version)];
}
