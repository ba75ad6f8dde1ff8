using FollowUp.Pain.Facts;

namespace FollowUp.Pain.Rules;

/// <summary>An active ingredient of an analgesic.</summary>
public enum Ingredient
{
    /// <summary>Paracetamol.</summary>
    Paracetamol,

    /// <summary>Codeine.</summary>
    Codeine,

    /// <summary>Tramadol.</summary>
    Tramadol,

    /// <summary>Ibuprofen.</summary>
    Ibuprofen,

    /// <summary>Diclofenac.</summary>
    Diclofenac,

    /// <summary>Naproxen.</summary>
    Naproxen,

    /// <summary>Dexketoprofen.</summary>
    Dexketoprofen,

    /// <summary>Metamizole.</summary>
    Metamizole,

    /// <summary>One that is not in the list.</summary>
    Other,
}

/// <summary>The active ingredients of an analgesic, by its ATC code.</summary>
public static class Ingredients
{
    // Combinations with paracetamol that are not in the list of drugs.
    private static readonly string[] OtherWithParacetamol = ["N02BE51", "N02BE71", "N02AJ01", "N02AJ17", "N02AJ22"];

    /// <summary>The ATC code of a drug in the list; null for one that is not.</summary>
    public static string? AtcOf(Analgesic drug) => drug switch
    {
        Analgesic.Paracetamol => "N02BE01",
        Analgesic.ParacetamolCodeine => "N02AJ06",
        Analgesic.ParacetamolTramadol => "N02AJ13",
        Analgesic.Ibuprofen => "M01AE01",
        Analgesic.Diclofenac => "M01AB05",
        Analgesic.Naproxen => "M01AE02",
        Analgesic.Dexketoprofen => "M01AE17",
        Analgesic.Metamizole => "N02BB02",
        Analgesic.Tramadol => "N02AX02",
        _ => null,
    };

    /// <summary>The drug in the list with an ATC code; null when it is not in the list.</summary>
    public static Analgesic? Listed(string atcCode) =>
        Enum.GetValues<Analgesic>().Where(drug => AtcOf(drug) == atcCode).Select(drug => (Analgesic?)drug).FirstOrDefault();

    /// <summary>The product of a dose, by its ATC code; used to notice one ingredient from two products.</summary>
    public static string ProductOf(AnalgesicTaken dose) => AtcOf(dose.Drug) ?? dose.AtcCode ?? "";

    /// <summary>The ingredients of a dose in milligrams; the second ingredient of a combination only if it was stated.</summary>
    public static IEnumerable<(Ingredient Ingredient, decimal Milligrams)> PartsOf(AnalgesicTaken dose)
    {
        yield return (FirstOf(dose), dose.Milligrams);
        if (dose.OtherPartMilligrams is { } second && SecondOf(dose.Drug) is { } other)
        {
            yield return (other, second);
        }
    }

    /// <summary>The other ingredient of a combination with paracetamol; null for any other drug.</summary>
    public static Ingredient? SecondOf(Analgesic drug) => drug switch
    {
        Analgesic.ParacetamolCodeine => Ingredient.Codeine,
        Analgesic.ParacetamolTramadol => Ingredient.Tramadol,
        _ => null,
    };

    /// <summary>Whether a dose is a non-steroidal anti-inflammatory drug: ATC group M01A.</summary>
    public static bool IsNsaid(AnalgesicTaken dose) => ProductOf(dose).StartsWith("M01A", StringComparison.Ordinal);

    private static Ingredient FirstOf(AnalgesicTaken dose) => dose.Drug switch
    {
        Analgesic.Paracetamol or Analgesic.ParacetamolCodeine or Analgesic.ParacetamolTramadol => Ingredient.Paracetamol,
        Analgesic.Ibuprofen => Ingredient.Ibuprofen,
        Analgesic.Diclofenac => Ingredient.Diclofenac,
        Analgesic.Naproxen => Ingredient.Naproxen,
        Analgesic.Dexketoprofen => Ingredient.Dexketoprofen,
        Analgesic.Metamizole => Ingredient.Metamizole,
        Analgesic.Tramadol => Ingredient.Tramadol,
        _ => OtherWithParacetamol.Contains(dose.AtcCode) ? Ingredient.Paracetamol : Ingredient.Other,
    };
}
