using FollowUp.Course;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules.TestosteroneRecovery;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>Which of a laboratory's messages about one result counts (R02, R80, R81).</summary>
public static class ResultRevisions
{
    /// <summary>Whether a status takes a result back: W, X or D.</summary>
    public static bool TakesBack(this ResultStatus status) =>
        status is ResultStatus.Withdrawn or ResultStatus.Cancelled or ResultStatus.Deleted;

    /// <summary>The messages that count, one a result, and those that do not any more.</summary>
    /// <remarks>
    /// The latest recorded final or corrected one counts; a preliminary one displaces none of the others, however late it comes;
    /// what was taken back is gone until a later final or corrected one. Which messages state one result, <see cref="ReportedResult"/> says.
    /// </remarks>
    internal static (IReadOnlyList<Standing<HormoneResultReported>> Counting, IReadOnlyList<DisplacedResult> Displaced) Resolve(
        PatientCourse course)
    {
        var counting = new List<Standing<HormoneResultReported>>();
        var displaced = new List<DisplacedResult>();
        foreach (var result in ReportedResult.AllIn(course))
        {
            var latest = result.Latest;
            var gone = latest.Fact.Status.TakesBack();
            if (!gone)
            {
                counting.Add(latest);
            }

            displaced.AddRange(result.Messages
                .Where(message => message != latest && !message.Fact.Status.TakesBack())
                .Select(message => new DisplacedResult(
                    message.Id,
                    message.Fact.Analyte,
                    message.Occurred.Earliest,
                    message.Occurred.Time,
                    gone ? Exclusion.Withdrawn : Exclusion.Superseded,
                    latest.Id)));
        }

        return (counting, displaced);
    }
}
