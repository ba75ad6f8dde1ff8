using System.Globalization;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using FollowUp.Recording;
using Marten;

namespace FollowUp.Recalls.Pages;

/// <summary>The expected workload of the coming weeks, as a figure with its table.</summary>
public sealed class SimulationPages : IActivity, IMenuEntry
{
    private const int UsualWeeks = 26;

    /// <inheritdoc/>
    public int Order => 41;

    /// <inheritdoc/>
    public string Name => "Weeks.Title";

    /// <inheritdoc/>
    public string Address => "/reminders/weeks";

    /// <inheritdoc/>
    public string Policy => Policies.Care;

    /// <inheritdoc/>
    public string Below => "/reminders";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPage("/reminders/weeks", Policies.Care, Show);

    private static async Task<IResult> Show(
        string? weeks, string? operations, HttpContext http, IDocumentStore store, Courses courses, StoreTime time, CancellationToken token)
    {
        var clinic = SignedIn.Of(http).Clinic;
        var count = string.IsNullOrEmpty(weeks) ? UsualWeeks
            : int.TryParse(weeks, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) && sent is >= 1 and <= SimulationEndpoint.MostWeeks ? sent
            : throw new UnreadableException(Finding.Refusal("Unreadable", "weeks", weeks, $"Send a whole number from 1 to {SimulationEndpoint.MostWeeks}."));
        var rate = string.IsNullOrEmpty(operations) ? 0
            : decimal.TryParse(operations.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var each) && each <= SimulationEndpoint.MostOperations ? each
            : throw new UnreadableException(Finding.Refusal("Unreadable", "operations", operations, "Send a number from 0 to 500."));
        var today = time.GetCurrentInstant().InZone(clinic.Zone).Date;
        return PageRoutes.Show<SimulationPage>(http, new()
        {
            [nameof(SimulationPage.Answer)] = await SimulationEndpoint.AskAsync(clinic, new(null, today), count, rate, store, courses, token),
            [nameof(SimulationPage.Operations)] = rate,
        });
    }
}
