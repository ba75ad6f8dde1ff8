using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Platform.Pages;

/// <summary>The style sheets, the script and the icon: files of this assembly, at an address that changes with their content.</summary>
public static class PageFiles
{
    private const string Folder = "FollowUp.Platform.Pages.Assets.";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, (byte[] Content, string Version)> Files = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal) && Types.ContainsKey(Path.GetExtension(name)))
        .ToFrozenDictionary(name => name[Folder.Length..], Read, StringComparer.Ordinal);

    /// <summary>The address of a file.</summary>
    public static string Address(string file) => $"/assets/{file}?v={Files[file].Version}";

    /// <summary>Maps them, open to anybody: they hold no data.</summary>
    public static void MapPageFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/assets/{file}", (string file, HttpContext http) =>
    {
        if (!Files.TryGetValue(file, out var found))
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(found.Content, Types[Path.GetExtension(file)], entityTag: new EntityTagHeaderValue($"\"{found.Version}\""));
    }).AllowAnonymous().ExcludeFromDescription();

    private static (byte[] Content, string Version) Read(string name)
    {
        using var file = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        using var content = new MemoryStream();
        file.CopyTo(content);
        return (content.ToArray(), Convert.ToHexStringLower(SHA256.HashData(content.ToArray()))[..12]);
    }
}
