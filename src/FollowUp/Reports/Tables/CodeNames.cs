using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUp.Patients.Facts;

namespace FollowUp.Reports.Tables;

/// <summary>Values of a code, as a report names them: by a key for programs, in words for readers.</summary>
internal static partial class CodeNames
{
    private static readonly IReadOnlyDictionary<string, string> Acronyms =
        new Dictionary<string, string>(StringComparer.Ordinal) { ["nsaids"] = "NSAIDs", ["Sms"] = "SMS" };

    /// <summary>The key of a column for a value, camelCase.</summary>
    public static string Key<TValue>(TValue value)
        where TValue : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName($"{value}");

    /// <summary>A value in words: <c>NoBaseline</c> is "No baseline".</summary>
    public static string Words<TValue>(TValue value)
        where TValue : struct, Enum => Words($"{value}");

    /// <summary>A code in words: <c>NotEligible:NotMorning</c> is "Not eligible: not morning".</summary>
    public static string Words(string code) => Acronyms.Aggregate(
        Hump().Replace(code, hump => $"{(hump.Value[0] == ':' ? ": " : " ")}{hump.Value.TrimStart(':').ToLowerInvariant()}"),
        (words, acronym) => words.Replace(acronym.Key, acronym.Value, StringComparison.Ordinal));

    /// <summary>A step of the protocol in words: <c>CONTACT_1W</c> is the one-week contact.</summary>
    public static string Step(string recall) => Platform.Texts.Words.In(Language.En)[$"Item.{recall}"];

    [GeneratedRegex("(?<=[a-z]):?[A-Z](?![A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hump();
}
