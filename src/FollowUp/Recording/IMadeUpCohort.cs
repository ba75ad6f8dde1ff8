namespace FollowUp.Recording;

/// <summary>A cohort of men who were made up, which a report on them alone has to name. Found by scanning.</summary>
public interface IMadeUpCohort
{
    /// <summary>What has to be said of data that are of these men alone.</summary>
    string Says { get; }

    /// <summary>Whether a man is one of them.</summary>
    bool Holds(Guid patientId);
}
