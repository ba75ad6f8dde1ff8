using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>dataset</c>: the men who agree to research use, without identity, for analysis elsewhere.</summary>
public sealed class Dataset : IVerb
{
    private const string AboutFile = "about.json";

    private const string Script = "testosterone-return.R";

    /// <inheritdoc/>
    public Command Build()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder to write the files to; it is created if it does not exist." };
        var command = new Command(
            "dataset",
            "Write the datasets, their data dictionary and an R script: only men who agree to research use, without identity, dates moved.")
        {
            folder, Options.AsOf, Options.On, Options.RuleSet, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Researcher, parsed.GetValue(Options.Clinic), token);
            var into = parsed.GetValue(folder)!;
            await WriteAsync(api, into, Api.Query(
                ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)), ("ruleSet", parsed.GetValue(Options.RuleSet))), token);
            return 0;
        });
        return command;
    }

    private static async Task WriteAsync(Api api, DirectoryInfo folder, string view, CancellationToken token)
    {
        var about = JsonNode.Parse(await TextAsync(api, $"/datasets/about{view}", token))!;
        var men = about["men"]!.GetValue<long>();
        Make(folder);

        // All files are as of one instant, so that they fit together, and they get their names together, when all are complete.
        var same = Api.Query(("asOf", $"{about["asOf"]}"), ("on", $"{about["on"]}"), ("ruleSet", $"{about["ruleSet"]}"));
        var names = JsonNode.Parse(await TextAsync(api, "/datasets", token))!.AsArray().Select(dataset => $"{dataset!["name"]}");
        (string File, string Address)[] files =
        [
            .. names.Select(name => ($"{name}.csv", $"/datasets/{name}{same}")), ("bundles.ndjson", $"/datasets/bundles{same}"),
            ("data-dictionary.csv", "/datasets/dictionary"), (Script, "/datasets/script"),
        ];
        var written = new List<OutputFile>();
        try
        {
            foreach (var (file, address) in files)
            {
                written.Add(OutputFile.Open(Path.Combine(folder.FullName, file)));
                await CopyAsync(api, address, written[^1].Stream, file, men, token);
            }

            written.Add(OutputFile.Open(Path.Combine(folder.FullName, AboutFile)));
            await written[^1].Stream.WriteAsync(Encoding.UTF8.GetBytes(about.ToJsonString(new() { WriteIndented = true }) + "\n"), token);
            foreach (var file in written)
            {
                await file.KeepAsync(token);
            }
        }
        finally
        {
            foreach (var file in written)
            {
                await file.DisposeAsync();
            }
        }

        Console.Out.WriteLine($"{men} men; {about["leftOut"]} left out, who were not asked or do not agree to research use. Includes what was recorded up to {about["asOf"]}.");
        Console.Out.WriteLine($"Next: Rscript {Path.Combine(folder.ToString(), Script)} {folder}");
    }

    private static void Make(DirectoryInfo folder)
    {
        try
        {
            folder.Create();
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The folder {folder} cannot be created: {unwritable.Message} Name another one.");
        }
    }

    private static async Task<string> TextAsync(Api api, string address, CancellationToken token)
    {
        using var response = await api.GetAsync(address, token);
        return await response.Content.ReadAsStringAsync(token);
    }

    private static async Task CopyAsync(Api api, string address, Stream into, string file, long men, CancellationToken token)
    {
        var isCsv = file.EndsWith(".csv", StringComparison.Ordinal);
        using var response = await api.GetAsync(address, token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(token), Encoding.UTF8);
        await using var writer = new StreamWriter(into, new UTF8Encoding(false), leaveOpen: true) { NewLine = isCsv ? "\r\n" : "\n" };
        await Progress.RunAsync($"Writing {file}", async report =>
        {
            var (done, last) = (-1L, "");
            while (await reader.ReadLineAsync(token) is { } line)
            {
                await writer.WriteLineAsync(line.AsMemory(), token);
                var first = isCsv ? line.Split(',', 2)[0] : line;
                (done, last) = first == last ? (done, last) : (done + 1, first);
                report(Math.Min(done, men), men);
            }

            report(men, men);
            return 0;
        });
    }
}
