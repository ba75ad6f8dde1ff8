using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>All hormone results of a man, read and judged once for all questions about them.</summary>
public sealed class HormoneSamples
{
    private readonly HashSet<Guid> _countingForTheirDay;
    private readonly Dictionary<Guid, HormoneSample> _byFact;
    private readonly Dictionary<LocalDate, ActingTherapies> _acting;

    private HormoneSamples(PatientCourse course)
    {
        Operations = Operation.AllIn(course);
        Therapies = TherapyPeriod.AllIn(course);
        Symptoms = [.. course.Of<SymptomReported>()];
        var (counting, displaced) = ResultRevisions.Resolve(course);
        Displaced = displaced;
        _acting = ActingTherapies.ByDay(counting.Select(result => result.Fact.CollectedAt.Day(course.Zone)), Therapies);
        All = [.. counting.Select(result => Sample(result, course.Zone))
            .OrderBy(sample => sample.DrawnOn)
            .ThenBy(sample => sample.DrawnAt is null)
            .ThenBy(sample => sample.DrawnAt)
            .ThenBy(sample => sample.RecordedAt)
            .ThenBy(sample => sample.FactId)];
        Eligible = [.. All.Where(sample => sample.IsEligible)
            .GroupBy(sample => (sample.Analyte, sample.DrawnOn))
            .Select(day => day.First())];
        Occasions = [.. Eligible.Where(sample => sample.Analyte == Analyte.Testosterone)];
        _byFact = All.ToDictionary(sample => sample.FactId);
        _countingForTheirDay = [.. Eligible.Select(sample => sample.FactId)];
    }

    /// <summary>Every result that was not replaced or withdrawn, eligible or not, in order of day, time (unknown last), recording and id.</summary>
    public IReadOnlyList<HormoneSample> All { get; }

    /// <summary>The messages that were replaced or withdrawn (R02).</summary>
    public IReadOnlyList<DisplacedResult> Displaced { get; }

    /// <summary>The earliest eligible sample of each analyte and day, which counts for that day (R21), in clinical order.</summary>
    public IReadOnlyList<HormoneSample> Eligible { get; }

    /// <summary>Whether a sample is the eligible one that counts for its analyte and day (R21).</summary>
    public bool CountsForItsDay(HormoneSample sample) => _countingForTheirDay.Contains(sample.FactId);

    /// <summary>The sample of a fact; null when the fact is none of <see cref="All"/>.</summary>
    public HormoneSample? Find(Guid? factId) => factId is { } id ? _byFact.GetValueOrDefault(id) : null;

    /// <summary>The testosterone values among the eligible samples. Each is one occasion (R21).</summary>
    public IReadOnlyList<HormoneSample> Occasions { get; }

    /// <summary>His operations.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>His hormone therapies.</summary>
    public IReadOnlyList<TherapyPeriod> Therapies { get; }

    /// <summary>The therapies that were being taken or still acted on the day of a sample.</summary>
    internal ActingTherapies Acting(HormoneSample sample) => _acting[sample.DrawnOn];

    /// <summary>What he answered about symptoms of low testosterone, in clinical order.</summary>
    public IReadOnlyList<Standing<SymptomReported>> Symptoms { get; }

    /// <summary>The samples of a course.</summary>
    public static HormoneSamples Of(PatientCourse course) => course.Cached(0, static (course, _) => new HormoneSamples(course));

    private HormoneSample Sample(Standing<HormoneResultReported> result, DateTimeZone zone)
    {
        var fact = result.Fact;
        var day = fact.CollectedAt.Day(zone);
        var acting = _acting[day].Therapies;
        var sample = new HormoneSample
        {
            FactId = result.Id,
            Analyte = fact.Analyte,
            DrawnOn = day,
            DrawnAt = fact.CollectedAt.Time(zone),
            OffsetAssumed = fact.CollectedAt is { HasTime: true, HasOffset: false },
            Status = fact.Status,
            Reported = $"{fact.Value} {fact.Unit}".Trim(),
            Laboratory = fact.Laboratory,
            Method = fact.Method,
            Quantity = QuantityReading.Of(fact).Quantity,
            RecordedAt = result.Entry.FirstRecorded.At,
            Exclusions = [],
            Fasting = fact.Fasting,
            FlaggedDrugs = [.. acting
                .Where(therapy => therapy.Effect == TherapyEffect.FlagOnly && therapy.IsTakenOn(day))
                .Select(therapy => therapy.WashOut.Drug)
                .Concat(fact.Biotin == Answer.Yes ? [HormoneDrug.Biotin] : [])
                .Distinct()],
            UnderStimulation = acting.Any(therapy => therapy.Effect == TherapyEffect.Stimulation && therapy.IsTakenOn(day)),
        };
        return sample with { Exclusions = Eligibility.Exclusions(sample, fact.AcutelyIll, Operations, acting) };
    }
}
