using Deque.AxeCore.Playwright;
using FollowUp.AppTests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FollowUp.PageTests.Browser))]

namespace FollowUp.PageTests;

/// <summary>A real browser: the system's Chromium, or the one that FOLLOWUP_CHROMIUM names.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where screenshots go.</summary>
    public static string Screenshots { get; } = Environment.GetEnvironmentVariable("FOLLOWUP_SCREENSHOTS") ?? Path.Combine(AppContext.BaseDirectory, "screenshots");

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("FOLLOWUP_CHROMIUM") ?? Usual.FirstOrDefault(File.Exists)
                ?? throw new InvalidOperationException("Install Chromium (Debian: apt install chromium), or name it in FOLLOWUP_CHROMIUM."),
            Args = ["--no-sandbox"],
        });
        System.IO.Directory.CreateDirectory(Screenshots);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A window of somebody who has chosen no language yet.</summary>
    public async Task<Window> OpenAsync(AppFixture app, string language = "en", int width = 1280, bool script = true, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = app.Url.ToString(),
            Locale = language == "tr" ? "tr-TR" : "en-GB",
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = scheme,
        });
        return new(context, await context.NewPageAsync());
    }
}

/// <summary>A window, its interactions counted: a tap, a click, a key or one field typed. Scrolling and looking do not count.</summary>
public sealed class Window(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    public IBrowserContext Context => context;

    /// <summary>What was done, one line each.</summary>
    public List<string> Interactions { get; } = [];

    public async Task ClickAsync(string selector)
    {
        Interactions.Add($"click {selector}");
        await page.Locator(selector).First.ClickAsync();
    }

    public async Task PressAsync(string key)
    {
        Interactions.Add($"key {key}");
        await page.Keyboard.PressAsync(key);
    }

    public async Task TypeAsync(string selector, string text)
    {
        Interactions.Add($"type {selector}");
        await page.Locator(selector).First.FillAsync(text);
    }

    /// <summary>Signs in as the development page offers it.</summary>
    public async Task SignInAsync(string role, string clinic = "izmir")
    {
        await page.GotoAsync("/sign-in");
        await ClickAsync($"form:has(input[value={clinic}]) button[value={role}]");
    }

    /// <summary>What axe finds against WCAG 2.2 AA, one line each.</summary>
    public async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        var found = await page.RunAxe(new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        return [.. found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" | ", violation.Nodes.Take(4).Select(node => node.Html))}")];
    }

    /// <summary>A picture of the whole page, once every part that comes later is there.</summary>
    public async Task ShootAsync(string name)
    {
        if (await page.Locator("[data-load]").CountAsync() > 0)
        {
            await Assertions.Expect(page.Locator("[data-load]")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Screenshots, $"{name}.png"), FullPage = true });
    }

    /// <summary>Whether anything stands out to the side.</summary>
    public async Task<bool> OverflowsAsync() =>
        await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth + 1");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
