using System.Collections.Concurrent;
using FollowUp.Course.Explanations;
using FollowUp.Hormones.Facts;
using NodaTime;

namespace FollowUp.Course;

/// <summary>
/// Which hormone samples of a course count, and what recalls learn from them: what the hormone activity judges (R18 to R28,
/// R66, R77) and the recalls build on (R63, R65).
/// </summary>
/// <remarks>
/// Activities do not call each other. This is what they share, so it belongs to the course: the hormone rules implement
/// it, once, in a record made from the id of a rule set, and <see cref="EligibleSamples"/> finds it. Two of one rule set are equal.
/// </remarks>
public interface IEligibleSamples
{
    /// <summary>
    /// The eligible samples of a course in clinical order, one for each analyte and local day: the day's earliest (R21).
    /// Only testosterone needs the morning and a known clock time (R18).
    /// </summary>
    IReadOnlyList<EligibleSample> In(PatientCourse course);

    /// <summary>The judgement under each rule set, whichever this one is under.</summary>
    IReadOnlyList<IEligibleSamples> UnderEach { get; }

    /// <summary>What is compared in the 6-9-month window of an operation done here, whether it calls for later checks or not (R65).</summary>
    IReadOnlyList<HormoneSign> SignsAfter(Operation operation, PatientCourse course);
}

/// <summary>A hormone sample that counts.</summary>
/// <param name="Id">The entry of the result.</param>
/// <param name="Analyte">What was measured.</param>
/// <param name="CollectedOn">The local day it was drawn.</param>
public sealed record EligibleSample(Guid Id, Analyte Analyte, LocalDate CollectedOn);

/// <summary>A value of the 6-9-month window against a limit that calls for later checks.</summary>
/// <param name="Kind">What it would be a sign of.</param>
/// <param name="FactId">The entry of the result.</param>
/// <param name="CollectedOn">The local day it was drawn.</param>
/// <param name="Compared">The value and the limit; it is a sign when that surely holds.</param>
public sealed record HormoneSign(HormoneSignKind Kind, Guid FactId, LocalDate CollectedOn, Compared Compared);

/// <summary>What a value of the 6-9-month window may be a sign of.</summary>
public enum HormoneSignKind
{
    /// <summary>An LH outside 1.7 to 8.6 IU/L (R66).</summary>
    AbnormalLH,

    /// <summary>The testosterone of the window that decides it is low by the clinic's rule set (R77).</summary>
    LowTestosterone,

    /// <summary>The testosterone of the window that decides it is below 68.0 % of that before the operation (R38).</summary>
    FallenTestosterone,
}

/// <summary>The one judgement of hormone samples, found by scanning.</summary>
public static class EligibleSamples
{
    private static readonly Type Judge = Scan.Types<IEligibleSamples>().Single();

    private static readonly ConcurrentDictionary<string, IEligibleSamples> ByRuleSet = new(StringComparer.Ordinal);

    /// <summary>The hormone rules' judgement under no rule set in particular: for what does not depend on it, and for each in turn.</summary>
    public static readonly IEligibleSamples ByAny = By("");

    /// <summary>The hormone rules' judgement under a rule set.</summary>
    /// <param name="ruleSet">Its id, which was checked before; which samples are eligible does not depend on it.</param>
    public static IEligibleSamples By(string ruleSet) => ByRuleSet.GetOrAdd(ruleSet, static id => (IEligibleSamples)Activator.CreateInstance(Judge, id)!);
}
