using FollowUp.Course;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>A test order names at least one analyte, and an appointment is not before the day it was booked.</summary>
public sealed class HormoneTestCheck : ICheck<TestOrdered>, ICheck<TestBooked>
{
    /// <inheritdoc/>
    public IEnumerable<Finding> Check(TestOrdered fact, PatientCourse course, DecisionContext context)
    {
        if (fact.Analytes.Count == 0)
        {
            yield return Finding.Refusal("AnalytesMissing", "analytes", null, "Name at least one analyte to measure, for instance Testosterone.");
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(TestBooked fact, PatientCourse course, DecisionContext context)
    {
        if (fact.BookedFor.Day(course.Zone) < fact.BookedOn)
        {
            yield return Finding.Refusal("BookedForThePast", "bookedFor", fact.BookedFor,
                $"The appointment is before the day of booking, {fact.BookedOn:uuuu-MM-dd}. Correct one of the dates.");
        }
    }
}
