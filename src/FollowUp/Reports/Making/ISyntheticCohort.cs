namespace FollowUp.Reports.Making;

/// <summary>A cohort of synthetic men. A report on them alone has to say so. Found by scanning.</summary>
public interface ISyntheticCohort
{
    /// <summary>What to say about data that are of these men alone.</summary>
    string Note { get; }

    /// <summary>Whether a man is one of them.</summary>
    bool Contains(Guid patientId);
}
