using System.CommandLine;

namespace FollowUp.CommandLine;

/// <summary>The options that several verbs share.</summary>
public static class Options
{
    /// <summary>The clinic.</summary>
    public static readonly Option<string?> Clinic = new("--clinic") { Description = "The clinic's id; by default the first one configured." };

    /// <summary>Only what was recorded up to this instant counts.</summary>
    public static readonly Option<string?> AsOf = new("--as-of")
    {
        Description = "Only what was recorded up to this instant counts, for instance 2026-03-05T08:35:00Z.",
    };

    /// <summary>The rule set.</summary>
    public static readonly Option<string?> RuleSet = new("--rule-set") { Description = "The hypogonadism rule set; by default the one that the clinic used on that date." };

    /// <summary>The date that answers are for.</summary>
    public static readonly Option<string?> On = new("--on")
    {
        Description = "The date that answers are for, for instance 2026-03-05; by default the clinic's date at that instant.",
    };

    /// <summary>What a report is divided by.</summary>
    public static readonly Option<string?> By = new("--by")
    {
        Description = "What to divide the report by, separated by commas, for instance previous-technique,karyotype.",
    };
}
