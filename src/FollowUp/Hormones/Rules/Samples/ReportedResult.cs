using FollowUp.Course;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>One result of a laboratory: all messages about it, in the order they were recorded (R02, R80, R81).</summary>
/// <remarks>
/// Messages with the same key are about one result. A final or preliminary message of another collection day is a result of its own
/// nevertheless, unless a person confirmed that it is the same: some laboratories repeat a key for every sample, and the later sample must
/// not replace the baseline (R80). A correction without a key belongs to the current result of its analyte and collection time, if there is
/// exactly one (R81). Any other message without a key is a result of its own.
/// </remarks>
internal sealed class ReportedResult
{
    /// <summary>The code of the warning that a key is used again with another collection day.</summary>
    public const string OtherSample = "KeyOfAnotherSample";

    private readonly List<Standing<HormoneResultReported>> _messages = [];
    private readonly HashSet<Sample> _samples = [];
    private bool _isConfirmed;

    private ReportedResult(string? key) => Key = key;

    // The sample that a message is about.
    private readonly record struct Sample(Analyte Analyte, LocalDate Day, LocalTime? Time)
    {
        public static Sample Of(HormoneResultReported fact, DateTimeZone zone) => new(fact.Analyte, fact.CollectedAt.Day(zone), fact.CollectedAt.Time(zone));
    }

    /// <summary>The laboratory's key; null when its first message has none.</summary>
    public string? Key { get; }

    /// <summary>Its messages, in the order they were recorded.</summary>
    public IReadOnlyList<Standing<HormoneResultReported>> Messages => _messages;

    /// <summary>The message that counts: the final or corrected one or the withdrawal recorded last; a preliminary one only if there is no other (R02).</summary>
    public Standing<HormoneResultReported> Latest => _messages.MaxBy(message => (message.Fact.Status != ResultStatus.Preliminary, message.Entry.FirstRecorded))!;

    /// <summary>Whether it was not withdrawn.</summary>
    public bool Stands => !Latest.Fact.Status.IsWithdrawal();

    /// <summary>Whether a message called it final.</summary>
    public bool HasFinal => _messages.Exists(message => message.Fact.Status == ResultStatus.Final);

    /// <summary>Whether a message is about a sample of this day.</summary>
    public bool IsOfDay(LocalDate day) => _samples.Any(sample => sample.Day == day);

    /// <summary>The results of a course, in the order in which they were first recorded.</summary>
    public static IReadOnlyList<ReportedResult> AllIn(PatientCourse course)
    {
        var all = new List<ReportedResult>();
        var byKey = new Dictionary<string, List<ReportedResult>>(StringComparer.Ordinal);
        var bySample = new Dictionary<Sample, List<ReportedResult>>();
        foreach (var message in course.Of<HormoneResultReported>().OrderBy(message => message.Entry.FirstRecorded))
        {
            var sample = Sample.Of(message.Fact, course.Zone);
            var confirmed = IsConfirmed(message, course);
            var result = message.Fact.ResultKey is { } key ? FindByKey(byKey.GetValueOrDefault(key), message.Fact, sample.Day, confirmed)
                : message.Fact.Status == ResultStatus.Corrected && OfSample(bySample.GetValueOrDefault(sample) ?? [], message.Fact, course.Zone) is [var only] ? only
                : null;
            if (result is null)
            {
                all.Add(result = new(message.Fact.ResultKey));
                if (result.Key is not null)
                {
                    Add(byKey, result.Key, result);
                }
            }

            if (result._samples.Add(sample))
            {
                Add(bySample, sample, result);
            }

            result._messages.Add(message);
            result._isConfirmed |= confirmed;
        }

        return all;
    }

    /// <summary>The current results of a sample: of the same analyte, day and clock time, or of the same day when no time is stated.</summary>
    public static IReadOnlyList<ReportedResult> OfSample(IEnumerable<ReportedResult> results, HormoneResultReported fact, DateTimeZone zone) =>
        [.. results.Where(result => result.Stands && Sample.Of(result.Latest.Fact, zone) == Sample.Of(fact, zone))];

    // A correction or withdrawal is about an existing result: the one of this day, otherwise the latest with this key.
    private static ReportedResult? FindByKey(List<ReportedResult>? withKey, HormoneResultReported fact, LocalDate day, bool confirmed) =>
        withKey?.Find(result => result.IsOfDay(day))
        ?? (fact.Status is ResultStatus.Final or ResultStatus.Preliminary
            ? withKey?.FindLast(result => confirmed || result._isConfirmed)
            : withKey?[^1]);

    // A person confirmed it with a reason, when it was recorded or when its day was corrected.
    private static bool IsConfirmed(Standing<HormoneResultReported> message, PatientCourse course) =>
        Confirms(message.Fact.Warnings) || message.CorrectedBy.Any(id => Confirms(course.Find(id)?.Fact.Warnings));

    private static bool Confirms(IReadOnlyList<ConfirmedWarning>? warnings) =>
        warnings?.Any(warning => warning is { Code: OtherSample, Reason: not null }) == true;

    private static void Add<TKey>(Dictionary<TKey, List<ReportedResult>> table, TKey key, ReportedResult result)
        where TKey : notnull
    {
        if (!table.TryGetValue(key, out var results))
        {
            table[key] = results = [];
        }

        results.Add(result);
    }
}
