using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Pain.Facts;

/// <summary>A dose of an analgesic, given by staff or taken by the man. Intake is a fact: an overdose is stored and alarms (domain 5).</summary>
[StoredAs("analgesic_taken", "analgesics")]
public sealed record AnalgesicTaken : Fact
{
    /// <summary>When; a dose with a date and no clock time enters no rolling sum (R57).</summary>
    public required ClinicalTime TakenAt { get; init; }

    /// <summary>The drug.</summary>
    public required Analgesic Drug { get; init; }

    /// <summary>The dose of the drug itself, in milligrams; of a combination its paracetamol part.</summary>
    public required decimal Milligrams { get; init; }

    /// <summary>Of a combination with paracetamol, the milligrams of its other part (codeine, tramadol), if known; it counts too.</summary>
    public decimal? OtherPartMilligrams { get; init; }

    /// <summary>The ATC code of a drug not in the list (domain 5).</summary>
    [Code(CodeAttribute.Atc, "N02BE01")]
    public string? AtcCode { get; init; }

    /// <summary>How it was given.</summary>
    public DrugRoute Route { get; init; } = DrugRoute.Oral;

    /// <summary>Who gave it.</summary>
    public GivenBy GivenBy { get; init; } = GivenBy.Patient;

    /// <summary>The contact in which he said so.</summary>
    [EntryOf(typeof(ContactMade))]
    public Guid? ContactId { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.At(TakenAt, zone);
}

/// <summary>An analgesic (domain 5, with its ATC code).</summary>
public enum Analgesic
{
    /// <summary>Paracetamol, N02BE01.</summary>
    Paracetamol,

    /// <summary>Paracetamol with codeine, N02AJ06; its paracetamol part counts.</summary>
    ParacetamolCodeine,

    /// <summary>Paracetamol with tramadol, N02AJ13; its paracetamol part counts.</summary>
    ParacetamolTramadol,

    /// <summary>Ibuprofen, M01AE01.</summary>
    Ibuprofen,

    /// <summary>Diclofenac, M01AB05.</summary>
    Diclofenac,

    /// <summary>Naproxen, M01AE02.</summary>
    Naproxen,

    /// <summary>Dexketoprofen, M01AE17.</summary>
    Dexketoprofen,

    /// <summary>Metamizole, N02BB02.</summary>
    Metamizole,

    /// <summary>Tramadol, N02AX02.</summary>
    Tramadol,

    /// <summary>Another; its ATC code says which.</summary>
    Other,
}

/// <summary>Who gave a dose.</summary>
public enum GivenBy
{
    /// <summary>The man himself.</summary>
    Patient,

    /// <summary>Staff.</summary>
    Staff,
}
