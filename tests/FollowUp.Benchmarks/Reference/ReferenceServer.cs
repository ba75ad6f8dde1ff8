using System.Globalization;
using System.Text.Json;
using FollowUp.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Benchmarks.Reference;

/// <summary>
/// What a good engineer would write by hand for these two addresses and nothing else: the same sign-in and the same
/// idempotency, one event row and one summary row in one transaction.
/// </summary>
internal static class ReferenceServer
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <summary>Serves until it is told to stop.</summary>
    public static async Task RunAsync(string url)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSignIn(builder.Configuration);
        builder.Services.AddSingleton(new ReferenceStore(builder.Configuration.GetConnectionString("FollowUp")!));
        await using var app = builder.Build();
        await app.Services.GetRequiredService<ReferenceStore>().MakeTablesAsync();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/health/ready", () => Results.Ok()).AllowAnonymous();
        app.MapPost("/patients/{patientId:guid}/contacts", Post).RequireAuthorization(Policies.Care);
        app.MapGet("/patients/{patientId:guid}/chart", Get).RequireAuthorization(Policies.Care);
        await app.RunAsync();
    }

    private static async Task<IResult> Post(Guid patientId, HttpContext http, ReferenceStore store)
    {
        var user = SignedIn.Of(http);
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var body = buffer.ToArray();
        Contact? contact;
        try
        {
            contact = JsonSerializer.Deserialize(body, ReferenceJson.Default.Contact);
        }
        catch (JsonException wrong)
        {
            return Results.Problem(statusCode: 400, title: $"The body cannot be read: {wrong.Path}.");
        }

        var now = SystemClock.Instance.GetCurrentInstant();
        if (contact is null || Minute.Parse(contact.MadeAt) is not { Success: true } madeAt || madeAt.Value > now.InZone(Zone).LocalDateTime)
        {
            return Results.Problem(statusCode: 422, title: "madeAt is missing, unreadable or in the future.");
        }

        var stored = await store.StoreAsync(
            new(user.Clinic.Id, user.UserId, patientId, http.Request.Path, http.Request.Headers["Idempotency-Key"].ToString(), body, contact, madeAt.Value, now));
        if (stored is null)
        {
            return Results.Problem(statusCode: 422, title: "The key was used for another request.");
        }

        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{stored.Version}\"");
        return Results.Json(stored, ReferenceJson.Default.Stored, statusCode: 201);
    }

    private static async Task<IResult> Get(Guid patientId, HttpContext http, ReferenceStore store)
    {
        if (await store.SummaryAsync(SignedIn.Of(http).Clinic.Id, patientId) is not { } summary)
        {
            return Results.Problem(statusCode: 404, title: "There is no such patient.");
        }

        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{summary.Version}\"");
        return Results.Json(summary, ReferenceJson.Default.Summary);
    }
}
