using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using FollowUp.Hormones.Rules.TestosteroneRecovery;

namespace FollowUp.Reports.Publications;

/// <summary>The results of a publication that our men can be compared with. Each is a data file in this folder; percentages are calculated from counts.</summary>
/// <param name="Id">Its stable name, kebab-case.</param>
/// <param name="Name">Its short name in reports.</param>
/// <param name="About">Its subject; its title where that is known.</param>
/// <param name="Source">The reference, how many men it is about, and which parts of it were read.</param>
public sealed record Publication(string Id, string Name, string About, string Source)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Rates.</summary>
    public IReadOnlyList<PublishedRate> Rates { get; init; } = [];

    /// <summary>Means before the operation, of men in whom sperm was found and was not.</summary>
    public IReadOnlyList<PublishedMeans> Means { get; init; } = [];

    /// <summary>Groups compared in the rate of sperm found.</summary>
    public IReadOnlyList<PublishedComparison> Comparisons { get; init; } = [];

    /// <summary>Testosterone as a percentage of its baseline.</summary>
    public IReadOnlyList<PublishedPercentage> Percentages { get; init; } = [];

    /// <summary>What else to know about its results.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>All publications, by id.</summary>
    public static readonly IReadOnlyList<Publication> All =
    [
        .. from file in Assembly.GetExecutingAssembly().GetManifestResourceNames()
           where file.StartsWith(typeof(Publication).Namespace!, StringComparison.Ordinal)
           let read = Read(file)
           orderby read.Id == "salvage-micro-tese" descending, read.Id
           select read,
    ];

    private static Publication Read(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<Publication>(stream, Json)!;
    }
}

/// <summary>A published rate.</summary>
/// <param name="Label">What it is a rate of, in words.</param>
/// <param name="Measure">The measure that is counted in our men.</param>
/// <param name="Printed">The published figure as printed.</param>
public sealed record PublishedRate(string Label, string Measure, string Printed)
{
    /// <summary>Which of our operations: the part of each stratum, by the stratum's key; empty for all.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>How many have it; null when no count is printed.</summary>
    public int? Count { get; init; }

    /// <summary>How many were looked at.</summary>
    public int? Of { get; init; }

    /// <summary>Where the printed figure does not follow from the counts, and what else to know.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Published means of two groups.</summary>
/// <param name="Label">What was measured, in words.</param>
/// <param name="Quantity">The quantity of ours, by its name in <see cref="WorkUp.Quantities"/>.</param>
/// <param name="Found">In men in whom sperm was found.</param>
/// <param name="NotFound">In the others.</param>
/// <param name="PrintedP">The published p value as printed.</param>
public sealed record PublishedMeans(string Label, string Quantity, PublishedMean Found, PublishedMean NotFound, string PrintedP)
{
    /// <summary>What else to know.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A published mean.</summary>
/// <param name="N">The number of men.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Sd">The standard deviation.</param>
public sealed record PublishedMean(int N, double Mean, double Sd);

/// <summary>Groups compared in the rate of sperm found at salvage operations.</summary>
/// <param name="Label">Which groups, in words.</param>
/// <param name="By">The key of the stratum that makes the groups.</param>
/// <param name="Groups">The groups.</param>
/// <param name="PrintedP">The published p value as printed.</param>
public sealed record PublishedComparison(string Label, string By, IReadOnlyList<PublishedGroup> Groups, string PrintedP)
{
    /// <summary>What else to know.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A group of a comparison.</summary>
/// <param name="Part">The part of the stratum, or several joined by " + ".</param>
/// <param name="Count">How many men sperm was found in.</param>
/// <param name="Of">How many men there were.</param>
public sealed record PublishedGroup(string Part, int Count, int Of);

/// <summary>A published percentage of the baseline.</summary>
/// <param name="Label">Which men and when, in words.</param>
/// <param name="Window">The window in which our men are compared.</param>
/// <param name="Printed">The published figure as printed.</param>
public sealed record PublishedPercentage(string Label, FollowUpWindow Window, string Printed)
{
    /// <summary>Which of our operations: the part of each stratum, by the stratum's key; empty for all.</summary>
    public IReadOnlyDictionary<string, string> Where { get; init; } = new Dictionary<string, string>();

    /// <summary>What else to know.</summary>
    public string Note { get; init; } = "";
}
