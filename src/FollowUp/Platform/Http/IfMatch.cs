using System.Globalization;
using System.Security.Cryptography;
using FollowUp.Course;

namespace FollowUp.Platform.Http;

/// <summary>Reads the version that a sender saw, where a change without it would overwrite what they did not see.</summary>
public static class IfMatch
{
    /// <summary>The tag of a body that depends on more than the version: the day, the guidelines, what colleagues do.</summary>
    public static string TagOf(long version, ReadOnlySpan<byte> body) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{version}.{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"");

    /// <summary>The version; or the refusal: 428 without one, 400 when it cannot be read.</summary>
    public static IResult? Read(HttpRequest request, out long? version)
    {
        version = null;
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0)
        {
            return Problems.Of(StatusCodes.Status428PreconditionRequired, "version-required", "Say which version you saw.",
                [Finding.Refusal("VersionRequired", "If-Match", null, "Send If-Match with the version of the chart or timeline, for instance \"12\".")]);
        }

        // A chart's tag says the version, and after a dot what else its body depends on.
        if (!long.TryParse(header.Trim().Trim('"').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var read))
        {
            return Problems.Unreadable(Finding.Refusal("Unreadable", "If-Match", header, "Send the version in quotes, for instance \"12\"."));
        }

        version = read;
        return null;
    }
}
