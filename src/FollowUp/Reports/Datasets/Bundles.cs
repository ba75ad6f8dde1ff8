using FollowUp.Complications.Rules;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Hormones.Facts;
using FollowUp.Hormones.Rules;
using FollowUp.Hormones.Rules.HypogonadismFlags;
using FollowUp.Hormones.Rules.Samples;
using FollowUp.Hormones.Rules.TestosteroneRecovery;
using FollowUp.Pain.Facts;
using FollowUp.Platform;
using FollowUp.Recording.Commands;
using Hl7.Fhir.Model;
using NodaTime.Text;

namespace FollowUp.Reports.Datasets;

/// <summary>A man as a FHIR R4 Bundle: what the datasets say of him, as resources. Without identity, dates moved.</summary>
public static class Bundles
{
    /// <summary>The system of our own codes, for what no terminology has a confirmed code for.</summary>
    public const string OwnCodes = "urn:followup:codes";

    private const string Loinc = "http://loinc.org";
    private const string Ucum = "http://unitsofmeasure.org";
    private const string Category = "http://terminology.hl7.org/CodeSystem/observation-category";

    // A LOINC code is for one property, mass or moles, so these are for the units in which answers are given.
    private static readonly Dictionary<Analyte, string> LoincOf = new()
    {
        [Analyte.Testosterone] = "14913-8", [Analyte.LH] = "10501-5", [Analyte.FSH] = "15067-2", [Analyte.Oestradiol] = "14715-7",
        [Analyte.SHBG] = "13967-5", [Analyte.InhibinB] = "34319-4", [Analyte.Albumin] = "1751-7",
    };

    /// <summary>The decimals that the datasets have too; converting a unit gives more than any laboratory measures.</summary>
    private const int Decimals = 12;

    /// <summary>The quasi-identifiers in a man's bundle.</summary>
    public static IEnumerable<QuasiIdentifier> QuasiIdentifiers(PatientCourse course) => Operation.AllIn(course).Select(TypeOf);

    /// <summary>The bundle of a man.</summary>
    /// <param name="course">His course.</param>
    /// <param name="asked">The date, rule set and protocol.</param>
    /// <param name="asOf">As recorded at this instant.</param>
    /// <param name="pseudonyms">His study id and dates.</param>
    /// <param name="rare">The values that are withheld.</param>
    public static Bundle Of(PatientCourse course, Asked asked, NodaTime.Instant asOf, Pseudonyms pseudonyms, RareValues rare)
    {
        var man = new Man(course, pseudonyms);
        var bundle = new Bundle { Id = man.StudyId, Type = Bundle.BundleType.Collection, Timestamp = asOf.ToDateTimeOffset() };
        man.Add(bundle, new Patient { Gender = AdministrativeGender.Male, Active = true }, null);
        foreach (var operation in Operation.AllIn(course))
        {
            man.Add(bundle, Of(operation, man, rare), operation.Id);
        }

        foreach (var sample in HormoneSamples.Of(course).All)
        {
            man.Add(bundle, Of(sample, man), sample.FactId);
        }

        foreach (var complication in ComplicationsQuestion.Answer(course))
        {
            man.Add(bundle, Of(complication, man), complication.Id);
        }

        foreach (var pain in course.Of<PainReported>())
        {
            man.Add(bundle, Of(pain, man), pain.Id);
        }

        foreach (var therapy in TherapyPeriod.AllIn(course))
        {
            man.Add(bundle, Of(therapy, man), therapy.Id);
        }

        foreach (var recovery in OperationRecovery.AllIn(course, asked.On))
        {
            foreach (var window in recovery.Windows)
            {
                man.Add(bundle, Of(window, recovery, man), null);
            }
        }

        man.Add(bundle, Flag(HypogonadismAnswer.Of(course, PublishedRuleSets.Of(asked.RuleSet)).Present, asked, man), null);
        return bundle;
    }

    private static QuasiIdentifier TypeOf(Operation operation) => new("type", $"{operation.Type}");

