using System.Diagnostics;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Course.Json;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using FollowUp.Reports.Making;
using Marten;
using NodaTime;
using Npgsql;
using Wolverine;
using Wolverine.Runtime;

namespace FollowUp.Reports.Jobs;

/// <summary>The reports that take long: those for which more than <see cref="JobSettings.AnswerAtOnce"/> records are read.</summary>
public sealed class ReportJobs(
    IDocumentStore store, NpgsqlDataSource database, ClinicRegistry clinics, ReportPress press, StoreTime time, JobSettings settings, IWolverineRuntime runtime,
    IHostApplicationLifetime lifetime, ILogger<ReportJobs> log)
{
    /// <summary>The most that one list holds.</summary>
    public const int MostListed = 100;

    /// <summary>How often it is said how far a job is, and looked whether it is still wanted.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether an order is a job. A command beside no server has no queue: it waits for its own answer.</summary>
    public async Task<bool> AreForAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        if (runtime.Options.Durability.Mode == DurabilityMode.MediatorOnly)
        {
            return false;
        }

        await using var command = database.CreateCommand(DueDatesSql.HasMoreMenThan);
        command.Parameters.AddWithValue(clinic.Id);
        command.Parameters.AddWithValue((long)settings.AnswerAtOnce);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>The job of an order: the one there is, or a new one.</summary>
    public async Task<ReportJob> TakeAsync(SignedIn user, ReportOrder order, IMessageBus bus, CancellationToken cancellationToken)
    {
        var job = ReportJob.For(user, order, time.GetCurrentInstant());
        await bus.InvokeForTenantAsync(user.Clinic.Id, new TakeReportJob(job), cancellationToken);
        return await FindAsync(user, job.Id, cancellationToken) ?? job;
    }

    /// <summary>A user's job; null when he has none of that id.</summary>
    public async Task<ReportJob?> FindAsync(SignedIn user, Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(user.Clinic.Id);
        return await session.LoadAsync<ReportJob>(id, cancellationToken) is { } job && Sees(user, job) ? job : null;
    }

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

        return [.. jobs.Where(job => Sees(user, job))];
    }

    /// <summary>Cancels a job, or throws its document away.</summary>
    public async Task CancelAsync(SignedIn user, ReportJob job, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession(user.Clinic.Id);
        session.Delete(job);
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Deletes what need no longer be kept.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(ReportSql.DeleteOldJobs);
        command.Parameters.AddWithValue(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes a job's report.</summary>
    public async Task RunAsync(string clinicId, PrintReport order, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession(clinicId);
        if (await session.LoadAsync<ReportJob>(order.JobId, CancellationToken.None) is not { } job || job.Attempt != order.Attempt)
        {
            return;
        }

        if (job.State != JobState.Waiting)
        {
            await EndAsync(clinicId, job, JobState.Interrupted);
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await ChangeAsync(clinicId, job, new { State = JobState.Running, BegunAt = time.GetCurrentInstant() });
            await using var progress = new Progress(this, clinicId, job, ends);
            var written = await press.WriteAsync(clinics[clinicId], job.Order, progress, ends.Token);
            await (written.Content is null
                ? EndAsync(clinicId, job, JobState.Failed, $"The report has no such figure, or nothing to show in it. Ask for one of {string.Join(", ", written.Figures)}.")
                : EndAsync(clinicId, job with { Men = progress.Last.Men, Of = progress.Last.Of }, JobState.Done, written: written));
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // Cancelled by its owner it is gone, and this changes nothing.
            await EndAsync(clinicId, job, JobState.Interrupted);
        }
        catch (Exception failed) when (failed is not OperationCanceledException && !Problems.IsDatabaseAway(failed))
        {
            log.LogError(failed, "The report {Report} of job {Job} could not be made", job.Report, job.Id);
            await EndAsync(clinicId, job, JobState.Failed, "The report could not be made; the server's log says why.");
        }
    }

    private bool Sees(SignedIn user, ReportJob job) => job.IsFor(user) && !(job.KeptUntil < time.GetUtcNow());

    private async Task EndAsync(string clinicId, ReportJob job, JobState state, string? why = null, Written? written = null)
    {
        var now = time.GetCurrentInstant();
        var kept = new { State = state, Why = why, EndedAt = now, KeptUntil = (now + settings.KeptFor).ToDateTimeOffset() };
        await ChangeAsync(clinicId, job, written is null
            ? kept
            : new { kept.State, kept.Why, kept.EndedAt, kept.KeptUntil, job.Men, job.Of, written.ContentType, written.Content });
    }

    // Changes the job if it is still there: false says that nobody wants it any more.
    private async Task<bool> ChangeAsync(string clinicId, ReportJob job, object changes)
    {
        await using var command = database.CreateCommand(ReportSql.ChangeJob);
        command.Parameters.AddWithValue(clinicId);
        command.Parameters.AddWithValue(job.Id);
        command.Parameters.AddWithValue($"{job.Attempt}");
        command.Parameters.AddWithValue(store.Options.Serializer().ToJson(changes));

        // What has happened is written down also when the server is stopping.
        return await command.ExecuteNonQueryAsync(CancellationToken.None) > 0;
    }

    /// <summary>Writes down how far a job is, and ends it when it is no longer wanted.</summary>
    private sealed class Progress(ReportJobs jobs, string clinicId, ReportJob job, CancellationTokenSource ends) : IProgress<MenProgress>, IAsyncDisposable
    {
        private long _written = Stopwatch.GetTimestamp() - Stopwatch.Frequency;
        private Task _writing = Task.CompletedTask;

        public MenProgress Last { get; private set; } = new(0, 0);

        public void Report(MenProgress value)
        {
            Last = value;
            if (_writing.IsCompleted && Stopwatch.GetElapsedTime(_written) >= Every)
            {
                _written = Stopwatch.GetTimestamp();
                _writing = WriteAsync(value);
            }
        }

        public async ValueTask DisposeAsync() => await _writing;

        private async Task WriteAsync(MenProgress value)
        {
            try
            {
                if (!await jobs.ChangeAsync(clinicId, job, new { value.Men, value.Of }))
                {
                    await ends.CancelAsync();
                }
            }
            catch (Exception away) when (Problems.IsDatabaseAway(away))
            {
                // The reading of the men meets it too, and that is what ends the job.
            }
        }
    }
}

/// <summary>When reports are jobs, and how long these are kept.</summary>
/// <param name="AnswerAtOnce">So many records at most are read for an answer at once: <c>FollowUp:Reports:AnswerAtOnce</c>, 2,000 unless set.</param>
/// <param name="KeptFor">How long an ended job is kept: <c>FollowUp:Reports:KeepHours</c>, 24 hours unless set.</param>
public sealed record JobSettings(int AnswerAtOnce, Duration KeptFor)
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InvalidOperationException">One of them is no usable number.</exception>
    public static JobSettings Read(IConfiguration configuration)
    {
        var (atOnce, hours) = (configuration.GetValue("FollowUp:Reports:AnswerAtOnce", 2_000), configuration.GetValue("FollowUp:Reports:KeepHours", 24));
        return atOnce < 0 ? throw new InvalidOperationException($"FollowUp:Reports:AnswerAtOnce is {atOnce}. Set how many men are reported on at once, from 0.")
            : hours < 1 ? throw new InvalidOperationException($"FollowUp:Reports:KeepHours is {hours}. Set how many hours a report is kept, from 1.")
            : new(atOnce, Duration.FromHours(hours));
    }
}
