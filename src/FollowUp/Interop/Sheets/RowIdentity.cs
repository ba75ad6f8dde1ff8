using System.Globalization;
using System.Reflection;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Hormones.Facts;
using FollowUp.Surgery.Facts;
using NodaTime;

namespace FollowUp.Interop.Sheets;

/// <summary>What distinguishes an entry from a man's others: its kind, day and time, side, analyte, the laboratory's status and the entries it names.</summary>
/// <remarks>
/// Not its values and not its place in the sheet: a row may be inserted, and a changed value belongs to the same entry, which is to be corrected and
/// not stored a second time. Preliminary, final and corrected results are separate messages (R81).
/// </remarks>
public static class RowIdentity
{
    private static readonly Type[] Identifying = [typeof(Guid), typeof(Side), typeof(Analyte), typeof(ResultStatus)];

    /// <summary>What distinguishes a fact from others, as a stable text.</summary>
    public static string Of(Fact fact)
    {
        // Any zone will do: all facts are compared in the same one.
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