    private static Procedure Of(Operation operation, Man man, RareValues rare) => new()
    {
        Status = EventStatus.Completed,
        Subject = man.Reference,
        Code = Own(rare.Guarded(TypeOf(operation))),
        Performed = man.Day(operation.Occurred),
        Outcome = Own($"{operation.Outcome}"),
    };

    private static Observation Of(HormoneSample sample, Man man) => new()
    {
        Status = sample.Status switch
        {
            ResultStatus.Preliminary => ObservationStatus.Preliminary,
            ResultStatus.Corrected => ObservationStatus.Corrected,
            _ => ObservationStatus.Final,
        },
        Category = [new CodeableConcept(Category, "laboratory")],
        Code = LoincOf.TryGetValue(sample.Analyte, out var loinc) ? new CodeableConcept(Loinc, loinc, $"{sample.Analyte}") : Own($"{sample.Analyte}"),
        Subject = man.Reference,
        Effective = man.Day(Occurrence.On(sample.DrawnOn)),
        Value = sample.Quantity is null ? null : new Hl7.Fhir.Model.Quantity
        {
            Value = Rounded(sample.Amount), Unit = sample.Unit, System = Ucum, Code = sample.Ucum, Comparator = sample.Comparison switch
            {
                Comparison.LessThan => Hl7.Fhir.Model.Quantity.QuantityComparator.LessThan,
                Comparison.AtMost => Hl7.Fhir.Model.Quantity.QuantityComparator.LessOrEqual,
                Comparison.AtLeast => Hl7.Fhir.Model.Quantity.QuantityComparator.GreaterOrEqual,
                Comparison.GreaterThan => Hl7.Fhir.Model.Quantity.QuantityComparator.GreaterThan,
                _ => null,
            },
        },
        DataAbsentReason = sample.Quantity is null ? Absent("unknown", "not convertible") : null,
        Note = sample.IsEligible ? [] : [new() { Text = $"Does not count: {string.Join(", ", sample.Exclusions)}" }],
    };

    private static Condition Of(ComplicationStanding complication, Man man) => new()
    {
        // A condition with an abatement must not be active (FHIR's constraint con-4).
        ClinicalStatus = new("http://terminology.hl7.org/CodeSystem/condition-clinical", complication.ResolvedOn is null ? "active" : "resolved", null),
        Subject = man.Reference,
        Code = Own($"{complication.Type}"),
        Onset = man.Day(complication.OnsetOn is { } onset ? Occurrence.On(onset) : Occurrence.On(complication.DetectedOn)),
        Abatement = complication.ResolvedOn is { } resolved ? man.Day(Occurrence.On(resolved)) : null,
        Stage = complication.Grade is { } grade ? [new() { Summary = Own($"Clavien-Dindo {grade}"), Assessment = [] }] : [],
    };

    private static Observation Of(Standing<PainReported> pain, Man man) => new()
    {
        Status = ObservationStatus.Final,
        Category = [new CodeableConcept(Category, "survey")],
        Code = pain.Fact.Nrs is null ? Own("PainVisualAnalogue") : new CodeableConcept(Loinc, "72514-3", "Pain severity 0-10"),
        Subject = man.Reference,
        Effective = man.Day(Occurrence.On(pain.Occurred.Earliest)),
        Value = pain.Fact.Nrs is { } nrs ? new Hl7.Fhir.Model.Quantity(nrs, "{score}", Ucum)
            : pain.Fact.VasMillimetres is { } millimetres ? new Hl7.Fhir.Model.Quantity(millimetres, "mm", Ucum)
            : null,
        Component = [new() { Code = Own("site"), Value = Own($"{pain.Fact.Site}") }, new() { Code = Own("side"), Value = Own($"{pain.Fact.Side}") }],
    };

