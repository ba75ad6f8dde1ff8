using FollowUp.Access;
using FollowUp.Patients.Pages.Chart;

namespace FollowUp.AppTests.Pages;

/// <summary>Results of several men, pasted: every line is shown as it was read, before anything is recorded.</summary>
public sealed class PastePageTests(AppFixture app)
{
    [Fact]
    public async Task Three_pasted_rows_with_a_decimal_comma_are_three_results()
    {
        var (_, number) = await ManAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        await browser.OpenAsync("/results-in");

        var preview = await browser.SendAsync("/results-in", ("rows", $"{number};Testosterone;11,2;nmol/L;05.03.2026;08:35\n{number};LH;6,1;IU/L;05.03.2026;08:35\n{number};FSH;12,2;IU/L;05.03.2026;08:35"), ("step", "preview"));

        preview.Html.ShouldContain("11.2 nmol/L");
        preview.Html.ShouldContain("6.1 IU/L");
        preview.Html.ShouldContain("Record these 3");
    }

    [Fact]
    public async Task A_dot_before_three_digits_is_refused_where_it_can_be_a_thousand()
    {
        var (_, number) = await ManAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse, language: "tr");
        await browser.OpenAsync("/results-in");

        var turkish = await browser.SendAsync("/results-in", ("rows", $"{number};Prolaktin;1.069;mIU/L;05.03.2026;08:35"), ("step", "preview"));

        turkish.Html.ShouldContain("Kuşkuya yer bırakmadan yazın");
        turkish.Html.ShouldContain("kaydedilmez");
    }

    [Fact]
    public async Task Every_line_is_shown_with_day_time_status_and_unit_as_read_also_those_not_understood()
    {
        var (man, number) = await ManAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        await browser.OpenAsync("/results-in");
        var rows = $"""
            Dosya;Analit;Değer;Birim;Gün;Saat;Durum
            {number};Total Testosteron;3,2;ng/mL;5.3.2026 8:30;;kesin
            {number};E2;<20;pg/mL;06.03.2026;;P

            {number};Kreatinin;1,1;mg/dL;06.03.2026;08:30;F
            {number};LH;6,1;IU/L;45700;08:30;F
            {number} LH 6,1
            """;

        var preview = await browser.SendAsync("/results-in", ("rows", rows), ("step", "preview"));

        preview.Html.ShouldContain("headings, skipped");
        preview.Html.ShouldContain("3.2 ng/mL = 11.09 nmol/L");
        preview.Html.ShouldContain("5 Mar 2026 08:30");
        preview.Html.ShouldContain("<20 pg/mL");
        preview.Html.ShouldContain("6 Mar 2026 time not known");
        preview.Html.ShouldContain("preliminary");
        preview.Html.ShouldContain("empty line, skipped");
        preview.Html.ShouldContain("(Kreatinin)");
        preview.Html.ShouldContain("2025-02-12");
        preview.Html.ShouldContain($"{number} LH 6,1");
        preview.Html.ShouldContain("Record these 2");

        await browser.SendAsync("/results-in", ("rows", rows), ("step", "save"));
        using var nurse = app.As(Roles.Nurse);
        (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task Another_value_of_one_sample_is_recorded_once_a_reason_is_given()
    {
        var (man, number) = await ManAsync();
        using var nurse = app.As(Roles.Nurse);
        await nurse.Post($"/patients/{man}/hormone-results", """{"analyte":"Testosterone","value":"6.1","unit":"nmol/L","collectedAt":"2026-03-05T08:35","status":"Final"}""");
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        await browser.OpenAsync("/results-in");
        var rows = $"{number};Testosteron;16,1;nmol/L;05.03.2026;08:35";

        var preview = await browser.SendAsync("/results-in", ("rows", rows), ("step", "preview"));
        var unsaid = await browser.SendAsync("/results-in", ("rows", rows), ("step", "save"));

        preview.Html.ShouldContain("recorded once you give the reason");
        unsaid.Html.ShouldContain("recorded once you give the reason");
        unsaid.Html.ShouldContain(rows);
        (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count.ShouldBe(2);

        var reason = $"reason.{unsaid.Html.Split("name=\"reason.")[1].Split('"')[0]}";
        await browser.SendAsync("/results-in", ("rows", rows), ("step", "save"), (reason, "two methods of one laboratory"));

        var lines = (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray();
        lines.Count.ShouldBe(3);
        lines[2]!["fact"]!["warnings"]![0]!["code"]!.ToString().ShouldBe("SameSampleOtherValue");
        lines[2]!["fact"]!["warnings"]![0]!["reason"].ShouldNotBeNull();
    }

    private async Task<(string Man, string Number)> ManAsync()
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        return (man, (await nurse.Get($"/patients/{man}/identity")).Text("identity.recordNumber")!);
    }
}
