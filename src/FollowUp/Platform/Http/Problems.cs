using FollowUp.Course;
using FollowUp.Platform.Pages;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace FollowUp.Platform.Http;

/// <summary>Refusals as RFC 9457 problems that name the field, the value and the remedy.</summary>
public static class Problems
{
    /// <summary>A problem with findings, each with its field, value and remedy.</summary>
    public static IResult Of(int status, string code, string title, IEnumerable<Finding>? findings = null, IDictionary<string, object?>? more = null)
    {
        var extensions = new Dictionary<string, object?>(more ?? new Dictionary<string, object?>()) { ["code"] = code };
        if (findings is not null)
        {
            extensions["errors"] = findings.Select(finding => new { finding.Code, finding.Field, finding.Value, finding.Message }).ToArray();
        }

        return Results.Problem(statusCode: status, title: title, type: $"urn:followup:problem:{code}", extensions: extensions);
    }

    /// <summary>A body or parameter that cannot be read.</summary>
    public static IResult Unreadable(Finding finding) => Of(StatusCodes.Status400BadRequest, "unreadable", "The request cannot be read.", [finding]);

    /// <summary>A man who is not in this clinic.</summary>
    public static IResult UnknownPatient(Guid patientId) => Of(
        StatusCodes.Status404NotFound, "unknown-patient", "There is no such patient in this clinic.",
        [Finding.Refusal("UnknownPatient", "patientId", patientId, "Search for him, or enrol him first.")]);

    /// <summary>The database cannot be reached; the request may be sent again.</summary>
    public static IResult DatabaseAway(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return Of(
            StatusCodes.Status503ServiceUnavailable, "database-away",
            "The database cannot be reached. Send the same request with the same Idempotency-Key again: it will be stored once.");
    }

    /// <summary>Whether an exception says that the database cannot be reached or is shutting down.</summary>
    public static bool IsDatabaseAway(Exception? exception) => exception switch
    {
        null => false,
        PostgresException { SqlState: { } state } => IsShutdown(state) || IsLostConnection(state) || IsOutOfResources(state),
        NpgsqlException or TimeoutException => true,
        _ => IsDatabaseAway(exception.InnerException),
    };

    /// <summary>Explains a refusal that has no body yet: as a page to a browser that asked for one, as a problem to everybody else.</summary>
    public static Task AnswerEmptyAsync(HttpContext http)
    {
        if (!WantsPage(http.Request))
        {
            return OfStatus(http.Response.StatusCode).ExecuteAsync(http);
        }

        PageRoutes.Harden(http.Response);
        var text = http.Response.StatusCode == StatusCodes.Status404NotFound ? "Page.Nowhere" : "Page.NotTaken";
        return PageRoutes.Refuse(http, text, http.Response.StatusCode).ExecuteAsync(http);
    }

    private static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.GetTypedHeaders().Accept?.Any(accepted => accepted.MediaType == "text/html") == true;

    private static IResult OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => Of(status, "not-signed-in", "Sign in first: send a token that the provider issued, as Authorization: Bearer."),
        StatusCodes.Status403Forbidden => Of(status, "not-allowed", "The sign-in's role may not do this, or the server serves no clinic of that id. /docs names the roles of each address."),
        StatusCodes.Status404NotFound => Of(status, "no-such-address", "There is nothing at this address. /docs lists those there are."),
        StatusCodes.Status405MethodNotAllowed => Of(status, "method-not-allowed", "This address does not take that method. /docs lists those it takes."),
        StatusCodes.Status415UnsupportedMediaType => Of(status, "unsupported-media-type", "Send the body as application/json."),
        _ => Of(status, "refused", ReasonPhrases.GetReasonPhrase(status)),
    };

    // The classes of PostgreSQL's error codes (appendix A of its manual).
    private static bool IsShutdown(string state) => state.StartsWith("57P", StringComparison.Ordinal);

    private static bool IsLostConnection(string state) => state.StartsWith("08", StringComparison.Ordinal);

    private static bool IsOutOfResources(string state) => state.StartsWith("53", StringComparison.Ordinal);
}
