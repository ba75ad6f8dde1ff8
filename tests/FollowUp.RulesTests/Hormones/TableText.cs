using System.Globalization;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.TestosteroneRecovery;

namespace FollowUp.RulesTests.Hormones;

/// <summary>Formats answers as the golden tables print them.</summary>
internal static class TableText
{
    public static string Of(HypogonadismFlag flag) => string.Concat(
        Status(flag),
        flag.LHClass == LHClass.Unclassified ? "" : $" {flag.LHClass}",
        flag.PreExistingLow ? " +PreExistingLow" : "",
        flag.SignificantDecline ? " +SignificantDecline" : "",
        flag.FreeTestosterone is { IsLow: true } ? " +FreeLow" : "",
        flag.LowDespiteStimulation.Count > 0 ? " +LowDespiteStimulation" : "",
        flag.CheckTRT.Count > 0 ? " +CheckTRT" : "");

    public static string Status(HypogonadismFlag flag) =>
        $"{flag.Status}{(flag.Reason is { } reason ? $"({reason})" : "")}{(flag.IsSupporting ? "(supporting)" : "")}";

    public static string Of(Recovery recovery, Baseline? baseline) => string.Concat(
        recovery.Percent is { } percent ? OneDecimal(percent) : recovery.Missing!.Code,
        recovery.PercentAtLeast is { } least ? $" >= {OneDecimal(least)}" : "",
        recovery.PercentAtMost is { } most ? $" <= {OneDecimal(most)}" : "",
        baseline is { IsOld: true } ? " BaselineOld" : "",
        recovery.MethodChanged ? " MethodChanged" : "");

    private static string OneDecimal(decimal value) =>
        decimal.Round(value, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
}
