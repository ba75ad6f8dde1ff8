namespace FollowUp.Access;

/// <summary>Keeps this node informed of what the clinics decided about themselves; <see cref="ClinicRegistry"/> holds it.</summary>
public interface IClinicUpdates
{
    /// <summary>Reads the clinics' decisions if they were last read two seconds ago or longer. It costs nothing while the regular poll is on time.</summary>
    Task RefreshIfOldAsync(CancellationToken cancellationToken);

    /// <summary>Reads the clinics' decisions as they are stored now.</summary>
    Task RefreshAsync(CancellationToken cancellationToken);
}
