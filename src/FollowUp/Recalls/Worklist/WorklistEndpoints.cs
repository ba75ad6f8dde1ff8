using System.ComponentModel;
using System.Globalization;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Recalls.Rules;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recording;
using FollowUp.Recording.Endpoints;
using FollowUp.Recording.ReadModels;

namespace FollowUp.Recalls.Worklist;

/// <summary>The worklist and how complete the follow-up is.</summary>
public static class WorklistEndpoints
{
    private const int UsualRows = 200;

    private const int MostRows = 5000;

    /// <summary>Maps them.</summary>
    public static void MapWorklist(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/worklist", List).RequireAuthorization(Policies.Care).WithName("worklist")
            .WithSummary("The worklist, page by page: men with open alerts first, then those due, overdue, unreachable or with an uncertain message, the longest open first.")
            .WithTags("Lists").WithMetadata(new AnswersAsOf(), new RestsOnDates())
            .Produces<WorklistAnswer>().ProducesProblem(400);
        endpoints.MapGet("/worklist/completeness", Completeness).RequireAuthorization(Policies.Care).WithName("worklist_completeness")
            .WithSummary("For each step of the protocol: of those due by the day, how many are complete, late, open or lost. Reads every man.")
            .WithTags("Lists").WithMetadata(new AnswersAsOf(), new RestsOnDates())
            .Produces<CompletenessAnswer>().ProducesProblem(400);
    }

    private static async Task<IResult> List(
        [Description("Only what is in this state: Alert, Uncertain, Failed, Overdue, Unreachable, Due or Lost.")] string? state,
        [Description("Only this step of the protocol, for instance CONTACT_6W.")] string? step,
        [Description("Only men claimed by: Me or Nobody.")] string? claimed,
        [Description("The most rows to answer with.")] string? limit,
        [Description("The next of the page before.")] string? after,
        PointOfView view, HttpContext http, WorklistQuery worklist, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var steps = Protocol.Of(view.Asked(user.Clinic).Protocol).Recalls.Select(recall => recall.Key).ToList();
        var filter = new WorklistFilter(
            Read("state", state, Named<WorkState>, $"Send one of {string.Join(", ", Enum.GetNames<WorkState>())}."),
            step is null || steps.Contains(step) ? step : throw Refused("step", step, $"Send one of {string.Join(", ", steps)}."),
            Read("claimed", claimed, Named<ClaimedBy>, "Send Me or Nobody."),
            user.UserId);
        var most = Read<int>(
            "limit", limit, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= MostRows ? value : null,
            $"Send a whole number from 1 to {MostRows}.");
        var from = after is null ? null : WorklistCursor.Read(after) ?? throw Refused("after", after, "Send the next of the page before, as it was answered.");
        return Results.Json(await worklist.AskAsync(user.Clinic, view, filter, most ?? UsualRows, from, token), FactJson.Options);
    }

    private static async Task<IResult> Completeness(PointOfView view, HttpContext http, CompletenessCache completeness, DueDateIndex dates, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        return Results.Json(await completeness.CalculateAsync(clinic, view, token) with { Dates = await dates.ProgressAsync(clinic, token) }, FactJson.Options);
    }

    // Only by its exact name: Enum.Parse would also accept numbers and lists of names.
    private static T? Named<T>(string text)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;

    private static T? Read<T>(string name, string? sent, Func<string, T?> read, string remedy)
        where T : struct =>
        sent is null ? null : read(sent) ?? throw Refused(name, sent, remedy);

    private static UnreadableException Refused(string name, string sent, string remedy) => new(Finding.Refusal("Unreadable", name, sent, remedy));
}
