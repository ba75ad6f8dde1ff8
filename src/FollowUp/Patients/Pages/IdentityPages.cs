using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Directory;
using FollowUp.Patients.Pages.Chart;
using FollowUp.Platform;
using FollowUp.Platform.Http;
using FollowUp.Platform.Pages;
using FollowUp.Platform.Store;
using Marten;

namespace FollowUp.Patients.Pages;

/// <summary>The page on which a man's identity is changed, mostly his telephone number.</summary>
public sealed class IdentityPages : IActivity
{
    private static readonly string[] Texts = ["givenName", "familyName", "recordNumber", "birthDate", "email"];

    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/men/{id:guid}/identity", Policies.Care, Open);
        endpoints.MapForm("/men/{id:guid}/identity", Policies.Care, Save);
    }

    /// <summary>Reads the identity from a form. Fields that the form does not ask for keep their value from the other identity.</summary>
    public static JsonObject Read(IFormCollection form, JsonObject? current = null)
    {
        var identity = current ?? [];
        foreach (var name in Texts)
        {
            identity.Remove(name);
            if (form[name].ToString().Trim() is { Length: > 0 } text)
            {
                identity[name] = text;
            }
        }

        identity["telephones"] = new JsonArray([.. form["telephone"].Where(number => !string.IsNullOrWhiteSpace(number)).Select(number => (JsonNode?)JsonValue.Create(number!.Trim()))]);
        return identity;
    }

    private static async Task<IResult> Open(Guid id, HttpContext http, Men men, IDocumentStore store, PatientDirectory directory, CancellationToken token)
    {
        await using var session = store.QuerySession(SignedIn.Of(http).Clinic.Id);
        return await men.FindAsync(http, id, token) is { } man && await directory.Find(session, man.Id, token) is { Identity: { } identity } record
            ? Show(http, man, identity, record.Version, [])
            : PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Save(
        Guid id, HttpContext http, Men men, IDocumentStore store, PatientDirectory directory, StoreTime time, CancellationToken token)
    {
        var form = await http.Request.ReadFormAsync(token);
        var user = SignedIn.Of(http);
        await using var session = store.LightweightSession(user.Clinic.Id);
        if (await men.FindAsync(http, id, token) is not { } man || await directory.Find(session, man.Id, token) is not { Identity: { } current } record)
        {
            return PageRoutes.Refuse(http, "Man.Unknown", StatusCodes.Status404NotFound);
        }

        var sent = (PatientIdentity)JsonBody.To(Read(form, (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(current, FactJson.Options)!), typeof(PatientIdentity));
        var reading = IdentityReading.Of(sent, man.Today, user.Clinic.Region);

        // The same identity sent again changes nothing, whatever version was seen.
        if (reading.Findings.Count == 0 && PatientDirectory.Same(reading.Identity, current))
        {
            return Results.Redirect($"/men/{man.Id}");
        }

        if (!int.TryParse(form["seen"], System.Globalization.CultureInfo.InvariantCulture, out var seen) || seen != record.Version)
        {
            return Show(http, man, current, record.Version, [Finding.Refusal("Stale", "identity", null, "Somebody has changed this since you opened it. You now see the current state: make your change again.")], StatusCodes.Status412PreconditionFailed);
        }

        if (reading.Findings.Count > 0)
        {
            return Show(http, man, sent, record.Version, reading.Findings, StatusCodes.Status422UnprocessableEntity);
        }

        directory.Update(session, record, reading.Identity, new IdentityChange(user.UserId, time.GetCurrentInstant(), form["reason"].ToString() is { Length: > 0 } reason ? reason : null));
        try
        {
            await session.SaveChangesAsync(token);
        }
        catch (JasperFx.ConcurrencyException)
        {
            return PageRoutes.Refuse(http, "Identity.Raced", StatusCodes.Status409Conflict);
        }

        return Results.Redirect($"/men/{man.Id}");
    }

    private static IResult Show(HttpContext http, Man man, PatientIdentity identity, int version, IReadOnlyList<Finding> findings, int status = StatusCodes.Status200OK) =>
        PageRoutes.Show<IdentityPage>(http, new()
        {
            [nameof(IdentityPage.Man)] = man,
            [nameof(IdentityPage.Identity)] = identity,
            [nameof(IdentityPage.Version)] = version,
            [nameof(IdentityPage.Findings)] = findings,
        }, status);
}
