namespace FollowUp.Platform;

/// <summary>The one place ids are made, at the edge, when the sender gave none.</summary>
public static class Ids
{
    /// <summary>A new id, ordered by time so that indexes stay compact.</summary>
#pragma warning disable RS0030 // This is the one place.
    public static Guid New() => Guid.CreateVersion7();
#pragma warning restore RS0030
}
