namespace FollowUp.Access;

/// <summary>Keeps what the clinics decided about themselves known to this node; <see cref="ClinicRegistry"/> holds it.</summary>
public interface IClinicsKept
{
    /// <summary>Sees to it that nothing known is older than two seconds. Costs nothing while the regular look comes in time.</summary>
    Task FreshAsync(CancellationToken cancellationToken);

    /// <summary>Sees to it that what is known is what stands in the store now.</summary>
    Task LookAsync(CancellationToken cancellationToken);
}
