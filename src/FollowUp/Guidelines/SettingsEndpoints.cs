using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Description;
using FollowUp.Platform.Http;
using FollowUp.Platform.Store;
using JasperFx.Events;
using NodaTime;

namespace FollowUp.Guidelines;

/// <summary>What a clinic chooses for itself: the hours messages may go out in, and the days it is closed.</summary>
public static class SettingsEndpoints
{
    /// <summary>A clinic's settings.</summary>
    /// <param name="Version">The version of the clinic's own stream; send it as If-Match to change them.</param>
    /// <param name="Settings">What holds now.</param>
    /// <param name="Changes">Every change, in that order.</param>
    public sealed record SettingsAnswer(int Version, ClinicSettings Settings, IReadOnlyList<SettingsChange> Changes);

    /// <summary>A change of a clinic's settings.</summary>
    /// <param name="At">From when on they hold.</param>
    /// <param name="By">Who changed them.</param>
    /// <param name="Settings">The settings from then on.</param>
    public sealed record SettingsChange(Instant At, string By, ClinicSettings Settings)
    {
        /// <summary>The change in a stored event; null when it is another of the clinic's decisions.</summary>
        public static SettingsChange? Of(IEvent stored) => stored.Data is ClinicSettingsChanged changed
            ? new(Instant.FromDateTimeOffset(stored.Timestamp), stored.UserName ?? "", changed.Settings)
            : null;
    }

    private static readonly ClinicSettings Example = new(new LocalTime(9, 0), new LocalTime(19, 0), [new(2026, 12, 31)]);

    private static readonly SettingsAnswer ExampleAnswer = new(2, Example, [new(Instant.FromUtc(2026, 3, 5, 8, 35), "administrator-1", Example)]);

    /// <summary>Maps them.</summary>
    public static void MapClinicSettings(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/clinic/settings", async (HttpContext http, Adoptions adoptions, CancellationToken token) =>
                Answer(http, await AskAsync(SignedIn.Of(http).Clinic.Id, adoptions, token)))
            .RequireAuthorization(Policies.Everybody).WithName("clinic_settings").WithTags("Guidelines")
            .WithSummary("The hours in which the clinic lets messages out and the days it is closed, as it chose them, and every change.")
            .WithMetadata(new Shows(Answered: ExampleAnswer)).Produces<SettingsAnswer>();
        endpoints.MapPut("/clinic/settings", Change)
            .RequireAuthorization(Policies.Administration).WithName("change_clinic_settings").WithTags("Guidelines")
            .WithSummary("Choose the hours in which messages go out and the days the clinic is closed, from now on. Messages move; no item's dates do.")
            .WithMetadata(new Shows(Example, ExampleAnswer)).Accepts<ClinicSettings>("application/json")
            .Produces<SettingsAnswer>().ProducesProblem(400).ProducesProblem(412).ProducesProblem(422).ProducesProblem(428);
    }

    /// <summary>A clinic's settings and their changes.</summary>
    internal static async Task<SettingsAnswer> AskAsync(string clinicId, Adoptions adoptions, CancellationToken token)
    {
        var events = await adoptions.EventsOfAsync(clinicId, token);
        List<SettingsChange> changes = [.. events.Select(SettingsChange.Of).OfType<SettingsChange>()];
        return new(events.Count, changes.Count == 0 ? ClinicSettings.None : changes[^1].Settings, changes);
    }

    /// <summary>Changes them, unless something was decided since the version seen, or they are the same.</summary>
    /// <returns>Why not, if it was refused; and whether it was recorded or was so already.</returns>
    internal static async Task<(IReadOnlyList<Finding> Findings, bool Done)> ChangeAsync(
        SignedIn user, ClinicSettings settings, long seen, Adoptions adoptions, StoreTime time, CancellationToken token)
    {
        if (ClinicSettings.Check(settings) is { Count: > 0 } findings)
        {
            return (findings, false);
        }

        var chosen = settings with { ClosedDays = [.. (settings.ClosedDays ?? []).Distinct().Order()] };
        var now = await AskAsync(user.Clinic.Id, adoptions, token);
        return ([], now.Settings.Same(chosen) || (now.Version == seen
            && await adoptions.AppendAsync(user.Clinic, new ClinicSettingsChanged(chosen), (int)seen, user.UserId, time.GetCurrentInstant(), token) is not null));
    }

    private static async Task<IResult> Change(HttpContext http, Adoptions adoptions, StoreTime time, CancellationToken token)
    {
        if (IfMatch.Read(http.Request, out var seen) is { } unseen)
        {
            return unseen;
        }

        var user = SignedIn.Of(http);
        var settings = (ClinicSettings)JsonBody.To(JsonBody.Parse(await JsonBody.ReadAsync(http.Request, token)), typeof(ClinicSettings));
        var (findings, done) = await ChangeAsync(user, settings, seen!.Value, adoptions, time, token);
        var now = await AskAsync(user.Clinic.Id, adoptions, token);
        return findings.Count > 0 ? Problems.Of(StatusCodes.Status422UnprocessableEntity, "refused", "Nothing was changed.", findings)
            : done ? Answer(http, now)
            : Problems.Of(
                StatusCodes.Status412PreconditionFailed, "stale", "The clinic decided something since you looked. Look again, then decide.",
                [Finding.Refusal("Stale", "If-Match", seen, $"It is at version {now.Version}.")]);
    }

    private static IResult Answer(HttpContext http, SettingsAnswer answer)
    {
        http.Response.Headers.ETag = $"\"{answer.Version}\"";
        return Results.Json(answer, FactJson.Options);
    }
}
