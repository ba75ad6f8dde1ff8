using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Hormones.Rules.HypogonadismFlags;

namespace FollowUp.Reports.Testosterone;

/// <summary>What a hypogonadism flag says, reduced to what reports count.</summary>
/// <param name="Status">The status.</param>
/// <param name="LH">The LH class.</param>
/// <param name="PreExistingLow">Whether the baseline was low already (R39); null without a conclusive baseline.</param>
/// <param name="SignificantDecline">Whether testosterone fell by more than normal variation (R38); null without a conclusive sample.</param>
/// <param name="ClinicalCriteriaMet">Whether a confirmed low comes with a symptom.</param>
public readonly record struct FlagSummary(HypogonadismStatus Status, LHClass LH, bool? PreExistingLow, bool? SignificantDecline, bool ClinicalCriteriaMet)
{
    /// <summary>The summary of a flag.</summary>
    public static FlagSummary Of(HypogonadismFlag flag) =>
        new(flag.Status, flag.LHClass, flag.BaselineIsLow, flag.Decline is null ? null : flag.SignificantDecline, flag.ClinicalCriteriaMet);

    /// <summary>Whether samples are conclusive: neither without data nor indeterminate.</summary>
    public bool IsJudged => Status is not (HypogonadismStatus.NoData or HypogonadismStatus.Indeterminate);
}

/// <summary>Flags under every rule set as one short text. Most men's are the same, so each text is parsed once.</summary>
public sealed class FlagsJson : JsonConverter<IReadOnlyDictionary<string, (FlagSummary Before, FlagSummary After)>>
{
    private static readonly (string Yes, string No) PreExisting = (",preExisting", ",notPreExisting");

    private static readonly (string Yes, string No) Decline = (",decline", ",noDecline");

    private const string Criteria = ",criteria";

    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, (FlagSummary, FlagSummary)>> Known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, (FlagSummary Before, FlagSummary After)>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Known.GetOrAdd(reader.GetString()!, static text => text.Split(' ').Select(part => part.Split('|'))
            .ToDictionary(part => part[0], part => (Parse(part[1]), Parse(part[2])), StringComparer.Ordinal));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, (FlagSummary Before, FlagSummary After)> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Join(' ', value.OrderBy(ruleSet => ruleSet.Key, StringComparer.Ordinal)
            .Select(ruleSet => $"{ruleSet.Key}|{Text(ruleSet.Value.Before)}|{Text(ruleSet.Value.After)}")));

    // For instance "LowConfirmed,Primary,notPreExisting,decline". What is not in it is not known.
    private static string Text(FlagSummary flag) =>
        $"{flag.Status},{flag.LH}{Said(flag.PreExistingLow, PreExisting)}{Said(flag.SignificantDecline, Decline)}{(flag.ClinicalCriteriaMet ? Criteria : "")}";

    private static FlagSummary Parse(string text) => text.Split(',') is var part
        ? new(
            Enum.Parse<HypogonadismStatus>(part[0]), Enum.Parse<LHClass>(part[1]), Read(text, PreExisting), Read(text, Decline), text.Contains(Criteria, StringComparison.Ordinal))
        : default;

    private static string Said(bool? known, (string Yes, string No) word) => known switch { true => word.Yes, false => word.No, null => "" };

    private static bool? Read(string text, (string Yes, string No) word) =>
        text.Contains(word.Yes, StringComparison.Ordinal) ? true : text.Contains(word.No, StringComparison.Ordinal) ? false : null;
}
