using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using NodaTime.Text;

namespace FollowUp.Guidelines.Pages;

/// <summary>When the clinic lets messages out, and when it is closed.</summary>
public sealed class HoursPages : IActivity, IMenuEntry
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <inheritdoc/>
    public int Order => 46;

    /// <inheritdoc/>
    public string Name => "Hours.Title";

    /// <inheritdoc/>
    public string Address => "/settings/hours";

    /// <inheritdoc/>
    public string Policy => Policies.Administration;

    /// <inheritdoc/>
    public string Below => "/settings";

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/settings/hours", Policies.Administration, async (HttpContext http, Adoptions adoptions, CancellationToken token) =>
            Show(http, await SettingsEndpoints.AskAsync(SignedIn.Of(http).Clinic.Id, adoptions, token), []));
        endpoints.MapForm("/settings/hours", Policies.Administration, Change);
    }

    private static async Task<IResult> Change(HttpContext http, Adoptions adoptions, StoreTime time, CancellationToken token)
    {
        var user = SignedIn.Of(http);
        var form = await http.Request.ReadFormAsync(token);
        var settings = new ClinicSettings(
            Read("sendingFrom", form["sendingFrom"].ToString(), Clock, "Write a clock time as 09:00."),
            Read("sendingUntil", form["sendingUntil"].ToString(), Clock, "Write a clock time as 20:00."),
            [.. form["closedDays"].ToString().Split((char[])['\n', '\r', ' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries)
                .Select(day => Read("closedDays", day, LocalDatePattern.Iso, "Write each day as 2026-03-05, one a line.")!.Value)]);
        var seen = int.TryParse(form["seen"], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : -1;
        var (findings, done) = await SettingsEndpoints.ChangeAsync(user, settings, seen, adoptions, time, token);
        if (done)
        {
            return Results.Redirect("/settings/hours");
        }

        // As it stands now, so that nobody overwrites what they have not seen; what was typed stays where it was only wrong.
        var now = await SettingsEndpoints.AskAsync(user.Clinic.Id, adoptions, token);
        return findings.Count > 0
            ? Show(http, now with { Settings = settings }, findings, StatusCodes.Status422UnprocessableEntity)
            : Show(http, now, [Finding.Refusal("Stale", "settings", null, "Somebody decided something since you opened this. It is shown as it is now: change it again.")], StatusCodes.Status412PreconditionFailed);
    }

    private static IResult Show(HttpContext http, SettingsEndpoints.SettingsAnswer answer, IReadOnlyList<Finding> findings, int status = StatusCodes.Status200OK) =>
        PageRoutes.Show<HoursPage>(http, new()
        {
            [nameof(HoursPage.Answer)] = answer,
            [nameof(HoursPage.Today)] = http.RequestServices.GetRequiredService<StoreTime>().GetCurrentInstant().InZone(SignedIn.Of(http).Clinic.Zone).Date,
            [nameof(HoursPage.Findings)] = findings,
        }, status);

    private static T? Read<T>(string field, string text, IPattern<T> pattern, string remedy)
        where T : struct =>
        text.Length == 0 ? null
        : pattern.Parse(text) is { Success: true } read ? read.Value
        : throw new UnreadableException(Finding.Refusal("Unreadable", field, text, remedy));
}
