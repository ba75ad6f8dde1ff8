using FollowUp.Patients.Pages.Chart;

namespace FollowUp.Hormones.Pages;

/// <summary>A man's testosterone over time.</summary>
public sealed class TestosteroneCurve : IManPart
{
    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public Type Component => typeof(CurvePart);
}
