namespace FollowUp.Patients.Pages.Chart;

/// <summary>What asks for a clinician's look, with its reasons.</summary>
public sealed class Flags : IManPart
{
    /// <inheritdoc/>
    public int Order => 15;

    /// <inheritdoc/>
    public Type Component => typeof(FlagsPart);
}

/// <summary>What else is derived of him, each answer with its reasons.</summary>
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
