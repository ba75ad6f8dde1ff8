using System.Globalization;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Recording;

namespace FollowUp.Patients.Pages.Chart;

/// <summary>A man's page, his timeline, and the explanations of his answers.</summary>
public sealed class ManPages : IActivity
{
    /// <inheritdoc/>
    public void Configure(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<Men>();

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/men/{id:guid}", Policies.Care, Show);
        endpoints.MapPage("/men/{id:guid}/timeline", Policies.Care, (Guid id, string? from, HttpContext http, Men men, CancellationToken token) =>
            ForAsync(id, http, men, man => PageRoutes.Show<TimelinePage>(http, new() { [nameof(TimelinePage.Man)] = man, [nameof(TimelinePage.From)] = EntryOf(from) }), token));
        endpoints.MapPage("/men/{id:guid}/why/{question}", Policies.Care, Why);
    }

    /// <summary>Answers with a page about a man, or with 404 when there is no such man.</summary>
    public static async Task<IResult> ForAsync(Guid id, HttpContext http, Men men, Func<Man, IResult> answer, CancellationToken cancellationToken) =>
        await men.FindAsync(http, id, cancellationToken) is { } man ? answer(man) : PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound);

    private static int EntryOf(string? from) => string.IsNullOrEmpty(from) ? 0
        : int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry
        : throw new UnreadableException(Finding.Refusal("Unreadable", "from", from, "Write the number of an entry, or open the timeline from his page."));

    private static Task<IResult> Show(Guid id, Guid? saved, HttpContext http, Men men, CancellationToken token) => ForAsync(id, http, men, man =>
        PageRoutes.Show<ManPage>(http, new()
        {
            [nameof(ManPage.Man)] = man,
            [nameof(ManPage.Saved)] = saved is { } entry ? man.Course.Find(entry) : null,
        }), token);

    private static Task<IResult> Why(Guid id, string question, HttpContext http, Men men, CancellationToken token) => ForAsync(id, http, men, man =>
        Questions.All.FirstOrDefault(asked => Questions.AddressOf(asked) == question) is { } found
            ? PageRoutes.Show<WhyPage>(http, new() { [nameof(WhyPage.Man)] = man, [nameof(WhyPage.Question)] = found })
            : PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound), token);
}
