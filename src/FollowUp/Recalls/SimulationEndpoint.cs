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
using Marten;
using NodaTime;

namespace FollowUp.Recalls;

/// <summary>The expected workload of the coming weeks.</summary>
public static class SimulationEndpoint
{
    private const int UsualWeeks = 52;

    internal const int MostWeeks = 156;

    internal const decimal MostOperations = 500;

    /// <summary>The coming weeks.</summary>
    /// <param name="AsOf">As recorded at this instant; null for now.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Protocol">The protocol used.</param>
    /// <param name="Men">How many present men were looked at.</param>
    /// <param name="AssumedOperations">How many operations were assumed in all.</param>
    /// <param name="Backlog">Open items that were due before the first day.</param>
    /// <param name="Weeks">Each week.</param>
    public sealed record SimulationAnswer(
        Instant? AsOf, LocalDate From, string Protocol, int Men, int AssumedOperations, int Backlog, IReadOnlyList<SimulatedWeek> Weeks);

    /// <summary>Maps it.</summary>
    public static void MapSimulation(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/recalls/simulation", Simulate).RequireAuthorization(Policies.Care).WithName("simulate_recalls").WithTags("Lists")
        .WithSummary("Week by week how many items fall due and how many calls they take, for the present men plus an assumed number of operations. Reads every man.")
        .WithMetadata(new AnswersAsOf(), new RestsOnDates()).Produces<SimulationAnswer>().ProducesProblem(400);

    private static async Task<IResult> Simulate(
        [Description("How many weeks, from 1 to 156.")] string? weeks,
        [Description("Assumed operations a week, for instance 2.5; none by default.")] string? operationsPerWeek,
        PointOfView view, HttpContext http, IDocumentStore store, Courses courses, CancellationToken token)
    {
        var count = weeks is null ? UsualWeeks
            : int.TryParse(weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) && sent is >= 1 and <= MostWeeks ? sent
            : throw new UnreadableException(Finding.Refusal("Unreadable", "weeks", weeks, $"Send a whole number from 1 to {MostWeeks}."));
        var rate = operationsPerWeek is null ? 0
            : decimal.TryParse(operationsPerWeek, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var each) && each <= MostOperations ? each
            : throw new UnreadableException(Finding.Refusal("Unreadable", "operationsPerWeek", operationsPerWeek, "Send a number from 0 to 500, with a point for decimals."));
        return Results.Json(await AskAsync(SignedIn.Of(http).Clinic, view, count, rate, store, courses, token), FactJson.Options);
    }

    /// <summary>The coming weeks of a clinic. It reads every man.</summary>
    internal static async Task<SimulationAnswer> AskAsync(
        Clinic clinic, PointOfView view, int weeks, decimal operationsPerWeek, IDocumentStore store, Courses courses, CancellationToken token)
    {
        var terms = RecallTerms.Of(view.Asked(clinic));
        var simulation = new Simulation(terms, view.On, weeks);
        var men = 0;
        await using var session = store.QuerySession(clinic.Id);
        await foreach (var items in courses.All(session, view).AskAsync(course => DueItems.In(course, terms, view.On), token))
        {
            men++;
            simulation.Add(items);
        }

        var assumed = operationsPerWeek > 0 ? simulation.Assume(operationsPerWeek, clinic.Zone) : 0;
        return new(view.AsOf, view.On, terms.Protocol.Id, men, assumed, simulation.Backlog, simulation.Weeks);
    }
}
