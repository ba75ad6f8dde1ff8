using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FollowUp.Platform.Texts;

/// <summary>A text with places for values, in the part of ICU's message syntax that the texts need.</summary>
/// <remarks>
/// <c>{day}</c> is a value, <c>{percent:0.0}</c> a number with its format. <c>{count, plural, one {# man} other {# men}}</c> takes the form
/// that the language has for that number, and the number stands as <c>#</c>; <c>=0</c> is a form for one number alone. A form may hold
/// values of its own. A name that no value is given for stays as it is written.
/// </remarks>
public sealed partial class TextPattern
{
    private readonly IReadOnlyList<Part> _parts;

    private TextPattern(string text, IReadOnlyList<Part> parts) => (Text, _parts) = (text, parts);

    private abstract record Part;

    private sealed record Literal(string Text) : Part;

    private sealed record Value(string Name, string? Format, string Written) : Part;

    // The number that decides the form it stands in.
    private sealed record Number : Part;

    private sealed record Plural(string Name, IReadOnlyList<(string Selector, TextPattern Text)> Forms, string Written) : Part;

    /// <summary>The text as it is written.</summary>
    public string Text { get; }

    /// <summary>The values it names.</summary>
    public IReadOnlySet<string> Names => _parts.SelectMany(part => part switch
    {
        Value value => [value.Name],
        Plural plural => [plural.Name, .. plural.Forms.SelectMany(form => form.Text.Names)],
        _ => (string[])[],
    }).ToHashSet(StringComparer.Ordinal);

    /// <summary>The numbers that decide a form, each with its forms.</summary>
    public IReadOnlyList<(string Name, IReadOnlyList<string> Forms)> Plurals => [.. _parts.OfType<Plural>()
        .SelectMany(plural => plural.Forms.SelectMany(form => form.Text.Plurals).Prepend((plural.Name, [.. plural.Forms.Select(form => form.Selector)])))];

    /// <summary>Reads a text.</summary>
    /// <exception cref="FormatException">A brace is not closed, a value has no name, or a plural has no form for <c>other</c>.</exception>
    public static TextPattern Parse(string text)
    {
        var at = 0;
        var parts = Parts(text, ref at, isForm: false);
        return at == text.Length ? new(text, parts) : throw Unreadable(text);
    }

    /// <summary>The text with values in their places.</summary>
    /// <param name="values">The values by their names.</param>
    /// <param name="words">What writes each, and knows the plural rules.</param>
    public string Fill(IReadOnlyDictionary<string, object?> values, Words words)
    {
        var filled = new StringBuilder();
        Fill(filled, values, words, "#");
        return filled.ToString();
    }

    /// <summary>The text with dots in the places of values.</summary>
    public string Outline() => string.Concat(_parts.Select(part => part switch
    {
        Literal literal => literal.Text,
        Plural plural => plural.Forms[^1].Text.Outline(),
        _ => "…",
    }));

    private void Fill(StringBuilder filled, IReadOnlyDictionary<string, object?> values, Words words, string number)
    {
        foreach (var part in _parts)
        {
            switch (part)
            {
                case Literal literal:
                    filled.Append(literal.Text);
                    break;
                case Number:
                    filled.Append(number);
                    break;
                case Value value:
                    filled.Append(values.TryGetValue(value.Name, out var given) ? words.Of(given, value.Format) : value.Written);
                    break;
                case Plural plural when values.TryGetValue(plural.Name, out var counted) && counted is not null:
                    var count = Convert.ToDecimal(counted, CultureInfo.InvariantCulture);
                    Form(plural, count, words).Fill(filled, values, words, words.Of(count));
                    break;
                case Plural plural:
                    filled.Append(plural.Written);
                    break;
            }
        }
    }

    private static TextPattern Form(Plural plural, decimal count, Words words)
    {
        var alone = string.Create(CultureInfo.InvariantCulture, $"={count:0.####}");
        var form = words.Plurals.Of(count);
        return plural.Forms.FirstOrDefault(each => each.Selector == alone).Text
            ?? plural.Forms.FirstOrDefault(each => each.Selector == form).Text
            ?? plural.Forms.First(each => each.Selector == PluralRules.Other).Text;
    }

    private static List<Part> Parts(string text, ref int at, bool isForm)
    {
        var parts = new List<Part>();
        while (at < text.Length && text[at] != '}')
        {
            var next = text.IndexOfAny(isForm ? ['{', '}', '#'] : ['{', '}'], at);
            if (next != at)
            {
                var end = next < 0 ? text.Length : next;
                parts.Add(new Literal(text[at..end]));
                at = end;
            }
            else if (text[at] == '#')
            {
                parts.Add(new Number());
                at++;
            }
            else
            {
                parts.Add(Place(text, ref at));
            }
        }

        return parts;
    }

    // From the brace that opens it to behind the one that closes it.
    private static Part Place(string text, ref int at)
    {
        var start = at;
        if (ValuePlace().Match(text, at) is { Success: true } value)
        {
            at += value.Length;
            return new Value(value.Groups["name"].Value, value.Groups["format"] is { Success: true } format ? format.Value : null, value.Value);
        }

        if (PluralPlace().Match(text, at) is not { Success: true } plural)
        {
            throw Unreadable(text);
        }

        at += plural.Length;
        var forms = new List<(string Selector, TextPattern Text)>();
        while (FormPlace().Match(text, at) is { Success: true } form)
        {
            at += form.Length;
            var from = at;
            var parts = Parts(text, ref at, isForm: true);
            forms.Add((form.Groups["selector"].Value, new(text[from..at], parts)));
            Close(text, ref at);
        }

        at += text.AsSpan(at).IndexOfAnyExcept(' ') is var spaces and > 0 ? spaces : 0;
        Close(text, ref at);
        return forms.Any(form => form.Selector == PluralRules.Other)
            ? new Plural(plural.Groups["name"].Value, forms, text[start..at])
            : throw Unreadable(text);
    }

    private static void Close(string text, ref int at)
    {
        if (at >= text.Length || text[at] != '}')
        {
            throw Unreadable(text);
        }

        at++;
    }

    private static FormatException Unreadable(string text) =>
        new($"The text \"{text}\" cannot be read. Close each brace, name each value, and give each plural a form for other.");

    [GeneratedRegex(@"\G\{(?<name>\w+)(:(?<format>[^{}]+))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ValuePlace();

    [GeneratedRegex(@"\G\{(?<name>\w+), plural,", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PluralPlace();

    [GeneratedRegex(@"\G\s*(?<selector>=\d+|[a-z]+)\s*\{", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormPlace();
}
