namespace FollowUp.Reports.Snapshots;

/// <summary>A rule that the software applies differently since some version, under every rule set and protocol.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Since">The first version that applies it so.</param>
/// <param name="Says">How it is applied now.</param>
public sealed record ChangedReading(string Rule, Version Since, string Says)
{
    private static readonly Version Second = new(0, 2, 0);

    /// <summary>All of them, in the order of the rules. What a version changes is added here; nothing is removed.</summary>
    public static readonly IReadOnlyList<ChangedReading> All =
    [
        new("R12", Second, "Operations of one day are one session: none of them is a salvage operation after another, and no interval lies between them."),
        new("R13", Second, "A complication whose operation was retracted is marked until somebody names one."),
        new("R36", Second, "A death dated before an operation ends no clock."),
        new("R38", Second, "An inconclusive value, printed as a limit, no longer hides an earlier decline, nor a low or fallen value from the later checks."),
        new("R39", Second, "How many were low before already, and how many fell, is counted among the operations for which that is known."),
        new("R49", Second, "The LH used is the one nearest to the latest sample used, also when that sample is borderline."),
        new("R51", Second, "A man who said that there was a complication, which nobody recorded, is not counted as one without."),
        new("R66", Second, "Any LH of a day can be the abnormal one, not only the first."),
        new("R71", Second, "A first operation has no previous histology, which is not the same as one that was not reported."),
        new("R72", Second, "An operation before which no stimulation is recorded is counted as \"none recorded\", not as one without stimulation."),
        new("R80", Second, "A result that repeats a key with another collection day is stored under its own key and listed."),
        new("R81", Second, "A corrected result without a key corrects the one result of that analyte and collection time."),
        new("R83", Second, "A temperature of 38.0 °C or more counts as a fever, whatever was answered."),
    ];

    /// <summary>The changes since a version of the software; none when its name contains no version.</summary>
    /// <param name="software">The software's name in a statement, for instance <c>FollowUp 0.1.0+e1334e0</c>.</param>
    public static IReadOnlyList<ChangedReading> SinceSoftware(string software) =>
        Version.TryParse(software.Split(' ')[^1].Split('+', '-')[0], out var version) ? [.. All.Where(reading => reading.Since > version)] : [];
}
