using FollowUp.Contacts.Facts;
using FollowUp.Course;
using FollowUp.Course.Dates;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Pain.Facts;

/// <summary>A dose of an analgesic, given by staff or taken by the man. An overdose is stored too, and raises an alert (domain 5).</summary>
[StoredAs("analgesic_taken", "analgesics")]
public sealed record AnalgesicTaken : Fact
{
    /// <summary>When it was taken. A dose with a date but no clock time is not part of the sums over 24 hours (R57).</summary>
    public required ClinicalTime TakenAt { get; init; }

    /// <summary>The drug.</summary>
    public required Analgesic Drug { get; init; }

    /// <summary>The dose in milligrams; for a combination, of its paracetamol.</summary>
    public required decimal Milligrams { get; init; }

    /// <summary>For a combination with paracetamol, the milligrams of its other part (codeine, tramadol), if known. They are summed too.</summary>
    public decimal? OtherPartMilligrams { get; init; }

    /// <summary>The ATC code of a drug that is not in the list.</summary>
    [Code(CodeAttribute.Atc, "N02BE01")]
    public string? AtcCode { get; init; }

    /// <summary>How it was given.</summary>
    public DrugRoute Route { get; init; } = DrugRoute.Oral;

    /// <summary>Who gave it.</summary>
    public GivenBy GivenBy { get; init; } = GivenBy.Patient;

    /// <summary>The contact in which he reported it.</summary>
    [EntryOf(typeof(ContactMade))]
    public Guid? ContactId { get; init; }

    /// <inheritdoc/>
    public override Occurrence Occurred(DateTimeZone zone) => Occurrence.At(TakenAt, zone);
}

/// <summary>An analgesic, with its ATC code.</summary>
public enum Analgesic
{
    /// <summary>Paracetamol, N02BE01.</summary>
    Paracetamol,

    /// <summary>Paracetamol with codeine, N02AJ06.</summary>
    ParacetamolCodeine,

    /// <summary>Paracetamol with tramadol, N02AJ13.</summary>
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
