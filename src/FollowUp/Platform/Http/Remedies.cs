using FollowUp.Course;
using FollowUp.Course.Dates;
using NodaTime;

namespace FollowUp.Platform.Http;

/// <summary>What would be right, for a value that does not fit its type.</summary>
public static class Remedies
{
    /// <summary>A sentence for a type by the name that C# has for it, as in <c>Nullable&lt;long&gt;</c>.</summary>
    public static string ForNamed(string name) => For(name.Replace("Nullable<", "", StringComparison.Ordinal).TrimEnd('>', '?') switch
    {
        "int" or "long" => typeof(long),
        "bool" => typeof(bool),
        nameof(Guid) => typeof(Guid),
        nameof(LocalDate) => typeof(LocalDate),
        nameof(DateTimeOffset) or nameof(Instant) => typeof(Instant),
        _ => typeof(object),
    });

    /// <summary>A sentence for a type.</summary>
    public static string For(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(Guid) => "Send an id as 8-4-4-4-12 hexadecimal digits.",
            _ when plain == typeof(LocalDate) => "Write the date as 2026-03-05.",
            _ when plain == typeof(LocalTime) => "Write the clock time as 08:35:00.",
            _ when plain == typeof(Instant) => "Write the instant as 2026-03-05T05:35:00Z or 2026-03-05T08:35:00+03:00.",
            _ when plain == typeof(PartialDate) => "Write the date as 2019, 2019-03 or 2019-03-07, as far as it is known.",
            _ when plain == typeof(ClinicalTime) => "Write the time as 2026-03-05, 2026-03-05T08:35 or 2026-03-05T08:35:00+03:00.",
            _ when CodeSet.Of(plain) is { } names => $"Send one of {string.Join(", ", names)}.",
            _ when plain == typeof(bool) => "Send true or false.",
            _ when plain == typeof(int) || plain == typeof(long) => "Send a whole number.",
            _ when plain == typeof(decimal) => "Send a number, with a dot and without quotes.",
            _ when plain == typeof(string) => "Send a text in quotes.",
            _ => "Send it in the form that /docs shows.",
        };
    }
}
