using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Interop.Sheets;

/// <summary>A cell as the value that a command takes.</summary>
public static class CellValue
{
    /// <summary>Reads a cell.</summary>
    /// <param name="text">What stands in it, not empty.</param>
    /// <param name="column">Its column.</param>
    /// <param name="means">What the map says of it.</param>
    /// <param name="map">The map.</param>
    /// <exception cref="UnreadableException">It is not what the map says.</exception>
    public static JsonNode Read(string text, string column, JsonObject means, SheetMap map)
    {
        if (means["values"] is JsonObject values)
        {
            return values[text]?.DeepClone()
                ?? throw Wrong(column, text, $"The map knows {string.Join(", ", values.Select(value => value.Key))}. Add it to values, or correct the cell.");
        }

        var kind = means["as"]?.ToString() ?? "text";
        return kind switch
        {
            "text" => JsonValue.Create(text),
            "number" => JsonValue.Create(Number(text, map.Culture) ?? throw Wrong(column, text, "Write a number.")),
            "date" => Text(Date(text, map.Dates)) ?? throw Wrong(column, text, $"Write the date as {map.Dates}."),
            "partialDate" => Text(PartialDate.TryParse(text) ?? (Date(text, map.Dates) is { } date ? PartialDate.Of(date) : null))
                ?? throw Wrong(column, text, $"Write the date as {map.Dates}, the year and month as 2019-03, or the year."),
            "dateTime" => LocalDateTimePattern.CreateWithInvariantCulture(map.Dates + " HH:mm").Parse(text) is { Success: true } time
                ? JsonValue.Create(LocalDateTimePattern.ExtendedIso.Format(time.Value))
                : throw Wrong(column, text, $"Write the date and the clock time as {map.Dates} HH:mm."),
            _ => throw Wrong(column, kind, "A cell is text, number, date, partialDate or dateTime."),
        };
    }

    private static decimal? Number(string text, string culture) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.GetCultureInfo(culture), out var number) ? number : null;

    private static LocalDate? Date(string text, string pattern) =>
        LocalDatePattern.CreateWithInvariantCulture(pattern).Parse(text) is { Success: true } date ? date.Value : null;

    private static JsonValue? Text(LocalDate? date) => date is { } day ? JsonValue.Create(LocalDatePattern.Iso.Format(day)) : null;

    private static JsonValue? Text(PartialDate? date) => date is { } known ? JsonValue.Create(known.ToString()) : null;

    private static UnreadableException Wrong(string column, string value, string remedy) => new(Finding.Refusal("Unreadable", column, value, remedy));
}
