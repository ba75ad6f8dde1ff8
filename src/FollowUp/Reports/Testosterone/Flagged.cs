using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Hormones.Rules.HypogonadismFlags;

namespace FollowUp.Reports.Testosterone;

/// <summary>What a flag says, for counting.</summary>
/// <param name="Status">The status.</param>
/// <param name="LH">The LH class.</param>
/// <param name="PreExistingLow">Whether the baseline was low already (R39); null where no baseline decides it.</param>
/// <param name="SignificantDecline">Whether testosterone fell by more than normal variation (R38); null where no occasion decides it.</param>
/// <param name="ClinicalCriteriaMet">Whether a confirmed low comes with a symptom.</param>
public readonly record struct Flagged(HypogonadismStatus Status, LHClass LH, bool? PreExistingLow, bool? SignificantDecline, bool ClinicalCriteriaMet)
{
    /// <summary>What a flag says.</summary>
    public static Flagged By(HypogonadismFlag flag) =>
        new(flag.Status, flag.LHClass, flag.BaselineIsLow, flag.Decline is null ? null : flag.SignificantDecline, flag.ClinicalCriteriaMet);

    /// <summary>Whether samples decided: what is neither without data nor indeterminate.</summary>
    public bool IsJudged => Status is not (HypogonadismStatus.NoData or HypogonadismStatus.Indeterminate);
}

/// <summary>Flags under every rule set as one short text, for most men's are the same: each is read once.</summary>
public sealed class FlagsJson : JsonConverter<IReadOnlyDictionary<string, (Flagged Before, Flagged After)>>
{
    private static readonly (string Yes, string No) PreExisting = (",preExisting", ",notPreExisting");

    private static readonly (string Yes, string No) Decline = (",decline", ",noDecline");

    private const string Criteria = ",criteria";

    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, (Flagged, Flagged)>> Known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, (Flagged Before, Flagged After)>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Known.GetOrAdd(reader.GetString()!, static text => text.Split(' ').Select(part => part.Split('|'))
            .ToDictionary(part => part[0], part => (Parse(part[1]), Parse(part[2])), StringComparer.Ordinal));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, (Flagged Before, Flagged After)> value, JsonSerializerOptions options) =>
        writer.WriteStringValue(string.Join(' ', value.OrderBy(ruleSet => ruleSet.Key, StringComparer.Ordinal)
            .Select(ruleSet => $"{ruleSet.Key}|{Text(ruleSet.Value.Before)}|{Text(ruleSet.Value.After)}")));

    // For instance "LowConfirmed,Primary,notPreExisting,decline": what is not said is not known; of most men that is all.
    private static string Text(Flagged flag) =>
        $"{flag.Status},{flag.LH}{Said(flag.PreExistingLow, PreExisting)}{Said(flag.SignificantDecline, Decline)}{(flag.ClinicalCriteriaMet ? Criteria : "")}";

    private static Flagged Parse(string text) => text.Split(',') is var part
        ? new(
            Enum.Parse<HypogonadismStatus>(part[0]), Enum.Parse<LHClass>(part[1]), Read(text, PreExisting), Read(text, Decline), text.Contains(Criteria, StringComparison.Ordinal))
        : default;

    private static string Said(bool? known, (string Yes, string No) word) => known switch { true => word.Yes, false => word.No, null => "" };

    private static bool? Read(string text, (string Yes, string No) word) =>
        text.Contains(word.Yes, StringComparison.Ordinal) ? true : text.Contains(word.No, StringComparison.Ordinal) ? false : null;
}
