using NodaTime;

namespace FollowUp.Course.Explanations;

/// <summary>A value and the threshold it was compared with, both in the unit they were compared in, unrounded (R08).</summary>
public sealed record Compared
{
    private Compared()
    {
    }

    /// <summary>What was compared.</summary>
    public required Code Name { get; init; }

    /// <summary>The fact whose value it is; null when it is no single fact's.</summary>
    public Guid? FactId { get; init; }

    /// <summary>The sign a censored value was printed with, for instance <c>&lt;</c>; null for an exact one.</summary>
    public string? Sign { get; init; }

    /// <summary>The value compared: a decimal, a day or a clock time.</summary>
    public required object Value { get; init; }

    /// <summary>The unit of value and threshold; null for days and clock times.</summary>
    public string? Unit { get; init; }

    /// <summary>How they were compared.</summary>
    public required Relation Relation { get; init; }

    /// <summary>The threshold, of the value's type and unit.</summary>
    public required object Threshold { get; init; }

    /// <summary>Whether the value stands in the relation to the threshold; null when a censored one may lie on either side (R16).</summary>
    public required bool? Holds { get; init; }

    /// <summary>The rule that sets the threshold, by its id or source.</summary>
    public required string Rule { get; init; }

    /// <summary>A number against a limit.</summary>
    /// <param name="name">What is compared.</param>
    /// <param name="value">The number in <paramref name="unit"/>, unrounded.</param>
    /// <param name="unit">The unit of both.</param>
    /// <param name="relation">How.</param>
    /// <param name="threshold">The limit in the same unit.</param>
    /// <param name="rule">The rule that sets it.</param>
    /// <param name="factId">The fact whose value it is.</param>
    public static Compared Of(Code name, decimal value, string unit, Relation relation, decimal threshold, string rule, Guid? factId = null) =>
        Of(name, value, unit, relation, threshold, rule, factId, null, Holding(value, relation, threshold));

    /// <summary>A censored number against a limit; what it surely is was judged by its bounds (R16).</summary>
    public static Compared Censored(
        Code name, string sign, decimal value, string unit, Relation relation, decimal threshold, bool? holds, string rule, Guid? factId = null) =>
        Of(name, value, unit, relation, threshold, rule, factId, sign, holds);

    /// <summary>A day against a day.</summary>
    public static Compared Of(Code name, LocalDate value, Relation relation, LocalDate threshold, string rule, Guid? factId = null) =>
        Of(name, value, null, relation, threshold, rule, factId, null, Holding(value, relation, threshold));

    /// <summary>A clock time against a clock time, both the clinic's.</summary>
    public static Compared Of(Code name, LocalTime value, Relation relation, LocalTime threshold, string rule, Guid? factId = null) =>
        Of(name, value, null, relation, threshold, rule, factId, null, Holding(value, relation, threshold));

    private static Compared Of(
        Code name, object value, string? unit, Relation relation, object threshold, string rule, Guid? factId, string? sign, bool? holds) => new()
        {
            Name = name, FactId = factId, Sign = sign, Value = value, Unit = unit, Relation = relation, Threshold = threshold, Holds = holds, Rule = rule,
        };

    private static bool Holding<T>(T value, Relation relation, T threshold)
        where T : IComparable<T> => relation switch
        {
            Relation.Below => value.CompareTo(threshold) < 0,
            Relation.AtMost => value.CompareTo(threshold) <= 0,
            Relation.AtLeast => value.CompareTo(threshold) >= 0,
            _ => value.CompareTo(threshold) > 0,
        };
}

/// <summary>How a value is compared with a threshold.</summary>
public enum Relation
{
    /// <summary>Strictly below; of days and times, before.</summary>
    Below,

    /// <summary>At most; of days and times, no later than.</summary>
    AtMost,

    /// <summary>At least; of days and times, no earlier than.</summary>
    AtLeast,

    /// <summary>Strictly above; of days and times, after.</summary>
    Above,
}
