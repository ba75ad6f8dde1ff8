using FollowUp.Access;
using FollowUp.Platform.Http;
using FollowUp.Recording.Commands;

namespace FollowUp.Reports.Jobs;

/// <summary>The jobs over HTTP; each is its owner's alone.</summary>
public static class ReportJobEndpoints
{
    /// <summary>The address of a job.</summary>
    public static string AddressOf(ReportJob job) => $"/reports/jobs/{job.Id}";

    /// <summary>Maps them.</summary>
    public static void MapReportJobs(this IEndpointRouteBuilder endpoints)
    {
        var jobs = endpoints.MapGroup("/reports/jobs").RequireAuthorization(Policies.AnyReport).WithTags("Lists");
        jobs.MapGet("", async (HttpContext http, ReportJobs all, CancellationToken token) =>
                (await all.ListAsync(SignedIn.Of(http), token)).Select(JobAnswer.To))
            .WithName("report_jobs").WithSummary("Your reports that take long: those being made and those kept, the latest first.")
            .Produces<JobAnswer[]>();
        jobs.MapGet("/{id:guid}", async (Guid id, HttpContext http, ReportJobs all, CancellationToken token) =>
                await all.FindAsync(SignedIn.Of(http), id, token) is { } job ? Results.Ok(JobAnswer.To(job)) : Unknown(id))
            .WithName("report_job").WithSummary("How far a report is that takes long, since when, and where its document is.")
            .Produces<JobAnswer>().ProducesProblem(404);
        jobs.MapGet("/{id:guid}/document", async (Guid id, HttpContext http, ReportJobs all, CancellationToken token) =>
                await all.FindAsync(SignedIn.Of(http), id, token) is not { } job ? Unknown(id)
                : job is { State: JobState.Done, Content: { } content } ? Results.Bytes(content, job.ContentType)
                : Problems.Of(409, "not-done", JobAnswer.To(job).Says))
            .WithName("report_job_document").WithSummary("The document of a job that is done, in the form that was asked for.")
            .Produces(200, contentType: "application/json", additionalContentTypes: ["text/plain", "text/csv", "text/html", "application/pdf"])
            .ProducesProblem(404).ProducesProblem(409);
        jobs.MapDelete("/{id:guid}", async (Guid id, HttpContext http, ReportJobs all, CancellationToken token) =>
            {
                var user = SignedIn.Of(http);
                if (await all.FindAsync(user, id, token) is not { } job)
                {
                    return Unknown(id);
                }

                await all.CancelAsync(user, job, token);
                return Results.NoContent();
            })
            .WithName("report_job_cancel").WithSummary("Cancel a job, or throw its document away.")
            .Produces(204).ProducesProblem(404);
    }

    /// <summary>A job as the answer to what was asked: its document when it is done, else where to look for it.</summary>
    public static IResult Answer(ReportJob job) => job is { State: JobState.Done, Content: { } content }
        ? Results.Bytes(content, job.ContentType)
        : Results.Accepted(AddressOf(job), JobAnswer.To(job));

    private static IResult Unknown(Guid id) => Problems.Of(404, "unknown-job", "There is no such job of yours.", [
        Course.Finding.Refusal("Unknown", "id", id, "It was cancelled, or is no longer kept. Ask for the report again.")]);
}
