using FollowUp.Patients.Facts;

namespace FollowUp.Platform.Http;

/// <summary>The language that a request asks for by <c>Accept-Language</c>.</summary>
public static class AcceptedLanguage
{
    /// <summary>The most wanted language that there is; English when there is none of them.</summary>
    public static Language Of(HttpRequest request) => Language.Preferred((request.GetTypedHeaders().AcceptLanguage ?? [])
        .OrderByDescending(value => value.Quality ?? 1)
        .Select(value => value.Value.Value));
}
