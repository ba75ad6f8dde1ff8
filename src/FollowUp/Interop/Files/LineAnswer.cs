using FollowUp.Course;

namespace FollowUp.Interop.Files;

/// <summary>The answer to a line.</summary>
/// <param name="Line">Its number in what was sent, from 1.</param>
/// <param name="Result">Whether it is stored.</param>
/// <param name="Id">The entry's id, if it could be read.</param>
public sealed record LineAnswer(long Line, LineResult Result, Guid? Id = null)
{
    /// <summary>The warnings that nobody has confirmed yet, by code.</summary>
    public IReadOnlyList<string>? Warnings { get; init; }

    /// <summary>Why it was rejected: field, value and remedy of each.</summary>
    public IReadOnlyList<Finding>? Errors { get; init; }

    /// <summary>A line that is not stored, and why.</summary>
    public static LineAnswer Rejected(long line, Guid? id, params IReadOnlyList<Finding> errors) => new(line, LineResult.Rejected, id) { Errors = errors };
}

/// <summary>The result of a line.</summary>
public enum LineResult
{
    /// <summary>It was stored.</summary>
    Recorded,

    /// <summary>It was stored already, with the same content.</summary>
    AlreadyThere,

    /// <summary>It was not stored. Other lines are not affected.</summary>
    Rejected,
}

/// <summary>The last line of an answer; an answer without it was cut off.</summary>
/// <param name="Lines">How many lines were read.</param>
/// <param name="Recorded">How many were stored now.</param>
/// <param name="AlreadyThere">How many were stored already.</param>
/// <param name="Rejected">How many were not stored.</param>
public sealed record ImportSummary(long Lines, long Recorded, long AlreadyThere, long Rejected)
{
    /// <summary>Why the rest was not processed; null when everything was.</summary>
    public string? Stopped { get; init; }

    /// <summary>The summary with one more answer.</summary>
    public ImportSummary With(LineAnswer answer) => this with
    {
        Lines = Lines + 1,
        Recorded = Recorded + (answer.Result == LineResult.Recorded ? 1 : 0),
        AlreadyThere = AlreadyThere + (answer.Result == LineResult.AlreadyThere ? 1 : 0),
        Rejected = Rejected + (answer.Result == LineResult.Rejected ? 1 : 0),
    };
}
