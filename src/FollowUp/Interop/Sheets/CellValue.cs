using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Printed;
using FollowUp.Platform.Http;
using NodaTime.Text;

namespace FollowUp.Interop.Sheets;

/// <summary>Reads a cell as the value that a command takes.</summary>
public static class CellValue
{
    /// <summary>Reads a cell.</summary>
    /// <param name="text">Its text, not empty.</param>
    /// <param name="column">Its column.</param>
    /// <param name="means">What the map says about it.</param>
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
            "number" => JsonValue.Create(Number(text, column, map.Culture)),
            "date" => PrintedTime.Day(text, map.Dates) is { } day
                ? JsonValue.Create(LocalDatePattern.Iso.Format(day))
                : throw Unreadable(column, text, $"Write the date as {map.Dates}."),
            "partialDate" => PrintedTime.Partial(text, map.Dates) is { } known
                ? JsonValue.Create(known.ToString())
                : throw Unreadable(column, text, $"Write the date as {map.Dates}, the year and month as 2019-03, or the year."),
            "dateTime" => PrintedTime.Moment(text, map.Dates) is { } time
                ? JsonValue.Create(time.ToString())
                : throw Unreadable(column, text, $"Write the date as {map.Dates} and the clock time as HH:mm, or the date alone where the time is not known."),
            _ => throw new InvalidOperationException(kind),
        };
    }

    private static decimal Number(string text, string column, string culture) =>
        PrintedNumber.Read(text, culture, column) is var (number, refusal) && refusal is null ? number : throw new UnreadableException(refusal!);

    private static UnreadableException Unreadable(string column, string value, string remedy) => new(PrintedTime.Unreadable(column, value, remedy));

    private static UnreadableException Wrong(string column, string value, string remedy) => new(Finding.Refusal("Unreadable", column, value, remedy));
}
