using System.Net;
using FollowUp.Access;
using FollowUp.AppTests;
using FollowUp.Recording.Commands;
using Microsoft.Playwright;

namespace FollowUp.PageTests;

/// <summary>Every page in both languages, narrow and wide, light and dark: no barrier, nothing cut off, a picture of each.</summary>
public sealed class EachPageTests(AppFixture app, Browser browser)
{
    private static readonly (string Role, string Name, string Address)[] Pages =
    [
        (Roles.Nurse, "today", "/today"), (Roles.Nurse, "completeness", "/today/completeness"), (Roles.Nurse, "hand-over", "/men/{man}/hand-over"), (Roles.Nurse, "keys", "/keys"), (Roles.Nurse, "rules", "/rules"), (Roles.Researcher, "sources", "/sources"), (Roles.Nurse, "enrol", "/men/new"), (Roles.Clinician, "man", "/men/{man}"),
        (Roles.Nurse, "call", "/men/{man}/call"), (Roles.Nurse, "results", "/men/{man}/results"), (Roles.Nurse, "identity", "/men/{man}/identity"), (Roles.Nurse, "reminders", "/reminders"), (Roles.Nurse, "weeks", "/reminders/weeks?weeks=12&operations=2"), (Roles.Nurse, "results-in", "/results-in"), (Roles.Nurse, "record", "/men/{man}/record"),
        (Roles.Nurse, "weight", "/men/{man}/record/weights"), (Roles.Clinician, "procedure", "/men/{man}/record/procedures"), (Roles.Nurse, "timeline", "/men/{man}/timeline"),
        (Roles.Clinician, "why", "/men/{man}/why/hypogonadism"), (Roles.Researcher, "reports", "/analysis"), (Roles.Researcher, "report", "/analysis/testosterone-return"), (Roles.Administrator, "settings", "/settings"), (Roles.Administrator, "hours", "/settings/hours"), (Roles.Administrator, "channels", "/settings/channels"),
        (Roles.Administrator, "people", "/settings/sign-in"), (Roles.Administrator, "health", "/settings/health"), (Roles.Administrator, "difference", "/settings/difference/BSSM-2023.1"),
    ];

    [Theory]
    [InlineData("en", 1280, ColorScheme.Light)]
    [InlineData("tr", 1280, ColorScheme.Dark)]
    [InlineData("tr", 360, ColorScheme.Light)]
    [InlineData("en", 360, ColorScheme.Dark)]
    public async Task No_page_has_a_barrier_or_is_cut_off(string language, int width, ColorScheme scheme)
    {
        var man = await WithResultsAsync();
        var wrong = new List<string>();
        await using (var anybody = await browser.OpenAsync(app, language, width, scheme: scheme))
        {
            await anybody.Page.GotoAsync("/sign-in");
            wrong.AddRange(await LookAsync(anybody, "sign-in", $"{language}-{width}"));
        }

        foreach (var pages in Pages.GroupBy(page => page.Role))
        {
            await using var window = await browser.OpenAsync(app, language, width, scheme: scheme);
            await window.SignInAsync(pages.Key);
            foreach (var (_, name, address) in pages)
            {
                await window.Page.GotoAsync(address.Replace("{man}", man, StringComparison.Ordinal));
                wrong.AddRange(await LookAsync(window, name, $"{language}-{width}"));
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static async Task<IEnumerable<string>> LookAsync(Window window, string name, string how)
    {
        await window.ShootAsync($"{name}-{how}");
        var violations = (await window.ViolationsAsync()).Select(violation => $"{name} {how}: {violation}");
        return await window.OverflowsAsync() ? violations.Append($"{name} {how}: wider than the window") : violations;
    }

    private async Task<string> WithResultsAsync()
    {
        var man = await app.OperatedAsync("2026-01-09");
        using var nurse = app.As(Roles.Nurse);
        foreach (var (at, value) in new[] { ("2025-11-20T08:30", "14.2"), ("2026-02-20T08:10", "7.9"), ("2026-04-10T15:00", "9.0"), ("2026-07-20T08:30", "10.4"), ("2026-08-25T09:00", "10.9") })
        {
            (await nurse.Post($"/patients/{man}/hormone-results", $$"""{"analyte":"Testosterone","value":"{{value}}","unit":"nmol/L","collectedAt":"{{at}}","status":"Final","acutelyIll":"No"}"""))
                .Status.ShouldBe(HttpStatusCode.Created);
        }

        await nurse.Post($"/patients/{man}/contacts", """{"madeAt":"2026-01-11T10:00","kind":"Call","complications":"None","script":{"Fever":"No","WoundPus":"Yes"}}""");
        await nurse.Post($"/patients/{man}/pain-episodes", """{"reportedAt":"2026-01-11T10:00","nrs":6,"site":"Scrotum","side":"Left"}""");
        await nurse.Post($"/patients/{man}/analgesics", """{"takenAt":"2026-01-11T08:00","drug":"Paracetamol","milligrams":1000}""");
        return man;
    }
}
