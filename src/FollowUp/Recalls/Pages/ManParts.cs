using FollowUp.Patients.Pages.Chart;

namespace FollowUp.Recalls.Pages;

/// <summary>Where a man is in each operation's clock.</summary>
public sealed class Clocks : IManPart
{
    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public Type Component => typeof(DueItemsPart);
}
