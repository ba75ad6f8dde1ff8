using System.Text.Json.Serialization;
using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Reports.Making;
using NodaTime;

namespace FollowUp.Reports.Jobs;

/// <summary>The state of a job.</summary>
public enum JobState
{
    /// <summary>It waits for the jobs before it.</summary>
    Waiting,

    /// <summary>Its report is being made.</summary>
    Running,

    /// <summary>Its document is ready.</summary>
    Done,

    /// <summary>The report could not be made; <see cref="ReportJob.Why"/> says why.</summary>
    Failed,

    /// <summary>The server stopped before it was done. The same request gives the same document, byte for byte.</summary>
    Interrupted,
}

/// <summary>A report made in the background. It belongs to a clinic and a user.</summary>
/// <remarks>A cancelled job is deleted: the run that still works on it finds it gone and stops.</remarks>
public sealed record ReportJob
{
    /// <summary>Made from the request, so that the same request finds the same job.</summary>
    public required Guid Id { get; init; }

    /// <summary>Tells a job from an earlier one of the same id.</summary>
    public required Guid Attempt { get; init; }

    /// <summary>Who asked for it.</summary>
    public required string UserId { get; init; }

    /// <summary>The report's name.</summary>
    public required string Report { get; init; }

    /// <summary>What it is divided by.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>What it is based on.</summary>
    public required ReportBasis Basis { get; init; }

    /// <summary>Its format.</summary>
    public required ReportForm Form { get; init; }

    /// <summary>When it was asked for.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>Its state.</summary>
    public JobState State { get; init; }

    /// <summary>When it began; null before.</summary>
    public Instant? BegunAt { get; init; }

    /// <summary>When it ended, done or not; null before.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Until when it is kept; null while it has not ended.</summary>
    public DateTimeOffset? KeptUntil { get; init; }

    /// <summary>How many records have been read.</summary>
    public long Men { get; init; }

    /// <summary>How many records there are; 0 until they are counted.</summary>
    public long Of { get; init; }

    /// <summary>Why it failed, as a sentence; null when it did not.</summary>
    public string? Why { get; init; }

    /// <summary>The media type of its document.</summary>
    public string? ContentType { get; init; }

    /// <summary>Its document, once it is done.</summary>
    public byte[]? Content { get; init; }

    /// <summary>The request that it answers.</summary>
    [JsonIgnore]
    public ReportRequest Request => new(ReportQuery.Reports[Report], [.. By.Select(key => ReportQuery.Reports[Report].Strata.First(stratum => stratum.Key == key))], Basis, Form);

    /// <summary>The job for a request.</summary>
    public static ReportJob For(SignedIn user, ReportRequest request, Instant askedAt) => new()
    {
        Id = Ids.Of($"report-job {user.Clinic.Id} {user.UserId} {request.Basis.ForResearch} {request.Basis.Protocol} {ReportHeader.Program} {request.Address}"),
        Attempt = Ids.New(),
        UserId = user.UserId,
        Report = request.Report.Name,
        By = [.. request.By.Select(stratum => stratum.Key)],
        Basis = request.Basis,
        Form = request.Form,
        AskedAt = askedAt,
    };

    /// <summary>Whether a user may see it: they asked for it, and still have the role in which they did.</summary>
    public bool IsFor(SignedIn user) =>
        UserId == user.UserId && user.Roles.Overlaps(Policies.All[Request.Report.Policy]) && Basis.ForResearch == ReportBasis.IsForResearch(Request.Report, user);
}

/// <summary>A job as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Its state.</param>
/// <param name="Men">How many records have been read.</param>
/// <param name="Of">How many records there are; 0 until they are counted.</param>
/// <param name="Report">The report's name.</param>
/// <param name="Form">Its format.</param>
/// <param name="By">What it is divided by.</param>
/// <param name="Basis">What it is based on.</param>
/// <param name="AskedAt">When it was asked for.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="KeptUntil">Until when it is kept.</param>
/// <param name="Says">What the state means and what to do.</param>
/// <param name="Document">The address of its document, once it is done.</param>
/// <param name="Again">The address that asks for the same report again.</param>
public sealed record JobAnswer(
    Guid Id, JobState State, long Men, long Of, string Report, ReportForm Form, IReadOnlyList<string> By, ReportBasis Basis, Instant AskedAt, Instant? BegunAt,
    Instant? EndedAt, DateTimeOffset? KeptUntil, string Says, string? Document, string Again)
{
    /// <summary>The answer of a job.</summary>
    public static JobAnswer To(ReportJob job) => new(
        job.Id, job.State, job.Men, job.Of, job.Report, job.Form, job.By, job.Basis, job.AskedAt, job.BegunAt, job.EndedAt, job.KeptUntil,
        job.State switch
        {
            JobState.Waiting => "It waits for other reports. Look again later, or cancel it with DELETE.",
            JobState.Running => "It is being made. Look again later, or cancel it with DELETE.",
            JobState.Done => "The document is kept until keptUntil.",
            JobState.Failed => job.Why ?? "The report could not be made.",
            _ => "The server stopped before the report was done. Ask for it again: the same instant and event give the same document.",
        },
        job.State == JobState.Done ? $"{ReportJobEndpoints.AddressOf(job)}/document" : null, job.Request.Address);
}
