using FollowUp.Course;
using FollowUp.Pain.Facts;

namespace FollowUp.Pain.Rules;

/// <summary>A dose names its drug and has milligrams that can be right. An overdose is stored without a question and raises an alert (domain 5).</summary>
public sealed class DoseCheck : ICheck<AnalgesicTaken>
{
    /// <summary>
    /// A single dose in milligrams. The upper limit of one kilogram only catches typing errors; it is not a limit of the dose. Below 10 mg
    /// somebody probably typed grams: that is noted, but no dose needs a reason to be recorded (R83).
    /// </summary>
    public static readonly PlausibleRange Milligrams = new("Dose", "mg", 0.001m, 1_000_000, "setting, version 2") { UnusualBelow = 10, IsNeverAsked = true };

    /// <summary>The codeine or tramadol of a combination, in milligrams. The upper limit only catches typing errors.</summary>
    public static readonly PlausibleRange OtherPart = new("OtherPart", "mg", 0.001m, 100_000, "setting, version 1");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(AnalgesicTaken fact, PatientCourse course, DecisionContext context)
    {
        foreach (var finding in Milligrams.Judge("milligrams", fact.Milligrams))
        {
            yield return finding;
        }

        if (fact is { Drug: Analgesic.Other, AtcCode: null })
        {
            yield return Finding.Refusal("AtcMissing", "atcCode", null, "A drug that is not in the list needs its ATC code. Write it.");
        }

        if (fact is { Drug: Analgesic.Other, AtcCode: { } code } && Ingredients.Listed(code) is { } listed)
        {
            yield return Finding.Refusal("DrugIsListed", "drug", fact.Drug, $"This code is {listed}. Choose that drug, so that it is counted.");
        }

        if (fact.OtherPartMilligrams is { } other)
        {
            if (Ingredients.SecondOf(fact.Drug) is null)
            {
                yield return Finding.Refusal(
                    "NoOtherPart", "otherPartMilligrams", other, "Only a combination in the list has another part. Leave it out, or choose the combination.");
            }

            foreach (var finding in OtherPart.Judge("otherPartMilligrams", other))
            {
                yield return finding;
            }
        }

        if (fact is { Drug: not Analgesic.Other, AtcCode: not null } && !string.Equals(fact.AtcCode, Ingredients.AtcOf(fact.Drug), StringComparison.Ordinal))
        {
            yield return Finding.Refusal("DrugContradicts", "atcCode", fact.AtcCode, $"The ATC code of {fact.Drug} is {Ingredients.AtcOf(fact.Drug)}. Correct the drug or the code, or leave the code out.");
        }
    }
}
