using System.Globalization;

namespace FollowUp.Platform.Texts;

/// <summary>Which form of a counted noun a language takes for a number, by its plural rules in CLDR.</summary>
/// <remarks>
/// The rules are data of the language, copied from CLDR (<c>supplemental/plurals</c>, cardinal) without their samples. Their syntax and
/// operands are those of Unicode Technical Standard 35, part 3, "Language Plural Rules". <c>other</c> needs no rule.
/// </remarks>
public sealed class PluralRules
{
    /// <summary>The form for every number that no rule takes.</summary>
    public const string Other = "other";

    /// <summary>The forms that CLDR knows.</summary>
    public static readonly IReadOnlyList<string> Forms = ["zero", "one", "two", "few", "many", Other];

    private readonly IReadOnlyList<(string Form, Condition[][] Any)> _rules;

    /// <summary>Reads the rules of a language.</summary>
    /// <param name="rules">A rule for each form but <c>other</c>, for instance <c>i = 1 and v = 0</c> for <c>one</c>.</param>
    /// <exception cref="FormatException">A rule cannot be read, or is for no form of CLDR.</exception>
    public PluralRules(IReadOnlyDictionary<string, string> rules) => _rules =
    [
        .. rules.Select(rule => Forms.Contains(rule.Key) && rule.Key != Other
            ? (rule.Key, rule.Value.Split(" or ").Select(all => all.Split(" and ").Select(Condition.Read).ToArray()).ToArray())
            : throw new FormatException($"{rule.Key} is no plural form with a rule in CLDR.")),
    ];

    /// <summary>The forms that the language has.</summary>
    public IEnumerable<string> Used => [.. _rules.Select(rule => rule.Form), Other];

    /// <summary>The form for a number.</summary>
    /// <param name="number">The number as it is written: 1.0 has other forms than 1 in many languages.</param>
    public string Of(decimal number)
    {
        var operands = new Operands(Math.Abs(number));
        return _rules.FirstOrDefault(rule => rule.Any.Any(all => all.All(condition => condition.Holds(operands)))).Form ?? Other;
    }

    // The number, its whole part, and its decimals: how many, and as a number, with and without the zeros at their end.
    private readonly struct Operands(decimal number)
    {
        private readonly string _decimals = number.ToString(CultureInfo.InvariantCulture).Split('.') is [_, var decimals] ? decimals : "";

        public decimal this[string name] => name switch
        {
            "n" => number,
            "i" => decimal.Truncate(number),
            "v" => _decimals.Length,
            "w" => _decimals.TrimEnd('0').Length,
            "f" => Number(_decimals),
            "t" => Number(_decimals.TrimEnd('0')),
            "c" or "e" => 0,
            _ => throw new FormatException($"{name} is no operand of a plural rule."),
        };

        private static decimal Number(string digits) => digits.Length == 0 ? 0 : decimal.Parse(digits, CultureInfo.InvariantCulture);
    }

    // For instance: i % 10 = 2..4,7
    private sealed record Condition(string Operand, int? Modulus, bool Equal, (decimal Least, decimal Most)[] Ranges)
    {
        public static Condition Read(string text)
        {
            var sides = text.Split("!=") is [_, _] unequal ? unequal : text.Split('=');
            var left = sides[0].Split('%', StringSplitOptions.TrimEntries);
            if (sides.Length != 2 || left.Length > 2)
            {
                throw new FormatException($"The plural rule \"{text}\" cannot be read.");
            }

            var condition = new Condition(
                left[0], left.Length == 2 ? int.Parse(left[1], CultureInfo.InvariantCulture) : null, !text.Contains("!=", StringComparison.Ordinal),
                [.. sides[1].Split(',').Select(range => range.Split("..")).Select(ends => (Whole(ends[0]), Whole(ends[^1])))]);
            _ = new Operands(0)[condition.Operand];
            return condition;
        }

        public bool Holds(Operands operands)
        {
            var value = Modulus is { } modulus ? operands[Operand] % modulus : operands[Operand];
            return Equal == (decimal.IsInteger(value) && Ranges.Any(range => value >= range.Least && value <= range.Most));
        }

        private static decimal Whole(string text) => decimal.Parse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
    }
}
