using FollowUp.Access;
using FollowUp.Platform;
using FollowUp.Platform.Pages;
using FollowUp.Platform.References;

namespace FollowUp.Guidelines.Pages;

/// <summary>The clinical rules and their sources, for everybody who is signed in.</summary>
public sealed class ReferencePages : IActivity
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPage("/rules", Policies.Everybody, (HttpContext http) => Show(http, ReferenceDocuments.Rules(Viewer.LanguageOf(http.Request))));
        endpoints.MapPage("/sources", Policies.Everybody, (HttpContext http) => Show(http, ReferenceDocuments.Sources(Viewer.LanguageOf(http.Request))));
    }

    private static IResult Show(HttpContext http, ReferenceDocument document) =>
        PageRoutes.Show<ReferencePage>(http, new() { [nameof(ReferencePage.Document)] = document });
}
