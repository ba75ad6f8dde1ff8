using System.CommandLine;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Patients.Facts;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>explain</c>: why a man's answers are what they are.</summary>
public sealed class Explain : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var patient = new Argument<Guid>("patient") { Description = "The man's id." };
        var question = new Argument<string?>("question")
        {
            Description = "One answer of his chart, for instance hypogonadism or due-items; by default all.", Arity = ArgumentArity.ZeroOrOne,
        };
        var language = new Option<string>("--lang") { Description = "The language of the sentences.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Language.All.Select(each => each.Tag)]);
        var format = new Option<string>("--format") { Description = "The output format.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("explain", "Explain a man's answers: rules, facts used and left out, thresholds.")
        {
            patient, question, Options.AsOf, Options.On, Options.RuleSet, language, format, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Clinician, parsed.GetValue(Options.Clinic), token);
            var one = parsed.GetValue(question) is { } name ? $"/{Uri.EscapeDataString(name)}" : "";
            using var response = await api.GetAsync(
                $"/patients/{parsed.GetValue(patient)}/explanations{one}" + Api.Query(
                    ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)),
                    ("ruleSet", parsed.GetValue(Options.RuleSet)), ("lang", parsed.GetValue(language))),
                token);
            var text = await response.Content.ReadAsStringAsync(token);
            if (parsed.GetValue(format) == "json")
            {
                Console.Out.WriteLine(text);
                return 0;
            }

            foreach (var explained in JsonNode.Parse(text)!["explanations"]!.AsArray())
            {
                Console.Out.WriteLine($"{explained!["why"]!["of"]}");
                foreach (var sentence in explained["sentences"]!.AsArray())
                {
                    Console.Out.WriteLine($"  {sentence}");
                }
            }

            return 0;
        });
        return command;
    }
}
