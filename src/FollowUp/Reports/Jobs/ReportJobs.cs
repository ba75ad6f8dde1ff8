using System.Text.Json;
using FollowUp.Access;
using FollowUp.Course.Json;
using FollowUp.Platform.Store;
using FollowUp.Recording.ReadModels;
using FollowUp.Reports.Making;
using Marten;
using NodaTime;
using Npgsql;
using Wolverine;
using Wolverine.Runtime;

namespace FollowUp.Reports.Jobs;

/// <summary>Background jobs for reports on more men than one request can wait for. A job belongs to the user who asked for it.</summary>
public sealed class ReportJobs(IDocumentStore store, NpgsqlDataSource database, StoreTime time, JobSettings settings, IWolverineRuntime runtime)
{
    /// <summary>The most jobs that one list holds.</summary>
    public const int MostListed = 100;

    // A command without a running server has no queue: it makes its report itself, however long it takes.
    private bool HasQueue => runtime.Options.Durability.Mode != DurabilityMode.MediatorOnly;

    /// <summary>Whether a clinic has so many men that its reports are made in the background.</summary>
    public async Task<bool> AreNeededAsync(Clinic clinic, CancellationToken cancellationToken) =>
        HasQueue && await HasMoreMenThanAsync(settings.AnswerAtOnce, clinic, cancellationToken);

    /// <summary>Starts a job for a request, or finds the one that the same request started before.</summary>
    public async Task<ReportJob> StartAsync(SignedIn user, ReportRequest request, IMessageBus bus, CancellationToken cancellationToken)
    {
        var job = ReportJob.For(user, request, time.GetCurrentInstant());
        await bus.InvokeForTenantAsync(user.Clinic.Id, new StartReportJob(job), cancellationToken);
        return await FindAsync(user, job.Id, cancellationToken) ?? job;
    }

    /// <summary>A user's job; null when they have none of that id.</summary>
    public async Task<ReportJob?> FindAsync(SignedIn user, Guid id, CancellationToken cancellationToken) =>
        await LoadAsync(user.Clinic.Id, id, cancellationToken) is { } job && IsVisible(job, user) ? job : null;

    /// <summary>A user's jobs without their documents, the latest first, at most <see cref="MostListed"/>.</summary>
    public async Task<IReadOnlyList<ReportJob>> ListAsync(SignedIn user, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ReportSql.JobsOfUser);
        command.Parameters.AddWithValue(user.Clinic.Id);
        command.Parameters.AddWithValue(user.UserId);
        command.Parameters.AddWithValue((long)MostListed);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var jobs = new List<ReportJob>();
        while (await reader.ReadAsync(cancellationToken))
        {
            jobs.Add(JsonSerializer.Deserialize<ReportJob>(reader.GetString(0), FactJson.Options)!);
        }

        return [.. jobs.Where(job => IsVisible(job, user))];
    }

    /// <summary>Cancels a job that is not done, and deletes the document of one that is.</summary>
    public async Task CancelAsync(SignedIn user, ReportJob job, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(user.Clinic.Id);
        session.Delete(job);
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Deletes the jobs of every clinic whose time is over.</summary>
    public async Task DeleteExpiredAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ReportSql.DeleteOldJobs);
        command.Parameters.AddWithValue(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A clinic's job; null when it was cancelled or deleted.</summary>
    internal async Task<ReportJob?> LoadAsync(string clinicId, Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinicId);
        return await session.LoadAsync<ReportJob>(id, cancellationToken);
    }

    /// <summary>Changes some fields of a job, unless it was cancelled.</summary>
    /// <returns>Whether the job is still there.</returns>
    /// <remarks>It cannot be cancelled itself: what has happened to a job is stored also while the server stops.</remarks>
    internal async Task<bool> UpdateAsync(string clinicId, ReportJob job, object changes)
    {
        // Storing the job with Marten would bring a cancelled one back.
        await using var command = database.CreateCommand(ReportSql.ChangeJob);
        command.Parameters.AddWithValue(clinicId);
        command.Parameters.AddWithValue(job.Id);
        command.Parameters.AddWithValue($"{job.Attempt}");
        command.Parameters.AddWithValue(store.Options.Serializer().ToJson(changes));
        return await command.ExecuteNonQueryAsync(CancellationToken.None) > 0;
    }

    private async Task<bool> HasMoreMenThanAsync(int limit, Clinic clinic, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(DueDatesSql.HasMoreMenThan);
        command.Parameters.AddWithValue(clinic.Id);
        command.Parameters.AddWithValue((long)limit);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private bool IsVisible(ReportJob job, SignedIn user) => job.IsFor(user) && !(job.KeptUntil < time.GetUtcNow());
}

/// <summary>When reports are made in the background, and how long they are kept.</summary>
/// <param name="AnswerAtOnce">The most records that are read for an answer at once: <c>FollowUp:Reports:AnswerAtOnce</c>, by default 2,000.</param>
/// <param name="KeptFor">How long an ended job is kept: <c>FollowUp:Reports:KeepHours</c>, by default 24 hours.</param>
public sealed record JobSettings(int AnswerAtOnce, Duration KeptFor)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidOperationException">One of them is out of range.</exception>
    public static JobSettings Read(IConfiguration configuration)
    {
        var (atOnce, hours) = (configuration.GetValue("FollowUp:Reports:AnswerAtOnce", 2_000), configuration.GetValue("FollowUp:Reports:KeepHours", 24));
        return atOnce < 0 ? throw new InvalidOperationException($"FollowUp:Reports:AnswerAtOnce is {atOnce}. Set for how many men a report is made at once, from 0.")
            : hours < 1 ? throw new InvalidOperationException($"FollowUp:Reports:KeepHours is {hours}. Set how many hours a report is kept, from 1.")
            : new(atOnce, Duration.FromHours(hours));
    }
}
