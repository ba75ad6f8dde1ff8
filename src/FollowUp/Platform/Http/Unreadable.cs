using FollowUp.Course;

namespace FollowUp.Platform.Http;

/// <summary>A request, or a line of a file, that cannot be read; answered with 400 and the finding.</summary>
public sealed class UnreadableException(Finding finding) : Exception(finding.Message)
{
    /// <summary>Which field, which value, and what would be right.</summary>
    public Finding Finding { get; } = finding;
}
