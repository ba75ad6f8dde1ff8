using System.CommandLine;
using FollowUp.Access;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>answers</c>: every derived answer of every man under every rule set, one JSON line for each man.</summary>
public sealed class Answers : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var output = new Option<FileInfo?>("--output") { Description = "The file to write to; by default standard output." };
        var command = new Command("answers", "Write every derived answer of every man under every rule set, one JSON line for each man, without identity.")
        {
            Options.AsOf, Options.On, Options.RuleSet, output, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Clinician, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                "/answers" + Api.Query(
                    ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)), ("ruleSet", parsed.GetValue(Options.RuleSet))),
                token);
            await OutputFile.WriteAsync(parsed.GetValue(output), written => response.Content.CopyToAsync(written, token), token);
            return 0;
        });
        return command;
    }
}
