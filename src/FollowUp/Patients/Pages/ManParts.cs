namespace FollowUp.Patients.Pages;

/// <summary>What is derived of him, each answer with its reasons.</summary>
public sealed class Answers : IManPart
{
    /// <inheritdoc/>
    public int Order => 50;

    /// <inheritdoc/>
    public Type Component => typeof(AnswersPart);
}

/// <summary>Everything recorded of him.</summary>
public sealed class WholeTimeline : IManPart
{
    /// <inheritdoc/>
    public int Order => 90;

    /// <inheritdoc/>
    public Type Component => typeof(TimelinePart);
}
