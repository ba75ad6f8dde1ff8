namespace FollowUp.Patients.Pages.Chart;

/// <summary>What a clinician has to review, with the reasons.</summary>
public sealed class Flags : IManPart
{
    /// <inheritdoc/>
    public int Order => 15;

    /// <inheritdoc/>
    public Type Component => typeof(FlagsPart);
}

/// <summary>All other answers about him, each with its reasons.</summary>
public sealed class Answers : IManPart
{
    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public Type Component => typeof(AnswersPart);
}

/// <summary>Everything recorded about him.</summary>
public sealed class WholeTimeline : IManPart
{
    /// <inheritdoc/>
    public int Order => 90;

    /// <inheritdoc/>
    public Type Component => typeof(TimelinePart);
}
