using System.Text.Json.Serialization;
using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Reports.Making;
using NodaTime;

namespace FollowUp.Reports.Jobs;

/// <summary>Where a job stands.</summary>
public enum JobState
{
    /// <summary>Others come first.</summary>
    Waiting,

    /// <summary>The men are being asked.</summary>
    Running,

    /// <summary>Its document is there.</summary>
    Done,

    /// <summary>It could not be made; the reason says why.</summary>
    Failed,

    /// <summary>The server stopped meanwhile. What is asked for again is the same, to the byte.</summary>
    Interrupted,
}

/// <summary>A report that takes long, made while whoever ordered it does something else. It belongs to a clinic and a user.</summary>
/// <remarks>Cancelled, it is deleted; whoever still works on it finds it gone and ends.</remarks>
public sealed record ReportJob
{
    /// <summary>The order's, so that whoever asks for the same meets the same job.</summary>
    public required Guid Id { get; init; }

    /// <summary>Tells a job from one before it of the same order.</summary>
    public required Guid Attempt { get; init; }

    /// <summary>Who ordered it.</summary>
    public required string UserId { get; init; }

    /// <summary>The report's name.</summary>
    public required string Report { get; init; }

    /// <summary>What it is divided by.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>What it rests on.</summary>
    public required ReportBasis Basis { get; init; }

    /// <summary>The form it is to have.</summary>
    public required ReportForm Form { get; init; }

    /// <summary>When it was ordered.</summary>
    public required Instant AskedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public JobState State { get; init; }

    /// <summary>When it began; null before.</summary>
    public Instant? BegunAt { get; init; }

    /// <summary>When it ended, in whatever way; null before.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Until when it is kept; null while it has not ended.</summary>
    public DateTimeOffset? KeptUntil { get; init; }

    /// <summary>The records asked so far.</summary>
    public long Men { get; init; }

    /// <summary>The records there are; 0 while they are not counted.</summary>
    public long Of { get; init; }

    /// <summary>Why it failed, in words.</summary>
    public string? Why { get; init; }

    /// <summary>The media type of its document.</summary>
    public string? ContentType { get; init; }

    /// <summary>Its document, once it is done.</summary>
    public byte[]? Content { get; init; }

    /// <summary>What was ordered.</summary>
    [JsonIgnore]
    public ReportOrder Order => new(ReportQuery.Reports[Report], [.. By.Select(key => ReportQuery.Reports[Report].Strata.First(stratum => stratum.Key == key))], Basis, Form);

    /// <summary>The job of an order.</summary>
    public static ReportJob For(SignedIn user, ReportOrder order, Instant askedAt) => new()
    {
        Id = Ids.Of($"report-job {user.Clinic.Id} {user.UserId} {order.Basis.ForResearch} {order.Basis.Protocol} {ReportHeader.Program} {order.Address}"),
        Attempt = Ids.New(),
        UserId = user.UserId,
        Report = order.Report.Name,
        By = [.. order.By.Select(stratum => stratum.Key)],
        Basis = order.Basis,
        Form = order.Form,
        AskedAt = askedAt,
    };

    /// <summary>Whether a user may see it: his own, with the role he ordered it in.</summary>
    public bool IsFor(SignedIn user) =>
        UserId == user.UserId && user.Roles.Overlaps(Policies.All[Order.Report.Policy]) && Basis.ForResearch == ReportBasis.IsForResearch(Order.Report, user);
}

/// <summary>A job as its owner sees it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Men">The records asked so far.</param>
/// <param name="Of">The records there are; 0 while they are not counted.</param>
/// <param name="Report">The report's name.</param>
/// <param name="Form">The form it is to have.</param>
/// <param name="By">What it is divided by.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="AskedAt">When it was ordered.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="KeptUntil">Until when it is kept.</param>
/// <param name="Says">What that means and what to do.</param>
/// <param name="Document">The address of its document, once it is done.</param>
/// <param name="Again">The address at which the same is asked for again.</param>
public sealed record JobAnswer(
    Guid Id, JobState State, long Men, long Of, string Report, ReportForm Form, IReadOnlyList<string> By, ReportBasis Basis, Instant AskedAt, Instant? BegunAt,
    Instant? EndedAt, DateTimeOffset? KeptUntil, string Says, string? Document, string Again)
{
    /// <summary>The answer of a job.</summary>
    public static JobAnswer To(ReportJob job) => new(
        job.Id, job.State, job.Men, job.Of, job.Report, job.Form, job.By, job.Basis, job.AskedAt, job.BegunAt, job.EndedAt, job.KeptUntil,
        job.State switch
        {
            JobState.Waiting => "Others come first. Look again, or DELETE it.",
            JobState.Running => "The men are being asked. Look again, or DELETE it.",
            JobState.Done => "The document is kept until keptUntil.",
            JobState.Failed => job.Why ?? "The report could not be made.",
            _ => "The server was stopped meanwhile, and nothing is left of it. Ask for it again: the same instant and event give the same document.",
        },
        job.State == JobState.Done ? $"{ReportJobEndpoints.AddressOf(job)}/document" : null, job.Order.Address);
}
