using FollowUp.Course;
using FollowUp.Pain.Facts;

namespace FollowUp.Pain.Rules;

/// <summary>A dose is a dose in milligrams of a named drug. An overdose is a fact: it is stored without a question, and alarms (domain 5).</summary>
public sealed class DosePlausible : ICheck<AnalgesicTaken>
{
    /// <summary>
    /// A single dose in milligrams. The upper limit, a kilogram, is what nobody can swallow and not a dose limit;
    /// below 10 mg, grams were probably typed: it is noted, but no dose has to be justified to be recorded (R83).
    /// </summary>
    public static readonly PlausibleRange Milligrams = new("Dose", "mg", 0.001m, 1_000_000, "setting, version 2") { UnusualBelow = 10, IsNeverAsked = true };

    /// <summary>The codeine or tramadol of a combination, in milligrams; what nobody can swallow is refused.</summary>
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
            yield return Finding.Refusal("AtcMissing", "atcCode", null, "Name a drug that is not in the list by its ATC code.");
        }

        if (fact is { Drug: Analgesic.Other, AtcCode: { } code } && Ingredients.Listed(code) is { } listed)
        {
            yield return Finding.Refusal("DrugIsListed", "drug", fact.Drug, $"This is {listed}. Name it so, that it is counted.");
        }

        if (fact.OtherPartMilligrams is { } other)
        {
            if (Ingredients.SecondOf(fact.Drug) is null)
            {
                yield return Finding.Refusal(
                    "NoOtherPart", "otherPartMilligrams", other, "Only a combination of the list has another part. Leave it out, or name the combination.");
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
