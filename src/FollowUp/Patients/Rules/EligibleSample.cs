using FollowUp.Patients.Rules.Facts;
using NodaTime;

namespace FollowUp.Patients.Rules;

/// <summary>
/// Which hormone samples of a course count: what the hormone activity judges (R18 to R28) and the recalls build on (R63).
/// </summary>
/// <remarks>
/// Activities never call each other. This is the notion they share, so it belongs to the course: the hormone rules implement
/// it, once, in a class without constructor arguments, and <see cref="EligibleSamples"/> finds it.
/// </remarks>
public interface IEligibleSamples
{
    /// <summary>
    /// The eligible samples of a course in clinical order, one for each analyte and local day: the day's earliest (R21).
    /// Only testosterone needs the morning and a known clock time (R18).
    /// </summary>
    IReadOnlyList<EligibleSample> In(PatientCourse course);
}

/// <summary>A hormone sample that counts.</summary>
/// <param name="Id">The entry of the result.</param>
/// <param name="Analyte">What was measured.</param>
/// <param name="CollectedOn">The local day it was drawn.</param>
public sealed record EligibleSample(Guid Id, Analyte Analyte, LocalDate CollectedOn);

/// <summary>The one judgement of eligibility, found by scanning.</summary>
public static class EligibleSamples
{
    /// <summary>The hormone rules' judgement.</summary>
    public static readonly IEligibleSamples Judged = typeof(IEligibleSamples).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IEligibleSamples)) && !type.IsInterface)
        .Select(type => (IEligibleSamples)Activator.CreateInstance(type)!)
        .Single();
}
