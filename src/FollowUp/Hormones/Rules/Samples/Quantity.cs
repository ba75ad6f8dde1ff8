using FollowUp.Hormones.Facts;

namespace FollowUp.Hormones.Rules.Samples;

/// <summary>The sign printed before a number: none for the value itself, or a sign for a limit of the assay.</summary>
public enum Comparison
{
    /// <summary>The number itself.</summary>
    Exactly,

    /// <summary>Printed with &lt;.</summary>
    LessThan,

    /// <summary>Printed with &lt;=.</summary>
    AtMost,

    /// <summary>Printed with &gt;=.</summary>
    AtLeast,

    /// <summary>Printed with &gt;.</summary>
    GreaterThan,
}

/// <summary>A measured value with its unit, as the laboratory printed it. It is converted once, exactly, when it is compared.</summary>
/// <param name="Comparison">The printed comparison sign.</param>
/// <param name="Number">The printed number, at most nine digits on either side of the decimal mark.</param>
/// <param name="Unit">The printed unit, which also names the analyte.</param>
public sealed record Quantity(Comparison Comparison, decimal Number, HormoneUnit Unit)
{
    /// <summary>What was measured.</summary>
    public Analyte Analyte => Unit.Analyte;

    /// <summary>The value in the analyte's base unit, exact.</summary>
    public Bounds Base { get; } = Bounds.Of(Comparison, Number).Convert(Unit.Factor, 1);

    /// <summary>The printed number in the analyte's canonical unit, unrounded.</summary>
    public decimal CanonicalNumber => Number * Unit.Factor / HormoneUnits.Canonical(Analyte).Factor;

    /// <summary>The value in a unit of the same analyte, unrounded (R08).</summary>
    public Bounds In(HormoneUnit unit) => Base.Convert(1, unit.Factor);

    /// <summary>The value in the analyte's canonical unit, unrounded.</summary>
    public Bounds Canonical => In(HormoneUnits.Canonical(Analyte));
}
