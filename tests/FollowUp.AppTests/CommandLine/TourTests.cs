namespace FollowUp.AppTests.CommandLine;

/// <summary><c>docs/tour.md</c> as its reader follows it: a server with the demonstration cohort, and a shell beside it.</summary>
public sealed class TourTests(AppFixture app)
{
    private const string NextBlock = "== block";

    private static readonly string Tour = Path.Combine(AppContext.BaseDirectory, "docs", "tour.md");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_command_of_the_tour_works_and_prints_what_the_tour_says()
    {
        foreach (var needed in (string[])["bash", "curl", "jq"])
        {
            Assert.SkipUnless(IsInstalled(needed), $"The tour needs {needed}, which is not installed.");
        }

        var blocks = Blocks(await File.ReadAllLinesAsync(Tour, Token));
        blocks.Count(block => block.Prints.Length > 0).ShouldBeGreaterThan(2, "The tour shows what some commands print.");
        await AppFixture.WithEmptyDatabaseAsync(async connection =>
        {
            var settings = SettingsOf(connection);
            (await CommandProcess.RunAsync(settings, "dotnet", CommandProcess.Program, "migrate")).ExitCode.ShouldBe(0);
            await using var server = await ServerProcess.StartAsync(settings);
            settings["FOLLOWUP_URL"] = server.Url.ToString().TrimEnd('/');
            (await CommandProcess.RunAsync(settings, "dotnet", CommandProcess.Program, "demo")).ExitCode.ShouldBe(0);

            var said = await CommandProcess.RunAsync(settings, "bash", "-c", ScriptOf(blocks));

            var printed = said.Out.Split(NextBlock);
            said.ExitCode.ShouldBe(0, $"A command of block {printed.Length - 1} failed:\n{printed[^1]}");
            foreach (var (block, output) in blocks.Zip(printed.Skip(1)))
            {
                output.ShouldContain(block.Prints, Case.Sensitive, $"The tour says that these commands print it:\n{block.Commands}");
            }
        });
    }

    // A fenced block in the language sh is commands; one without a language is what the commands before it print, or a part of that.
    private static List<Block> Blocks(string[] lines)
    {
        List<Block> blocks = [];
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith("```", StringComparison.Ordinal))
            {
                continue;
            }

            var content = string.Join('\n', lines.Skip(at + 1).TakeWhile(line => line != "```"));
            if (lines[at] == "```sh")
            {
                blocks.Add(new(content, ""));
            }
            else
            {
                blocks[^1] = blocks[^1] with { Prints = content };
            }

            at += content.Count(character => character == '\n') + 2;
        }

        return blocks;
    }

    // In one shell, as the tour says, in a folder whose ops/followup is the program of these tests.
    private static string ScriptOf(IEnumerable<Block> blocks) => string.Join('\n',
    [
        "set -euo pipefail",
        "exec 2>&1",
        "cd \"$(mktemp -d)\"",
        "mkdir ops",
        $"printf '#!/bin/sh\\nexec dotnet \"%s\" \"$@\"\\n' '{CommandProcess.Program}' >ops/followup",
        "chmod +x ops/followup",
        .. blocks.Select(block => $"echo '{NextBlock}'\n{block.Commands}"),
    ]);

    // As ops/run configures it: one clinic, of made-up men.
    private Dictionary<string, string?> SettingsOf(string connection) => new(app.Settings.Where(setting => !setting.Key.StartsWith("FollowUp:Clinics:", StringComparison.Ordinal)))
    {
        ["ConnectionStrings:FollowUp"] = connection,
        ["FollowUp:Clinics:0:Id"] = "demo",
        ["FollowUp:Clinics:0:Name"] = "Demonstration clinic",
        ["FollowUp:Clinics:0:Zone"] = "Europe/Istanbul",
        ["FollowUp:Clinics:0:Synthetic"] = "true",
        ["FollowUp:Clinics:0:Telephone"] = "+90 212 000 00 00",
    };

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private sealed record Block(string Commands, string Prints);
}
