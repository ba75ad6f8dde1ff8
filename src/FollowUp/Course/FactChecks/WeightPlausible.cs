using FollowUp.Patients.Facts;

namespace FollowUp.Course.FactChecks;

/// <summary>A body weight is possible for an adult. It sets the limit of paracetamol (R58), so a value in pounds or a typing error matters.</summary>
public sealed class WeightPlausible : ICheck<WeightMeasured>
{
    /// <summary>Body weight in kilograms.</summary>
    public static readonly PlausibleRange Kilograms = new("Weight", "kg", 25, 400, "setting, version 1") { UnusualBelow = 40, UnusualFrom = 180 };

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(WeightMeasured fact, PatientCourse course, DecisionContext context) =>
        Kilograms.Judge("kilograms", fact.Kilograms);
}
