using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Patients.Facts;
using FollowUp.Platform.References;
using FollowUp.Course;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>guidelines</c>: the rule sets and recall protocols, what another one would change, and the clinic's choice.</summary>
public sealed class Guidelines : IVerb
{
    private static readonly Argument<string> Guideline = new("guideline") { Description = "The id of a rule set or a protocol, for instance BSSM-2023.1 or standard-2." };

    /// <inheritdoc/>
    public Command Build() => new("guidelines", "List the rule sets and recall protocols, see what another one would change, and adopt one.") { List(), Diff(), Adopt() };

    private static Command List()
    {
        var command = new Command("list", "Print the published rule sets and recall protocols, which ones the clinic uses, and what it has adopted.") { Options.AsOf, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Clinician, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync("/guidelines" + Api.Query(("asOf", parsed.GetValue(Options.AsOf))), token);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!;
            TextTable.Write(
                Console.Out, ["In force", "Guideline", "Effective", "Source"],
                from kind in new[] { ("ruleSets", "ruleSet"), ("protocols", "protocol") }
                from guideline in answer[kind.Item1]!.AsArray()
                select (string?[])[
                    guideline!["id"]!.ToString() == answer["inForce"]![kind.Item2]!.ToString() ? "*" : "", guideline["id"]!.ToString(),
                    guideline["effectiveOn"]?.ToString(), Citations.InWords(guideline["source"]!.ToString(), Language.En),
                ]);
            foreach (var adopted in answer["adopted"]!.AsArray())
            {
                Console.Out.WriteLine(InWords(adopted!));
            }

            return 0;
        });
        return command;
    }

    private static Command Diff()
    {
        var command = new Command("diff", "List man by man whose flag and which recall would change under a rule set or a protocol. Nothing is adopted.")
        {
            Guideline, Options.AsOf, Options.On, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Clinician, parsed.GetValue(Options.Clinic), token);
            var began = Stopwatch.GetTimestamp();
            var (men, changed) = await Progress.RunAsync("Comparing", async report =>
            {
                long done = 0, total = 0, changed = 0;
                using var response = await api.GetAsync(
                    $"/guidelines/{Uri.EscapeDataString(parsed.GetValue(Guideline)!)}/difference" + Api.Query(
                        ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On))),
                    token);
                await foreach (var step in Api.Lines(response, token))
                {
                    (done, total) = (step["done"]!.GetValue<long>(), step["of"]!.GetValue<long>());
                    foreach (var man in step["changed"]!.AsArray())
                    {
                        changed++;
                        Write(man!);
                    }

                    report(done, total);
                }

                return done == total ? (done, changed) : throw new CommandFailedException("The server stopped answering. Run the command again.");
            });
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{changed} of {men} men would change, found in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s."));
            return 0;
        });
        return command;
    }

    private static Command Adopt()
    {
        var command = new Command("adopt", "Adopt a rule set or a protocol for the clinic from now on; run diff first. For administrators.") { Guideline, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Administrator, parsed.GetValue(Options.Clinic), token);
            var id = parsed.GetValue(Guideline)!;
            var kind = PublishedGuidelines.Find(id)?.Kind is GuidelineKind.Protocol ? "protocol" : "ruleSet";
            using var request = new HttpRequestMessage(HttpMethod.Post, "/guidelines/adoptions")
            {
                Content = JsonContent.Create(new JsonObject { [kind] = id }),
            };
            using var response = await api.SendAsync(request, token);
            Console.Out.WriteLine(InWords(JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!));
            return 0;
        });
        return command;
    }

    private static void Write(JsonNode man)
    {
        foreach (var change in man["changes"]!.AsArray())
        {
            var item = change!["item"] is { } of ? $" {of}" : "";
            var about = change["about"] is { } entry ? $" ({entry})" : "";
            Console.Out.WriteLine($"{man["patientId"]}  {change["of"]}{item}{about}: {change["before"]?.ToString() ?? "-"} -> {change["after"]?.ToString() ?? "-"}");
        }
    }

    private static string InWords(JsonNode adopted) =>
        $"{adopted["ruleSet"] ?? adopted["protocol"]} adopted at {adopted["at"]} by {adopted["by"]}, before it {adopted["from"]}: {adopted["changing"]} of {adopted["men"]} men changed.";
}
