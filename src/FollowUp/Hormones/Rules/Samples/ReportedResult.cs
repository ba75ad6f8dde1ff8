using FollowUp.Course;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>One result of a laboratory: every message that states it, in the order they were recorded (R02, R80, R81).</summary>
/// <remarks>
/// Messages of one key are one result. A final or preliminary one of another collection day is a result of its own all the same, unless
/// a person confirmed that it is this one: a panel's name repeated for every sample does not let the later displace the baseline (R80).
/// A correction without a key belongs to the one standing result of its analyte and collection time, if there is exactly one (R81);
/// any other message without a key is a result of its own.
/// </remarks>
internal sealed class ReportedResult
{
    /// <summary>The warning that a key is repeated with another collection day.</summary>
    public const string OtherSample = "KeyOfAnotherSample";

    private readonly List<Standing<HormoneResultReported>> _messages = [];
    private readonly HashSet<Sample> _samples = [];
    private bool _isConfirmed;

    private ReportedResult(string? key) => Key = key;

    // Of which sample a message says it is.
    private readonly record struct Sample(Analyte Analyte, LocalDate Day, LocalTime? Time)
    {
        public static Sample Of(HormoneResultReported fact, DateTimeZone zone) => new(fact.Analyte, fact.CollectedAt.Day(zone), fact.CollectedAt.Time(zone));
    }

    /// <summary>The laboratory's key; null when its first message has none.</summary>
    public string? Key { get; }

    /// <summary>Its messages, in the order they were recorded.</summary>
    public IReadOnlyList<Standing<HormoneResultReported>> Messages => _messages;

    /// <summary>The message that counts: the latest recorded final or corrected one, or what took it back; a preliminary one only when alone (R02).</summary>
    public Standing<HormoneResultReported> Latest => _messages.MaxBy(message => (message.Fact.Status != ResultStatus.Preliminary, message.Entry.FirstRecorded))!;

    /// <summary>Whether it stands: it was not taken back.</summary>
    public bool Stands => !Latest.Fact.Status.TakesBack();

    /// <summary>Whether a message called it final.</summary>
    public bool HasFinal => _messages.Exists(message => message.Fact.Status == ResultStatus.Final);

    /// <summary>Whether a message is of this day.</summary>
    public bool IsOf(LocalDate day) => _samples.Any(sample => sample.Day == day);

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
            var result = message.Fact.ResultKey is { } key ? OfKey(byKey.GetValueOrDefault(key), message.Fact, sample.Day, confirmed)
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

    /// <summary>The standing results of a sample: of its analyte, day and clock time, or of the day alone where no time is stated.</summary>
    public static IReadOnlyList<ReportedResult> OfSample(IEnumerable<ReportedResult> results, HormoneResultReported fact, DateTimeZone zone) =>
        [.. results.Where(result => result.Stands && Sample.Of(result.Latest.Fact, zone) == Sample.Of(fact, zone))];

    // What is not a final or preliminary one says something of a result that is there: of this day, else the latest of the key.
    private static ReportedResult? OfKey(List<ReportedResult>? ofKey, HormoneResultReported fact, LocalDate day, bool confirmed) =>
        ofKey?.Find(result => result.IsOf(day))
        ?? (fact.Status is ResultStatus.Final or ResultStatus.Preliminary
            ? ofKey?.FindLast(result => confirmed || result._isConfirmed)
            : ofKey?[^1]);

    // Confirmed with a reason, when it was recorded or when it was corrected to that day.
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
