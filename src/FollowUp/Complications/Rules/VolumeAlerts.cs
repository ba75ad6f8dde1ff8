using FollowUp.Alerts.Facts;
using FollowUp.Alerts.Rules;
using FollowUp.Complications.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;

namespace FollowUp.Complications.Rules;

/// <summary>Raises the alert of a shrinking testis when a loss of volume is proposed as atrophy, however it was measured (domain 5).</summary>
public sealed class VolumeAlerts : IAlertSource
{
    /// <inheritdoc/>
    public IReadOnlyList<Type> LooksAt => TesticularVolume.Kinds;

    /// <inheritdoc/>
    /// <remarks>An examination that finds both sides smaller raises one alert.</remarks>
    public IEnumerable<RaisedAlert> In(PatientCourse course, AlertPolicy policy) =>
        from proposal in ProposedComplications.In(course).Where(proposal => proposal.Type == ComplicationType.Atrophy).DistinctBy(proposal => proposal.Evidence[^1])
        select new RaisedAlert(AlertTrigger.TestisShrinking, proposal.Evidence[^1], Occurrence.On(proposal.LatestOn))
        {
            With = [proposal.Evidence[0], proposal.Operation.Id], Compared = proposal.Compared,
        };
}
