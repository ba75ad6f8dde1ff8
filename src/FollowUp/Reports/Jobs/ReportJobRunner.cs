using System.Diagnostics;
using FollowUp.Access;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using FollowUp.Reports.Making;
using NodaTime;

namespace FollowUp.Reports.Jobs;

/// <summary>Makes the report of a job, and stores its progress and its end with the job.</summary>
public sealed class ReportJobRunner(
    ReportJobs jobs, ReportBuilder reports, ClinicRegistry clinics, StoreTime time, JobSettings settings, IHostApplicationLifetime lifetime, ILogger<ReportJobRunner> log)
{
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMilliseconds(500);

    /// <summary>Makes a job's report, unless the job was cancelled or replaced meanwhile.</summary>
    public async Task RunAsync(string clinicId, RunReportJob order, CancellationToken cancellationToken)
    {
        if (await jobs.LoadAsync(clinicId, order.JobId, CancellationToken.None) is not { } job || job.Attempt != order.Attempt)
        {
            return;
        }

        // The message is delivered again after a crash, and the report may have caused it: it is not started again.
        if (job.State != JobState.Waiting)
        {
            await EndAsync(clinicId, job, JobState.Interrupted);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            await MakeAsync(clinicId, job, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await EndAsync(clinicId, job, JobState.Interrupted);
        }
        catch (Exception failed) when (failed is not OperationCanceledException && !Problems.IsDatabaseAway(failed))
        {
            log.LogError(failed, "The report {Report} of job {Job} could not be made", job.Report, job.Id);
            await EndAsync(clinicId, job, JobState.Failed, "The report could not be made; the server's log says why.");
        }
    }

    private async Task MakeAsync(string clinicId, ReportJob job, CancellationTokenSource stop)
    {
        await jobs.UpdateAsync(clinicId, job, new { State = JobState.Running, BegunAt = time.GetCurrentInstant() });
        await using var progress = new Progress(jobs, clinicId, job, stop);
        var written = await reports.WriteAsync(clinics[clinicId], job.Request, progress, stop.Token);
        await (written.Content is null
            ? EndAsync(clinicId, job, JobState.Failed, $"The report has no such figure, or nothing to show in it. Ask for one of {string.Join(", ", written.Figures)}.")
            : CompleteAsync(clinicId, job, written, progress.Last));
    }

    private async Task CompleteAsync(string clinicId, ReportJob job, WrittenReport written, MenProgress men)
    {
        var now = time.GetCurrentInstant();
        await jobs.UpdateAsync(clinicId, job, new
        {
            State = JobState.Done, EndedAt = now, KeptUntil = KeptUntil(now), men.Men, men.Of, written.ContentType, written.Content,
        });
    }

    private async Task EndAsync(string clinicId, ReportJob job, JobState state, string? why = null)
    {
        var now = time.GetCurrentInstant();
        await jobs.UpdateAsync(clinicId, job, new { State = state, Why = why, EndedAt = now, KeptUntil = KeptUntil(now) });
    }

    private DateTimeOffset KeptUntil(Instant endedAt) => (endedAt + settings.KeptFor).ToDateTimeOffset();

    /// <summary>Stores how far a job is, and stops it when it was cancelled.</summary>
    private sealed class Progress(ReportJobs jobs, string clinicId, ReportJob job, CancellationTokenSource stop) : IProgress<MenProgress>, IAsyncDisposable
    {
        private long _updated = Stopwatch.GetTimestamp() - Stopwatch.Frequency;

        private Task _update = Task.CompletedTask;

        public MenProgress Last { get; private set; } = new(0, 0);

        public void Report(MenProgress value)
        {
            Last = value;
            if (_update.IsCompleted && Stopwatch.GetElapsedTime(_updated) >= BetweenUpdates)
            {
                _updated = Stopwatch.GetTimestamp();
                _update = UpdateAsync(value);
            }
        }

        public async ValueTask DisposeAsync() => await _update;

        private async Task UpdateAsync(MenProgress men)
        {
            try
            {
                var isWanted = await jobs.UpdateAsync(clinicId, job, new { men.Men, men.Of });
                if (!isWanted)
                {
                    await stop.CancelAsync();
                }
            }
            catch (Exception away) when (Problems.IsDatabaseAway(away))
            {
                // Reading the men fails for the same reason, and that ends the job.
            }
        }
    }
}
