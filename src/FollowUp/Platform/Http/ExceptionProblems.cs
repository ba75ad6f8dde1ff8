using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUp.Course;
using Microsoft.AspNetCore.Diagnostics;

namespace FollowUp.Platform.Http;

/// <summary>Answers exceptions as problems: never with a stack trace, and with 500 only where the program itself is wrong.</summary>
public static partial class ExceptionProblems
{
    private const string StartNewer = "Start the version that wrote it, or a later one.";

    /// <summary>Answers every exception that a request ends with.</summary>
    public static void UseProblems(this IApplicationBuilder app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        // The sender is told what is wrong with the request. The log is for what is wrong here.
        SuppressDiagnosticsCallback = thrown => thrown.Exception is UnreadableException or BadHttpRequestException,
        ExceptionHandler = http => Of(http.Features.Get<IExceptionHandlerFeature>()?.Error, http).ExecuteAsync(http),
    });

    private static IResult Of(Exception? thrown, HttpContext http) => thrown switch
    {
        UnreadableException unreadable => Problems.Unreadable(unreadable.Finding),
        BadHttpRequestException bad => OfBadRequest(bad),
        JasperFx.ConcurrencyException => Problems.Of(StatusCodes.Status409Conflict, "conflict", "Somebody changed this at the same moment. Look at it again, then decide."),
        Marten.Exceptions.UnknownEventTypeException unknown => FromNewerVersion(Finding.Refusal("UnknownFactKind", "kind", unknown.EventTypeName, StartNewer)),
        _ when UnknownStoredField(thrown) is { } field => FromNewerVersion(Finding.Refusal("UnknownFactField", "field", field, StartNewer)),
        _ when Problems.IsDatabaseAway(thrown) => Problems.DatabaseAway(http),
        _ => Defect(http.Request),
    };

    private static IResult OfBadRequest(BadHttpRequestException bad) =>
        bad.StatusCode == StatusCodes.Status413PayloadTooLarge
            ? Problems.Of(bad.StatusCode, "too-large", "The body is larger than one megabyte. Send entries one by one, or import a file.")
        : UnboundParameter().Match(bad.Message) is { Success: true } unbound
            ? Problems.Unreadable(Finding.Refusal("Unreadable", unbound.Groups["name"].Value, unbound.Groups["value"].Value, Remedies.ForNamed(unbound.Groups["type"].Value)))
        : Problems.Of(bad.StatusCode, "unreadable", bad.Message);

    // What the new field or kind means for an answer is not known, so there is none.
    private static IResult FromNewerVersion(Finding finding) => Problems.Of(
        StatusCodes.Status501NotImplemented, "unknown-fact-kind", "Something is stored that this version of the program does not know.", [finding]);

    private static IResult Defect(HttpRequest request) => Problems.Of(
        StatusCodes.Status500InternalServerError, "defect", HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? "Something went wrong here."
            : "Something went wrong here. Look whether it was stored before you enter it again; the same request with the same id or Idempotency-Key is stored once.");

    // JSON of a sender was refused when it was read, so JSON that does not fit now is stored. Only the field is named, never its value.
    private static string? UnknownStoredField(Exception? thrown) => thrown switch
    {
        null => null,
        JsonException misfit => UnknownMember().Match(misfit.Message) is { Success: true } member ? member.Groups["name"].Value : misfit.Path ?? "$",
        _ => UnknownStoredField(thrown.InnerException),
    };

    [GeneratedRegex("^The JSON property '(?<name>[^']{1,80})' could not be mapped", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnknownMember();

    // The framework names the parameter that it could not read only in its message.
    [GeneratedRegex("^Failed to bind parameter \"(?<type>[^ \"]+) (?<name>[^ \"]+)\" from \"(?<value>.*)\"\\.$", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnboundParameter();
}
