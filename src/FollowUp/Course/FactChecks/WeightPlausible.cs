using FollowUp.Patients.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>A weight is an adult's: it sets the paracetamol limit (R58), so a value in pounds or a slip of the key matters.</summary>
public sealed class WeightPlausible : ICheck<WeightMeasured>
{
    /// <summary>Body weight in kilograms.</summary>
    public static readonly PlausibleRange Kilograms = new("Weight", "kg", 25, 400, "setting, version 1") { UnusualBelow = 40, UnusualFrom = 180 };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WeightMeasured fact, PatientCourse course, DecisionContext context) =>
        Kilograms.Judge("kilograms", fact.Kilograms);
}
