using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>guidelines</c>: the rule sets, what another one would change, and the clinic's choice.</summary>
public sealed class Guidelines : IVerb
{
    private static readonly Argument<string> RuleSet = new("rule-set") { Description = "The rule set's id, for instance BSSM-2023.1." };

    /// <inheritdoc/>
    public Command Build() => new("guidelines", "See the rule sets and what another one would change, and adopt one.") { List(), Diff(), Adopt() };

    private static Command List()
    {
        var command = new Command("list", "Print the published rule sets, which one the clinic uses, and what it has adopted.") { Options.AsOf, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Clinician, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync("/guidelines" + Api.Query(("asOf", parsed.GetValue(Options.AsOf))), token);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!;
            TextTable.Write(
                Console.Out, ["In force", "Rule set", "Effective", "Source"],
                from ruleSet in answer["ruleSets"]!.AsArray()
                select (string?[])[
                    ruleSet!["id"]!.ToString() == answer["inForce"]!.ToString() ? "*" : "", ruleSet["id"]!.ToString(),
                    ruleSet["effectiveOn"]!.ToString(), ruleSet["source"]!.ToString(),
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
        var command = new Command("diff", "List man by man whose flag and which recall would change under a rule set. Nothing is adopted.")
        {
            RuleSet, Options.AsOf, Options.On, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Clinician, parsed.GetValue(Options.Clinic), token);
            var began = Stopwatch.GetTimestamp();
            var (men, changed) = await Progress.RunAsync("Comparing", async report =>
            {
                long done = 0, total = 0, changed = 0;
                using var response = await api.GetAsync(
                    $"/guidelines/{Uri.EscapeDataString(parsed.GetValue(RuleSet)!)}/difference" + Api.Query(
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

                return done == total ? (done, changed) : throw new CommandFailedException("The server broke off. Run the command again.");
            });
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{changed} of {men} men would change, found in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s."));
            return 0;
        });
        return command;
    }

    private static Command Adopt()
    {
        var command = new Command("adopt", "Adopt a rule set for the clinic, from now on; see diff first. Needs an administrator.") { RuleSet, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Administrator, parsed.GetValue(Options.Clinic), token);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/guidelines/adoptions")
            {
                Content = JsonContent.Create(new JsonObject { ["ruleSet"] = parsed.GetValue(RuleSet) }),
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
        $"{adopted["ruleSet"]} adopted at {adopted["at"]} by {adopted["by"]}, before it {adopted["from"]}: {adopted["changing"]} of {adopted["men"]} men changed.";
}
