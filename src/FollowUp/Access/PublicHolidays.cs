using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using FollowUp.Course.Dates;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Access;

/// <summary>
/// The public holidays of a country, from the file <c>Holidays/{country}.csv</c>, found by its name; the file states its source and
/// the years it covers.
/// </summary>
public static class PublicHolidays
{
    private static readonly AnnualDatePattern Yearly = AnnualDatePattern.Iso;

    /// <summary>The holidays of a country and the days that a clinic adds; those alone when there is no file of the country.</summary>
    /// <param name="region">The country, ISO 3166 alpha-2.</param>
    /// <param name="added">Further days on which the clinic is closed.</param>
    public static HolidayCalendar Of(string region, IReadOnlyList<LocalDate> added)
    {
        var rows = RowsOf(region);
        return new(
            rows.SelectMany(row => Days(Yearly.Parse(row.First), Yearly.Parse(row.Last), first => first.InYear(2000), day => new AnnualDate(day.Month, day.Day))),
            rows.SelectMany(row => Days(LocalDatePattern.Iso.Parse(row.First), LocalDatePattern.Iso.Parse(row.Last), first => first, day => day)).Concat(added));
    }

    private static IEnumerable<T> Days<T>(ParseResult<T> first, ParseResult<T> last, Func<T, LocalDate> dayOf, Func<LocalDate, T> of)
    {
        if (!first.Success)
        {
            yield break;
        }

        for (var day = dayOf(first.Value); day <= dayOf(last.Value); day = day.PlusDays(1))
        {
            yield return of(day);
        }
    }

    private static List<Row> RowsOf(string region)
    {
        using var file = typeof(PublicHolidays).Assembly.GetManifestResourceStream($"FollowUp.Access.Holidays.{region}.csv");
        if (file is null)
        {
            return [];
        }

        using var csv = new CsvReader(new StreamReader(file), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            AllowComments = true, PrepareHeaderForMatch = header => header.Header.ToUpperInvariant(),
        });
        return [.. csv.GetRecords<Row>()];
    }

    // A day of every year as 04-23, of one year as 2026-05-27.
    private sealed record Row(string First, string Last, string Name);
}
