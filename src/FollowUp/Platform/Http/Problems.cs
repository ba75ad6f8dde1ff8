using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FollowUp.Course;
using FollowUp.Platform.Pages;
using Microsoft.AspNetCore.Diagnostics;
using Npgsql;

namespace FollowUp.Platform.Http;

/// <summary>Refusals as RFC 9457 problems that name the field, the value and the remedy.</summary>
public static partial class Problems
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

    /// <summary>Where a JSON document does not fit a type, and what would.</summary>
    public static Finding Misfit(JsonException exception, JsonNode? document, Type type)
    {
        var path = (exception.Path ?? "$").TrimStart('$').TrimStart('.');
        if (MissingIn(exception) is { } missing)
        {
            return Finding.Refusal("Missing", path.Length == 0 ? missing : $"{path}.{missing}", null, "This field is required.");
        }

        return path.Length == 0
            ? Finding.Refusal("Unreadable", "body", null, Remedy(exception, null))
            : Finding.Refusal("Unreadable", path, ValueAt(document, path), Remedy(exception, TypeAt(type, path)));
    }

    /// <summary>Gives a refusal without a body its words: a page to a browser that looked for one, a problem to everybody else.</summary>
    public static Task AnswerEmptyAsync(HttpContext http)
    {
        var status = http.Response.StatusCode;
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.GetTypedHeaders().Accept?.Any(accepted => accepted.MediaType == "text/html") == true)
        {
            PageRoutes.Harden(http.Response);
            return PageRoutes.Refuse(http, status == StatusCodes.Status404NotFound ? "Page.Nowhere" : "Page.NotTaken", status).ExecuteAsync(http);
        }

        return (status switch
        {
            StatusCodes.Status401Unauthorized => Of(status, "not-signed-in", "Sign in first: send a token that the provider issued, as Authorization: Bearer."),
            StatusCodes.Status403Forbidden => Of(status, "not-allowed", "The sign-in's role may not do this, or the server serves no clinic of that id. /docs names the roles of each address."),
            StatusCodes.Status404NotFound => Of(status, "no-such-address", "There is nothing at this address. /docs lists those there are."),
            StatusCodes.Status405MethodNotAllowed => Of(status, "method-not-allowed", "This address does not take that method. /docs lists those it takes."),
            StatusCodes.Status415UnsupportedMediaType => Of(status, "unsupported-media-type", "Send the body as application/json."),
            _ => Of(status, "refused", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)),
        }).ExecuteAsync(http);
    }

    /// <summary>Turns what slips through into a problem: never a stack trace, and a 500 only for a defect of ours.</summary>
    public static void UseProblems(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        // What a sender got wrong is his to know; the log is for what is wrong here.
        SuppressDiagnosticsCallback = thrown => thrown.Exception is UnreadableException or BadHttpRequestException,
        ExceptionHandler = Answer,
    });

    private static async Task Answer(HttpContext http)
    {
        var thrown = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        var answer = thrown switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
                Of(StatusCodes.Status413PayloadTooLarge, "too-large", "The body is larger than one megabyte. Send entries one by one, or import a file."),
            UnreadableException unreadable => Unreadable(unreadable.Finding),
            BadHttpRequestException bad when UnboundParameter().Match(bad.Message) is { Success: true } unbound => Unreadable(Finding.Refusal(
                "Unreadable", unbound.Groups["name"].Value, unbound.Groups["value"].Value, Remedies.ForNamed(unbound.Groups["type"].Value))),
            BadHttpRequestException bad => Of(bad.StatusCode, "unreadable", bad.Message),
            JasperFx.ConcurrencyException => Of(StatusCodes.Status409Conflict, "conflict", "Somebody changed this at the same moment. Look at it again, then decide."),
            Marten.Exceptions.UnknownEventTypeException unknown => FromNewerVersion(Finding.Refusal("UnknownFactKind", "kind", unknown.EventTypeName, Newer)),
            _ when StoredMisfit(thrown) is { } misfit => FromNewerVersion(Finding.Refusal("UnknownFactField", "field", misfit, Newer)),
            _ when IsDatabaseAway(thrown) => DatabaseAway(http),
            _ => Of(StatusCodes.Status500InternalServerError, "defect", HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
                ? "Something went wrong here."
                : "Something went wrong here. Look whether it was stored before you enter it again; the same request with the same id or Idempotency-Key is stored once."),
        };
        await answer.ExecuteAsync(http);
    }

    /// <summary>Whether an exception says that the database cannot be reached or is going away.</summary>
    public static bool IsDatabaseAway(Exception? exception) => exception switch
    {
        null => false,
        PostgresException postgres => postgres.SqlState is { } state
            && (state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal)
                || state.StartsWith("53", StringComparison.Ordinal)),
        NpgsqlException or TimeoutException => true,
        _ => IsDatabaseAway(exception.InnerException),
    };

    private const string Newer = "Start the version that wrote it, or a later one.";

    // A newer version wrote it. What it means for an answer is not known, so there is none.
    private static IResult FromNewerVersion(Finding finding) => Of(
        StatusCodes.Status501NotImplemented, "unknown-fact-kind", "Something is stored that this version of the program does not know.", [finding]);

    // What a sender wrote was refused when it was read: JSON that fits no type now is what is stored. Where it is, never what it is.
    private static string? StoredMisfit(Exception? thrown) => thrown switch
    {
        null => null,
        JsonException misfit => UnknownMember().Match(misfit.Message) is { Success: true } member ? member.Groups["name"].Value : misfit.Path ?? "$",
        _ => StoredMisfit(thrown.InnerException),
    };

    [GeneratedRegex("^The JSON property '(?<name>[^']{1,80})' could not be mapped", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnknownMember();

    /// <summary>That the database cannot be reached, and that the request may be sent again.</summary>
    public static IResult DatabaseAway(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "2";
        return Of(
            StatusCodes.Status503ServiceUnavailable, "database-away",
            "The database cannot be reached. Send the same request with the same Idempotency-Key again: it will be stored once.");
    }

    private static string? ValueAt(JsonNode? document, string path)
    {
        var node = document;
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = part.Split('[')[0];
            node = (node as JsonObject)?[name];
            foreach (var index in part.Split('[').Skip(1))
            {
                node = int.TryParse(index.TrimEnd(']'), CultureInfo.InvariantCulture, out var i) && node is JsonArray array && i < array.Count ? array[i] : null;
            }
        }

        return node is JsonValue ? node.ToString() : null;
    }

    private static string? MissingIn(JsonException exception)
    {
        const string mark = "including: ";
        var at = exception.Message.IndexOf(mark, StringComparison.Ordinal);
        return at < 0 ? null : exception.Message[(at + mark.Length)..].Split(['\'', ',', '.'], StringSplitOptions.RemoveEmptyEntries)[0].Trim();
    }

    private static Type? TypeAt(Type type, string path)
    {
        Type? at = type;
        foreach (var part in path.Split('.'))
        {
            var name = part.Split('[')[0];
            at = at?.GetProperties().FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.PropertyType;
            if (part.Contains('[', StringComparison.Ordinal) && at is { IsGenericType: true })
            {
                at = at.GetGenericArguments()[^1];
            }
        }

        return at;
    }

    // The reader's own message names types of the program; what helps the sender is which value would be right.
    private static string Remedy(JsonException exception, Type? expected) =>
        exception.Message.Contains("could not be mapped", StringComparison.Ordinal) ? "There is no such field. /docs lists the fields; free text goes into note."
        : expected is not null ? Remedies.For(expected)
        : Words(exception.InnerException?.Message ?? exception.Message);

    // The framework says in a sentence alone which parameter it could not read.
    [GeneratedRegex("^Failed to bind parameter \"(?<type>[^ \"]+) (?<name>[^ \"]+)\" from \"(?<value>.*)\"\\.$", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnboundParameter();

    private static string Words(string message)
    {
        var end = message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
