namespace FollowUp.Course;

/// <summary>Which values of a quantity are refused and which need a second look; all limits in one unit.</summary>
/// <param name="Name">The quantity, PascalCase: the codes of its findings begin with it.</param>
/// <param name="Unit">The unit, in UCUM.</param>
/// <param name="Lowest">A value below is refused.</param>
/// <param name="Highest">A value above is refused.</param>
/// <param name="Source">Where the limits are from, with their version.</param>
public sealed record PlausibleRange(string Name, string Unit, decimal Lowest, decimal Highest, string Source)
{
    /// <summary>A value below asks for confirmation; null when none does.</summary>
    public decimal? UnusualBelow { get; init; }

    /// <summary>This value and any above ask for confirmation; null when none does.</summary>
    public decimal? UnusualFrom { get; init; }

    /// <summary>Whether an unusual value is stored and noted without anybody being asked for a reason (R83).</summary>
    public bool IsNeverAsked { get; init; }

    // An annotation such as {score} is not a unit that anybody writes.
    private string InUnit => Unit.StartsWith('{') ? "" : $" {Unit}";

    /// <summary>The findings about a value.</summary>
    /// <param name="field">The field it was sent in.</param>
    /// <param name="value">The value, in <see cref="Unit"/>.</param>
    public IEnumerable<Finding> Judge(string field, decimal value)
    {
        if (value < Lowest || value > Highest)
        {
            return [Finding.Refusal($"{Name}Implausible", field, value, FormattableString.Invariant(
                $"Write a value from {Lowest} to {Highest}{InUnit}."))];
        }

        return value < UnusualBelow || value >= UnusualFrom
            ? [IsNeverAsked
                ? Finding.Notice($"{Name}Unusual", field, value, FormattableString.Invariant($"{value}{InUnit} is unusual. Check it, and correct it if it is mistyped."))
                : Finding.Warning($"{Name}Unusual", field, value, FormattableString.Invariant($"{value}{InUnit} is unusual. Check it, or confirm with the reason."))]
            : [];
    }
}
