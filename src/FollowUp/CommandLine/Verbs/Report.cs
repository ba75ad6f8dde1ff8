using System.CommandLine;
using FollowUp.Access;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>report</c>: a report as a table, JSON or CSV.</summary>
public sealed class Report : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var name = new Argument<string>("name") { Description = "Its name, for instance testosterone-return or sperm-retrieval." };
        var format = new Option<string>("--format") { Description = "How it is written.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json", "csv");
        var output = new Option<FileInfo?>("--output") { Description = "The file it is written to; by default standard output." };
        var command = new Command("report", "Print a report.") { name, Options.AsOf, Options.On, format, Options.RuleSet, output, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Clinician, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                $"/reports/{Uri.EscapeDataString(parsed.GetValue(name)!)}" + Api.Query(
                    ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)), ("format", parsed.GetValue(format)), ("ruleSet", parsed.GetValue(Options.RuleSet))),
                token);
            await using var written = parsed.GetValue(output) is { } file ? file.Create() : Console.OpenStandardOutput();
            await response.Content.CopyToAsync(written, token);
            return 0;
        });
        return command;
    }
}
