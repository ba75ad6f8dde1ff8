using FollowUp.Interop.Files;
using FollowUp.Platform;

namespace FollowUp.Interop;

/// <summary>What comes in from other systems and goes out to them.</summary>
public sealed class InteropActivity : IActivity
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapImport();
}
