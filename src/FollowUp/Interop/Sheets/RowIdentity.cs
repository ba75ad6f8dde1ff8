using System.Globalization;
using System.Reflection;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Hormones.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Interop.Sheets;

/// <summary>What tells an entry of a man from his others: its kind, day and time, side, analyte, the laboratory's status and the entries it names.</summary>
/// <remarks>
/// Never its values and never its place in the sheet: a row may be put in between, and a value that was changed is the same entry, to be
/// corrected and not stored a second time. A preliminary, a final and a corrected result are messages of their own (R81).
/// </remarks>
public static class RowIdentity
{
    private static readonly Type[] Identifying = [typeof(Guid), typeof(Side), typeof(Analyte), typeof(ResultStatus)];

    /// <summary>What tells a fact from others, as a text that stays the same.</summary>
    public static string Of(Fact fact)
    {
        // Any zone will do: what is compared was read with the same one.
        var occurred = fact.Occurred(DateTimeZone.Utc);
        return string.Join('|',
        [
            FactJson.NameOf(fact), occurred.Earliest.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), occurred.Latest.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            occurred.Time?.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
            .. fact.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => Identifying.Contains(property.PropertyType))
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .Select(property => FormattableString.Invariant($"{property.Name}={property.GetValue(fact)}")),
        ]);
    }
}
