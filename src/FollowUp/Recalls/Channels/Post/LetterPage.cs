using System.Net;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Recalls.Channels.Post;

/// <summary>A letter as a page to print: one sheet, with the address where a window envelope shows it and nothing else visible from outside.</summary>
public static class LetterPage
{
    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("dd.MM.uuuu");

    /// <summary>The page.</summary>
    public static string Html(RenderedReminder letter, DateTimeZone zone)
    {
        var page = new StringBuilder()
            .Append("<!doctype html><html><head><meta charset=\"utf-8\"><title>").Append(letter.ClaimId).Append("</title><style>")
            .Append("@page{size:A4;margin:20mm}body{font:12pt/1.5 serif;max-width:170mm}address{font-style:normal;margin:25mm 0 20mm;white-space:pre-line}.day{text-align:right}")
            .Append("</style></head><body><address>").Append(Encode(letter.To)).Append("</address><p class=\"day\">")
            .Append(Day.Format(letter.At.InZone(zone).Date)).Append("</p><h1 style=\"font-size:13pt\">").Append(Encode(letter.Subject)).Append("</h1>");
        foreach (var paragraph in letter.Body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            page.Append("<p>").Append(Encode(paragraph)).Append("</p>");
        }

        return page.Append("</body></html>").ToString();
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
