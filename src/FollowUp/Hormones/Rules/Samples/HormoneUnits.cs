using System.Collections.Frozen;
using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>A unit in which a laboratory reports an analyte.</summary>
/// <param name="Analyte">The analyte.</param>
/// <param name="Symbol">The unit as printed in answers.</param>
/// <param name="Factor">One of this unit in the analyte's base unit. The base unit is chosen so that every factor is exact.</param>
/// <param name="Source">The source of the factor.</param>
/// <param name="Spellings">Other spellings that laboratories print; case and spaces do not matter.</param>
public sealed record HormoneUnit(Analyte Analyte, string Symbol, decimal Factor, string Source, params string[] Spellings)
{
    /// <summary>The unit's UCUM code; the same as its symbol, except for international units.</summary>
    public string Ucum { get; init; } = Symbol;
}

/// <summary>The table of units and conversion factors (domain 2.4; V35 to V37), version units/1.</summary>
/// <remarks>
/// The base units are ng/dL for testosterone and pg/mL for free testosterone and oestradiol. Every published factor into them is exact, so
/// a value compares the same in whatever unit it was typed. There is no safe factor between mass and international units, or between mass
/// and moles of a protein; such units are refused. <c>tests/ucum/check</c> compares the UCUM codes and factors with the UCUM library of the
/// National Library of Medicine.
/// </remarks>
public static class HormoneUnits
{
    private const string Testosterone = "M = 288.42 g/mol (V35, V36)";
    private const string Oestradiol = "M = 272.38 g/mol (V37)";
    private const string Identity = "The same unit written differently (domain 2.4)";

    /// <summary>All units. The first unit of an analyte is its canonical one, used for answers and for judging plausibility (R15).</summary>
    public static readonly IReadOnlyList<HormoneUnit> All =
    [
        new(Analyte.Testosterone, "nmol/L", 28.842m, Testosterone),
        new(Analyte.Testosterone, "ng/dL", 1m, Identity),
        new(Analyte.Testosterone, "ng/mL", 100m, Identity, "ug/L", "mcg/L"),
        new(Analyte.FreeTestosterone, "pmol/L", 0.28842m, Testosterone),
        new(Analyte.FreeTestosterone, "pg/mL", 1m, Identity, "ng/L"),
        new(Analyte.FreeTestosterone, "ng/dL", 10m, Identity),
        new(Analyte.FreeTestosterone, "nmol/L", 288.42m, Testosterone),
        new(Analyte.LH, "IU/L", 1m, Identity, "U/L", "mIU/mL", "m[IU]/mL", "mU/mL") { Ucum = "[IU]/L" },
        new(Analyte.FSH, "IU/L", 1m, Identity, "U/L", "mIU/mL", "m[IU]/mL", "mU/mL") { Ucum = "[IU]/L" },
        new(Analyte.Oestradiol, "pmol/L", 0.27238m, Oestradiol),
        new(Analyte.Oestradiol, "pg/mL", 1m, Identity, "ng/L"),
        new(Analyte.Oestradiol, "nmol/L", 272.38m, Oestradiol),
        new(Analyte.SHBG, "nmol/L", 1m, Identity),
        new(Analyte.Prolactin, "mIU/L", 1m, Identity, "mU/L", "uIU/mL", "u[IU]/mL", "uU/mL") { Ucum = "m[IU]/L" },
        new(Analyte.InhibinB, "pg/mL", 1m, Identity, "ng/L"),
        new(Analyte.Albumin, "g/L", 1m, Identity),
        new(Analyte.Albumin, "g/dL", 10m, Identity),
    ];

    private static readonly FrozenDictionary<Analyte, HormoneUnit> Canonicals =
        All.GroupBy(unit => unit.Analyte).ToFrozenDictionary(units => units.Key, units => units.First());

    private static readonly FrozenDictionary<Analyte, FrozenDictionary<string, HormoneUnit>> Spelled =
        All.GroupBy(unit => unit.Analyte).ToFrozenDictionary(
            units => units.Key,
            units => units.SelectMany(unit => unit.Spellings.Append(unit.Symbol).Append(unit.Ucum).Distinct().Select(spelling => (spelling, unit)))
                .ToFrozenDictionary(pair => pair.spelling, pair => pair.unit, StringComparer.OrdinalIgnoreCase));

    /// <summary>The canonical unit of an analyte.</summary>
    public static HormoneUnit Canonical(Analyte analyte) => Canonicals[analyte];

    /// <summary>The unit that a text means for an analyte; null when it cannot be converted.</summary>
    public static HormoneUnit? Find(Analyte analyte, string text) => Spelled[analyte].GetValueOrDefault(Normalise(text));

    // Two code points look like a micro sign; UCUM writes u for both.
    private static string Normalise(string text) =>
        string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)).Select(letter => letter is '\u00B5' or '\u03BC' ? 'u' : letter));
}
