using System.Reflection;
using FollowUp.Course;
using FollowUp.Platform.Description;
using FollowUp.Platform.Pages;
using Microsoft.AspNetCore.Authorization;

namespace FollowUp.Platform.Http;

/// <summary>Names what a parameter that binds itself reads from the query, so that any other name is refused.</summary>
/// <param name="names">The names.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadsQueryAttribute(params string[] names) : Attribute
{
    /// <summary>The names.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}

/// <summary>Checks an address and its headers before any work is done on the request, and marks every answer as not to be cached.</summary>
/// <remarks>An unknown parameter is refused: if it were ignored, another question would be answered than was asked.</remarks>
public static class RequestGuard
{
    /// <summary>Adds it, behind the sign-in.</summary>
    public static void UseRequestGuard(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (Refuse(http) is not { } finding)
        {
            await next(http);
            return;
        }

        if (PageMetadata.IsPage(http))
        {
            PageRoutes.Harden(http.Response);
        }

        await (PageMetadata.IsPage(http)
            ? PageRoutes.Refuse(http, "Page.Unreadable", StatusCodes.Status400BadRequest, [finding])
            : Problems.Unreadable(finding)).ExecuteAsync(http);
    });

    /// <summary>Marks every answer as not to be cached and as what its type says, unless it says otherwise itself.</summary>
    public static void UseUnkeptAnswers(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            if (http.Response.Headers.CacheControl.Count == 0)
            {
                http.Response.Headers.CacheControl = "no-store";
            }

            http.Response.Headers.XContentTypeOptions = "nosniff";
            return Task.CompletedTask;
        });
        return next(http);
    });

    /// <summary>What is wrong with the values of a form; null when nothing is.</summary>
    public static Finding? Refuse(IFormCollection form) => form
        .SelectMany(field => field.Value.Select(value => TextLimits.Refuse(field.Key.Length > TextLimits.LongestName ? "form" : field.Key, value ?? "")))
        .FirstOrDefault(finding => finding is not null);

    private static Finding? Refuse(HttpContext http)
    {
        var inRoute = http.Request.RouteValues.Select(value => TextLimits.Refuse(value.Key, value.Value?.ToString() ?? ""));
        var inQuery = http.Request.Query.SelectMany(parameter => parameter.Value.Select(value => TextLimits.Refuse(parameter.Key, value ?? "")));
        return TextLimits.Refuse(http.Request.Headers) ?? inRoute.Concat(inQuery).FirstOrDefault(finding => finding is not null) ?? Unknown(http);
    }

    // What is open to anybody holds no data or is asked by programs of others, which add parameters of their own: files of the pages, calendars,
    // receipts.
    private static Finding? Unknown(HttpContext http)
    {
        if (http.Request.Query.Count == 0 || PageMetadata.IsPage(http) || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null || http.GetEndpoint()?.Metadata is not { } metadata || metadata.GetMetadata<MethodInfo>() is not { } method
            || method.DeclaringType?.Assembly != typeof(RequestGuard).Assembly)
        {
            return null;
        }

        var known = method.GetParameters().SelectMany(Names).Concat(metadata.GetMetadata<TakesFact>() is null ? [] : (string[])["dryRun"]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return http.Request.Query.Keys.FirstOrDefault(name => !known.Contains(name)) is not { } unknown ? null
            : Finding.Refusal("UnknownParameter", unknown, http.Request.Query[unknown].ToString(), known.Count == 0
                ? "This address takes no parameters. /docs lists those of each address."
                : $"There is no such parameter here. There are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
    }

    private static IEnumerable<string> Names(ParameterInfo parameter) =>
        parameter.ParameterType.GetCustomAttribute<ReadsQueryAttribute>()?.Names
        ?? (IsService(parameter.ParameterType) ? [] : [parameter.Name!]);

    private static bool IsService(Type type) => !(type.IsPrimitive || type.IsEnum || type.IsValueType || type == typeof(string) || type.IsArray)
        || type == typeof(CancellationToken);
}
