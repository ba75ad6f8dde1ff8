using FollowUp.Access;
using FollowUp.AppTests;
using Microsoft.Playwright;

namespace FollowUp.PageTests;

public sealed class CallTests(AppFixture app, Browser browser)
{
    [Fact]
    public async Task An_unremarkable_24_hour_call_takes_at_most_eight_interactions()
    {
        var man = await app.OperatedAsync("2026-11-22");
        await using var window = await browser.OpenAsync(app);
        await window.Page.GotoAsync("/sign-in?from=/today");
        await window.ClickAsync("form:has(input[value=izmir]) button[value=nurse]");
        await window.ClickAsync($"a[href^='/men/{man}/call']");
        await window.Page.WaitForURLAsync("**/call**");
        foreach (var key in (string[])["i", "0", "d", "b", "v"])
        {
            await window.PressAsync(key);
        }

        await window.PressAsync("s");
        await window.Page.WaitForURLAsync("**/call/done**");

        window.Interactions.Count.ShouldBeLessThanOrEqualTo(8);
        TestContext.Current.SendDiagnosticMessage($"{window.Interactions.Count} interactions: {string.Join(", ", window.Interactions)}");
        Console.WriteLine($"An unremarkable 24-hour call: {window.Interactions.Count} interactions: {string.Join(", ", window.Interactions)}");

        // Every question that stood written out is recorded as asked and answered.
        using var nurse = app.As(Roles.Nurse);
        var lines = (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray();
        var contact = lines[2]!["fact"]!;
        contact["identityChecked"]!.ToString().ShouldBe("Yes");
        contact["complications"]!.ToString().ShouldBe("None");
        contact["script"]!.AsObject().Count.ShouldBe(31);
        contact["script"]!["scrotumTense"]?.ToString().ShouldBeNull();
        contact["script"]!["ScrotumTense"]!.ToString().ShouldBe("No");
        contact["script"]!["PassesUrine"]!.ToString().ShouldBe("Yes");
        contact["advice"]!.AsArray().Count.ShouldBe(3);
        lines.Skip(3).Select(line => $"{line!["kind"]} {line["fact"]!["nrs"]} {line["fact"]!["period"]}").ShouldBe(["pain_reported 0 Now", "pain_reported 0 Worst24Hours"]);
    }

    [Fact]
    public async Task The_running_sum_and_the_red_flags_stand_beside_what_is_typed_before_it_is_saved()
    {
        var man = await app.OperatedAsync("2026-11-22");
        await using var window = await browser.OpenAsync(app);
        await window.SignInAsync(Roles.Nurse);
        await window.Page.GotoAsync($"/men/{man}/call");

        await window.Page.SelectOptionAsync("[name='dose.0.drug']", "Paracetamol");
        await window.TypeAsync("[name='dose.0.mg']", "1000");
        await window.TypeAsync("[name='dose.0.times']", "13 18 23");
        await Assertions.Expect(window.Page.Locator(".live").Last).ToContainTextAsync("3000 mg");
        await Assertions.Expect(window.Page.Locator(".live").Last).ToContainTextAsync("4000 mg");
        await window.ClickAsync("label:has(input[name='s.ScrotumTense'][value=Yes])");
        await Assertions.Expect(window.Page.Locator(".live .danger").Last).ToContainTextAsync("emergency department now");
        await window.ShootAsync("call-red-flag");

        // The draft is there after the window was closed.
        await Assertions.Expect(window.Page.Locator(".kept")).ToBeVisibleAsync();
        await window.Page.GotoAsync($"/men/{man}/call");
        (await window.Page.InputValueAsync("[name='dose.0.times']")).ShouldBe("13 18 23");
    }

    [Fact]
    public async Task With_the_line_down_the_page_stays_says_so_and_sends_once_when_it_is_back()
    {
        var man = await app.OperatedAsync("2026-11-22");
        await using var window = await browser.OpenAsync(app);
        await window.SignInAsync(Roles.Nurse);
        await window.Page.GotoAsync($"/men/{man}/call");
        await window.PressAsync("i");

        await window.Context.SetOfflineAsync(true);
        await window.PressAsync("s");
        await Assertions.Expect(window.Page.Locator(".offline")).ToBeVisibleAsync();
        await window.PressAsync("s");
        await window.Context.SetOfflineAsync(false);
        await window.Page.WaitForURLAsync("**/call/done**");

        using var nurse = app.As(Roles.Nurse);
        (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Count(line => line!["kind"]!.ToString() == "contact_made").ShouldBe(1);
        (await window.Page.EvaluateAsync<int>("localStorage.length + sessionStorage.length")).ShouldBe(0);
    }

    [Fact]
    public async Task A_call_is_recorded_without_JavaScript()
    {
        var man = await app.OperatedAsync("2026-11-22");
        await using var window = await browser.OpenAsync(app, script: false);
        await window.SignInAsync(Roles.Nurse);
        await window.Page.GotoAsync($"/men/{man}/call");

        await window.ClickAsync("label:has(input[name='pain.now'][value='3'])");
        await window.ClickAsync("label:has(input[name='identity'][value=Yes])");
        await window.ClickAsync(".save-bar button");

        new Uri(window.Page.Url).AbsolutePath.ShouldBe($"/men/{man}/call/done");
    }
}
