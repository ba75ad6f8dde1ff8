using FollowUp.Access;
using FollowUp.Platform.Http;
using FollowUp.Recording.Commands;

namespace FollowUp.Reports.Jobs;

/// <summary>The jobs over HTTP. Only its owner sees a job.</summary>
public static class ReportJobEndpoints
{
    /// <summary>The address of a job.</summary>
    public static string AddressOf(ReportJob job) => $"/reports/jobs/{job.Id}";

    /// <summary>Maps the addresses.</summary>
    public static void MapReportJobs(this IEndpointRouteBuilder endpoints)
    {
        var jobs = endpoints.MapGroup("/reports/jobs").RequireAuthorization(Policies.AnyReport).WithTags("Lists");
        jobs.MapGet("", async (HttpContext http, ReportJobs all, CancellationToken token) =>
                (await all.ListAsync(SignedIn.Of(http), token)).Select(JobAnswer.To))
            .WithName("report_jobs").WithSummary("Your background reports: waiting, running and ended, the latest first.")
            .Produces<JobAnswer[]>();
        jobs.MapGet("/{id:guid}", async (Guid id, HttpContext http, ReportJobs all, CancellationToken token) =>
                await all.FindAsync(SignedIn.Of(http), id, token) is { } job ? Results.Ok(JobAnswer.To(job)) : Unknown(id))
            .WithName("report_job").WithSummary("The progress of a background report, and the address of its document.")
            .Produces<JobAnswer>().ProducesProblem(404);
        jobs.MapGet("/{id:guid}/document", async (Guid id, HttpContext http, ReportJobs all, CancellationToken token) =>
                await all.FindAsync(SignedIn.Of(http), id, token) is not { } job ? Unknown(id)
                : job is { State: JobState.Done, Content: { } content } ? Results.Bytes(content, job.ContentType)
                : Problems.Of(409, "not-done", JobAnswer.To(job).Says))
            .WithName("report_job_document").WithSummary("The document of a job that is done, in the format that was asked for.")
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
            .WithName("report_job_cancel").WithSummary("Cancel a job, or delete its document.")
            .Produces(204).ProducesProblem(404);
    }

    /// <summary>The answer to a request that is a job: the document when it is done, otherwise where to look for it.</summary>
    public static IResult Answer(ReportJob job) => job is { State: JobState.Done, Content: { } content }
        ? Results.Bytes(content, job.ContentType)
        : Results.Accepted(AddressOf(job), JobAnswer.To(job));

    private static IResult Unknown(Guid id) => Problems.Of(404, "unknown-job", "You have no such job.", [
        Course.Finding.Refusal("Unknown", "id", id, "It was cancelled, or its time is over. Ask for the report again.")]);
}
