using FollowUp.Patients.Pages.Chart;

namespace FollowUp.Recalls.Pages;

/// <summary>The due items after each operation, on the man's page.</summary>
public sealed class Clocks : IManPart
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public Type Component => typeof(DueItemsPart);
}
