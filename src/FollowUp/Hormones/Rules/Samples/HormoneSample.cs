using System.Text.Json.Serialization;
using FollowUp.Course;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>One analyte of one sample, with the reasons if it does not count.</summary>
public sealed record HormoneSample
{
    /// <summary>The fact.</summary>
    public required Guid FactId { get; init; }

    /// <summary>What was measured.</summary>
    public required Analyte Analyte { get; init; }

    /// <summary>The day it was drawn, in the clinic's zone (R05).</summary>
    public required LocalDate DrawnOn { get; init; }

    /// <summary>The clinic's clock time; null when only the date is known (R06).</summary>
    public required LocalTime? DrawnAt { get; init; }

    /// <summary>Whether the time had no offset and was therefore read as the clinic's (R05).</summary>
    public required bool OffsetAssumed { get; init; }

    /// <summary>The laboratory's status.</summary>
    public required ResultStatus Status { get; init; }

    /// <summary>The value and unit as printed.</summary>
    public required string Reported { get; init; }

    /// <summary>The laboratory, by the clinic's code.</summary>
    public string? Laboratory { get; init; }

    /// <summary>The method.</summary>
    public string? Method { get; init; }

    /// <summary>Why it is not eligible, the most important reason first (R26); empty when it is eligible.</summary>
    public required IReadOnlyList<Exclusion> Exclusions { get; init; }

    /// <summary>Whether he was fasting. Glucose lowers testosterone by about 25 % (V29), but no sample is excluded for it.</summary>
    public required Answer Fasting { get; init; }

    /// <summary>
    /// Drugs taken that day that may alter testosterone or its assay but do not exclude the sample (domain 6); biotin also when it was
    /// taken in the 72 hours before (V32).
    /// </summary>
    public required IReadOnlyList<HormoneDrug> FlaggedDrugs { get; init; }

    /// <summary>The value; null when it cannot be read.</summary>
    [JsonIgnore]
    public Quantity? Quantity { get; init; }

    /// <summary>When it was recorded; this decides between samples of the same time (R21).</summary>
    [JsonIgnore]
    public Instant RecordedAt { get; init; }

    /// <summary>Whether a stimulating drug was being taken that day; the wash-out after it does not count (R28).</summary>
    [JsonIgnore]
    public bool UnderStimulation { get; init; }

    /// <summary>Whether it is eligible.</summary>
    public bool IsEligible => Exclusions.Count == 0;

    /// <summary>The printed comparison sign.</summary>
    public Comparison? Comparison => Quantity?.Comparison;

    /// <summary>The printed number in <see cref="Unit"/>, unrounded.</summary>
    public decimal? Amount => Quantity?.CanonicalNumber;

    /// <summary>The analyte's canonical unit.</summary>
    public string Unit => HormoneUnits.Canonical(Analyte).Symbol;

    /// <summary>The UCUM code of <see cref="Unit"/>.</summary>
    public string Ucum => HormoneUnits.Canonical(Analyte).Ucum;

    /// <summary>Whether it was drawn before an operation (R10, R11).</summary>
    public bool IsBefore(Operation operation) => operation.IsAfter(DrawnOn, DrawnAt);

    /// <summary>The sample of another analyte that is closest in days; of two equally close the earlier (R49, R50).</summary>
    /// <param name="analyte">The analyte.</param>
    /// <param name="samples">In clinical order.</param>
    /// <param name="withinDays">The most whole local days between the two, before or after.</param>
    public HormoneSample? Nearest(Analyte analyte, IEnumerable<HormoneSample> samples, int withinDays) => samples
        .Where(sample => sample.Analyte == analyte && DaysFrom(sample) <= withinDays)
        .MinBy(DaysFrom);

    /// <summary>Whether a normal value may support the status Normal: it was drawn after 11:00 or without a clock time, and has no other fault (R19).</summary>
    [JsonIgnore]
    public bool MaySupport =>
        Exclusions is [Exclusion.TimeUnknown] || (Exclusions is [Exclusion.NotMorning] && DrawnAt > Eligibility.MorningEnd);

    private int DaysFrom(HormoneSample other) => Math.Abs(Period.DaysBetween(DrawnOn, other.DrawnOn));
}

/// <summary>A message of a laboratory that no longer counts.</summary>
/// <param name="FactId">The message.</param>
/// <param name="Analyte">What was measured.</param>
/// <param name="DrawnOn">The day of the sample.</param>
/// <param name="DrawnAt">The clinic's clock time; null when only the date is known.</param>
/// <param name="Exclusion">Superseded or Withdrawn.</param>
/// <param name="By">The message that replaced or withdrew it.</param>
public sealed record DisplacedResult(Guid FactId, Analyte Analyte, LocalDate DrawnOn, LocalTime? DrawnAt, Exclusion Exclusion, Guid By);
