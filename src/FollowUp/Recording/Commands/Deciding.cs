using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Facts;
using NodaTime;

namespace FollowUp.Recording.Commands;

/// <summary>How a fact is decided on, whichever command brings it: in one place, so that every way in asks the same.</summary>
/// <param name="clinic">The clinic.</param>
/// <param name="now">When it is recorded.</param>
/// <param name="birthDate">The man's birth date; null when it is not known, or no fact needs it.</param>
/// <param name="confirmed">What the sender confirmed.</param>
internal sealed class Deciding(Clinic clinic, Instant now, LocalDate? birthDate, Confirmations confirmed)
{
    private readonly DecisionContext _context = new(now, now.InZone(clinic.Zone).Date, birthDate) { Asked = Questions.At(clinic, now) };

    /// <summary>The clinic's date.</summary>
    public LocalDate Today => _context.Today;

    /// <summary>Decides on a fact, a correction or a retraction.</summary>
    /// <param name="course">The course without it.</param>
    /// <param name="id">The entry's id.</param>
    /// <param name="stated">What is stated, its free text sealed.</param>
    /// <param name="beside">Findings in addition to those of the checks.</param>
    public Decision On(PatientCourse course, Guid id, Fact stated, params IReadOnlyList<Finding> beside)
    {
        IReadOnlyList<Finding> Checks(Fact fact, PatientCourse known, DecisionContext context) => [.. beside, .. AllChecks.Run(fact, known, context)];

        return stated switch
        {
            EntryCorrected correction => Decide.Correct(course, id, correction, confirmed, Checks, _context),
            EntryRetracted retraction => Decide.Retract(course, id, retraction),
            _ => Decide.Record(course, id, stated, confirmed, Checks, _context),
        };
    }
}