    private static MedicationStatement Of(TherapyPeriod therapy, Man man) => new()
    {
        Status = therapy.LastDay is null ? MedicationStatement.MedicationStatusCodes.Unknown : MedicationStatement.MedicationStatusCodes.Completed,
        Subject = man.Reference,
        Medication = Own($"{therapy.WashOut.Drug}"),
        Effective = new Hl7.Fhir.Model.Period
        {
            Start = therapy.StartedOn is { } start ? man.Day(Occurrence.On(start)).Value : null,
            End = therapy.LastDay is { } last ? man.Day(Occurrence.On(last)).Value : null,
        },
    };

    private static Observation Of(WindowRecovery window, OperationRecovery recovery, Man man) => new()
    {
        Status = ObservationStatus.Final,
        Code = Own($"TestosteroneOfBaseline{window.Days.Window}"),
        Subject = man.Reference,
        PartOf = [man.To(recovery.OperationId)!],
        Effective = window.DrawnOn is { } drawn ? man.Day(Occurrence.On(drawn)) : null,
        Value = window.OfIndex.Percent is { } percent ? new Hl7.Fhir.Model.Quantity(decimal.Round(percent, Decimals, MidpointRounding.AwayFromZero), "%", Ucum) : null,
        DataAbsentReason = window.OfIndex.Missing is { } missing ? Absent("not-performed", missing.Code) : null,
        DerivedFrom = [.. (recovery.PreIndex?.FactIds ?? []).Append(window.FactId ?? Guid.Empty).Select(man.To).OfType<ResourceReference>()],
    };

    private static Observation Flag(HypogonadismFlag flag, Asked asked, Man man) => new()
    {
        Status = ObservationStatus.Final,
        Code = Own("Hypogonadism"),
        Subject = man.Reference,
        Method = Own(asked.RuleSet),
        Value = Own($"{flag.Status}"),
        DerivedFrom = [.. flag.Used.Select(used => man.To(used.FactId)).OfType<ResourceReference>()],
    };

    private static decimal? Rounded(decimal? value) => value is { } number ? decimal.Round(number, Decimals, MidpointRounding.AwayFromZero) : null;

    private static CodeableConcept Own(string code) => new(OwnCodes, code.Replace(' ', '-'), code);

    private static CodeableConcept Absent(string code, string text) => new("http://terminology.hl7.org/CodeSystem/data-absent-reason", code, text);

    /// <summary>Names this man's resources, without any id from the store.</summary>
    private sealed class Man(PatientCourse course, Pseudonyms pseudonyms)
    {
        private readonly Dictionary<Guid, string> _named = [];

        private int _added;

        public string StudyId { get; } = pseudonyms.StudyId(course.PatientId);

        public ResourceReference Reference => new(NameOf(nameof(Patient), StudyId));

        /// <summary>A reference to the resource of a fact that was added before; null for any other fact.</summary>
        public ResourceReference? To(Guid factId) => _named.TryGetValue(factId, out var named) ? new(named) : null;

        public void Add(Bundle bundle, Resource resource, Guid? factId)
        {
            resource.Id = resource is Patient ? StudyId : $"{StudyId}-{++_added}";
            var name = NameOf(resource.TypeName, resource.Id);
            if (factId is { } id)
            {
                _named[id] = name;
            }

            bundle.AddResourceEntry(resource, name);
        }

        // References within a bundle are the full names of its entries: a relative one would mean a resource on a server.
        private static string NameOf(string type, string id) => $"urn:uuid:{Ids.Of($"{type}/{id}"):D}";

        // As exact as it is known: a month stays a month, and is moved by whole days from its middle.
        public FhirDateTime Day(Occurrence occurrence)
        {
            var days = NodaTime.Period.DaysBetween(occurrence.Earliest, occurrence.Latest);
            var moved = pseudonyms.Shifted(course.PatientId, occurrence.Earliest.PlusDays(days / 2));
            return new(days switch
            {
                0 => LocalDatePattern.Iso.Format(moved),
                < 32 => YearMonthPattern.Iso.Format(moved.ToYearMonth()),
                _ => moved.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture),
            });
        }
    }
}
