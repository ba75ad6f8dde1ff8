using System.Text.Json;
using System.Text.RegularExpressions;

namespace FollowUp.Reports;

/// <summary>Values of a code, as a report names them: by a key for programs, in words for readers.</summary>
internal static partial class Coded
{
    /// <summary>The key of a column for a value, camelCase.</summary>
    public static string Key<TValue>(TValue value)
        where TValue : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    /// <summary>A value in words: <c>NoBaseline</c> is "No baseline".</summary>
    public static string Words<TValue>(TValue value)
        where TValue : struct, Enum => Words($"{value}");

    /// <summary>A code in words: <c>NotEligible:NotMorning</c> is "Not eligible: not morning".</summary>
    public static string Words(string code) =>
        Hump().Replace(code, hump => $"{(hump.Value[0] == ':' ? ": " : " ")}{hump.Value.TrimStart(':').ToLowerInvariant()}");

    [GeneratedRegex("(?<=[a-z]):?[A-Z](?![A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hump();
}
