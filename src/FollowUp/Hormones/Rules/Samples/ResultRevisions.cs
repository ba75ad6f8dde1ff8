using FollowUp.Course;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>Finds which of a laboratory's messages about one result counts (R02, R80, R81).</summary>
public static class ResultRevisions
{
    /// <summary>Whether a status withdraws a result: W, X or D.</summary>
    public static bool IsWithdrawal(this ResultStatus status) =>
        status is ResultStatus.Withdrawn or ResultStatus.Cancelled or ResultStatus.Deleted;

    /// <summary>The messages that count, one for each result, and those that were replaced or withdrawn.</summary>
    /// <remarks>
    /// The final or corrected message recorded last counts. A preliminary one never replaces another, however late it comes. A withdrawn
    /// result is gone until a later final or corrected message. <see cref="ReportedResult"/> says which messages are about one result.
    /// </remarks>
    internal static (IReadOnlyList<Standing<HormoneResultReported>> Counting, IReadOnlyList<DisplacedResult> Displaced) Resolve(
        PatientCourse course)
    {
        var counting = new List<Standing<HormoneResultReported>>();
        var displaced = new List<DisplacedResult>();
        foreach (var result in ReportedResult.AllIn(course))
        {
            var latest = result.Latest;
            var withdrawn = latest.Fact.Status.IsWithdrawal();
            if (!withdrawn)
            {
                counting.Add(latest);
            }

            displaced.AddRange(result.Messages
                .Where(message => message != latest && !message.Fact.Status.IsWithdrawal())
                .Select(message => new DisplacedResult(
                    message.Id,
                    message.Fact.Analyte,
                    message.Occurred.Earliest,
                    message.Occurred.Time,
                    withdrawn ? Exclusion.Withdrawn : Exclusion.Superseded,
                    latest.Id)));
        }

        return (counting, displaced);
    }
}
