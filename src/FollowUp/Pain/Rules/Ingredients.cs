using FollowUp.Patients.Rules.Facts;

namespace FollowUp.Pain.Rules;

/// <summary>What an analgesic is made of, by its ATC code (domain 5).</summary>
public static class Ingredients
{
    // Paracetamol in combinations without a name of their own in the list.
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

    /// <summary>Whether a dose counts as paracetamol, alone or as part of a combination.</summary>
    public static bool IsParacetamol(AnalgesicTaken dose) =>
        dose.Drug is Analgesic.Paracetamol or Analgesic.ParacetamolCodeine or Analgesic.ParacetamolTramadol
        || (dose.Drug is Analgesic.Other && OtherWithParacetamol.Contains(dose.AtcCode));
}
