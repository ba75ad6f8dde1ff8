namespace FollowUp.Reports.Snapshots;

/// <summary>A rule that was read differently from a version of the software on, under every rule set and protocol.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Since">The first version that reads it so.</param>
/// <param name="Says">What is read now.</param>
public sealed record ChangedReading(string Rule, Version Since, string Says)
{
    private static readonly Version Second = new(0, 2, 0);

    /// <summary>Every one, in the order of the rules. What a version changed is added here; nothing is ever taken away.</summary>
    public static readonly IReadOnlyList<ChangedReading> All =
    [
        new("R12", Second, "Operations of one day are one session, and neither a salvage operation nor an interval is counted within it."),
        new("R13", Second, "A complication whose operation was retracted is marked until somebody names one."),
        new("R36", Second, "A death dated before an operation ends no clock."),
        new("R38", Second, "A value printed as a limit that decides neither way hides no earlier decline, and no low or fallen value from the later checks."),
        new("R39", Second, "How many were low before already, and how many fell, is of the operations for which it can be told."),
        new("R49", Second, "The LH is that nearest to the latest occasion used, a borderline one too."),
        new("R51", Second, "Who said that there was a complication, which nobody recorded, is not counted as one without."),
        new("R66", Second, "Any LH of a day can be the abnormal one, not the first alone."),
        new("R71", Second, "Of a first operation there is no previous histology; it is not one not reported."),
        new("R72", Second, "An operation before which no stimulation is recorded is counted as such, not as one without."),
        new("R80", Second, "A result that repeats a key with another collection day is stored under a key of its own and listed."),
        new("R81", Second, "A corrected result without a key corrects the one result of that analyte and collection time."),
        new("R83", Second, "A temperature of 38.0 °C or more counts as a fever, whatever was answered."),
    ];

    /// <summary>Those changed since a version of the software, by its name in a statement; none where the name says no version.</summary>
    /// <param name="software">The software as a statement names it, for instance <c>FollowUp 0.1.0+e1334e0</c>.</param>
    public static IReadOnlyList<ChangedReading> SinceSoftware(string software) =>
        Version.TryParse(software.Split(' ')[^1].Split('+', '-')[0], out var version) ? [.. All.Where(reading => reading.Since > version)] : [];
}
