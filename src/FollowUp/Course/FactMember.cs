using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Course;

/// <summary>Says which short code a text of a fact may be. Facts are not encrypted, so no text of a fact is free: that is what the note is for.</summary>
/// <param name="pattern">The whole text, as a regular expression that bounds its length.</param>
/// <param name="example">A code as the clinic writes it.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodeAttribute(string pattern, string example) : Attribute
{
    /// <summary>A code from a list of the clinic or of a standard: letters, digits and joining marks, no space, up to 40 characters.</summary>
    public const string Listed = "[A-Za-z0-9][A-Za-z0-9._/+-]{0,39}";

    /// <summary>A member of staff by the clinic's code, which ends in digits and so is no name.</summary>
    public const string Staff = "[A-Za-z]{0,12}-?[0-9]{1,8}";

    /// <summary>A UCUM unit (domain 7.4).</summary>
    public const string Ucum = @"[A-Za-z0-9%\[\]{}./*]{1,16}";

    /// <summary>An ATC code of the fifth level.</summary>
    public const string Atc = "[A-Z][0-9]{2}[A-Z]{2}[0-9]{2}";

    private readonly Regex _whole = new($@"\A(?:{pattern})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>The whole text, as a regular expression.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>A code as the clinic writes it.</summary>
    public string Example { get; } = example;

    /// <summary>Whether a text is such a code.</summary>
    public bool Matches(string text) => _whole.IsMatch(text);
}

/// <summary>Says which kinds of entry an id in a fact may name.</summary>
/// <param name="kinds">The kinds of fact.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EntryOfAttribute(params Type[] kinds) : Attribute
{
    /// <summary>The kinds of fact.</summary>
    public IReadOnlyList<Type> Kinds { get; } = kinds;
}

/// <summary>Marks a date that is planned, and so may lie in the future.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlannedAttribute : Attribute;

/// <summary>Says what to do instead where a day still to come is stated that may not be planned.</summary>
/// <param name="remedy">As a sentence.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InsteadOfPlannedAttribute(string remedy) : Attribute
{
    /// <summary>As a sentence.</summary>
    public string Remedy { get; } = remedy;
}

/// <summary>One value that a fact states, with what its kind declares about it.</summary>
/// <param name="Field">Its name as sent, for instance <c>drugs[0].unit</c>.</param>
/// <param name="Value">What is stated.</param>
/// <param name="Code">Which short code it may be, for a text.</param>
/// <param name="EntryOf">Which entries it may name, for an id.</param>
/// <param name="Planned">Whether it may lie in the future, for a date.</param>
public sealed record FactMember(string Field, object Value, CodeAttribute? Code, EntryOfAttribute? EntryOf, bool Planned)
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Declared>> ByType = new();

    /// <summary>What to do instead of stating a day still to come; null when there is nothing but to wait.</summary>
    public string? InsteadOfPlanned { get; init; }

    /// <summary>The day it is, or the first day it can be; null when it is no date.</summary>
    public LocalDate? Day(DateTimeZone zone) => Value switch
    {
        LocalDate day => day,
        PartialDate partial => partial.Earliest,
        ClinicalTime time => time.Day(zone),
        Instant instant => instant.InZone(zone).Date,
        _ => null,
    };

    /// <summary>Everything a fact states, including the members of its lists; nothing for a field that is left out.</summary>
    public static IEnumerable<FactMember> In(Fact fact) => In(fact, "");

    private static IEnumerable<FactMember> In(object owner, string prefix)
    {
        foreach (var declared in ByType.GetOrAdd(owner.GetType(), Declare))
        {
            if (declared.Property.GetValue(owner) is not { } value)
            {
                continue;
            }

            var field = prefix + declared.Name;
            if (!declared.IsListOfRecords)
            {
                yield return new(field, value, declared.Code, declared.EntryOf, declared.Planned) { InsteadOfPlanned = declared.InsteadOfPlanned };
                continue;
            }

            var index = 0;
            foreach (var item in (IEnumerable)value)
            {
                foreach (var member in item is null ? [] : In(item, $"{field}[{index}]."))
                {
                    yield return member;
                }

                index++;
            }
        }
    }

    // What a person confirmed is the program's own writing, and the note is sealed.
    private static IReadOnlyList<Declared> Declare(Type type) => [.. type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.Name is not (nameof(Fact.Warnings) or nameof(Fact.Note) or nameof(Fact.CopiedFrom)))
        .Select(property => new Declared(
            property,
            JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            property.GetCustomAttribute<CodeAttribute>(),
            property.GetCustomAttribute<EntryOfAttribute>(),
            property.IsDefined(typeof(PlannedAttribute)),
            property.GetCustomAttribute<InsteadOfPlannedAttribute>()?.Remedy,
            property.PropertyType.GenericTypeArguments is [{ IsClass: true } item] && item.Assembly == typeof(Fact).Assembly))];

    private sealed record Declared(
        PropertyInfo Property, string Name, CodeAttribute? Code, EntryOfAttribute? EntryOf, bool Planned, string? InsteadOfPlanned, bool IsListOfRecords);
}
