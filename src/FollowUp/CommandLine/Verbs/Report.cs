using System.CommandLine;
using FollowUp.Access;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>report</c>: a report as a table, JSON, CSV, a page or a document; or one of its figures.</summary>
public sealed class Report : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var name = new Argument<string>("name") { Description = "The report's name, for instance testosterone-return or sperm-retrieval." };
        var format = new Option<string?>("--format") { Description = "The format: table, json, csv, html or pdf; for a figure svg or png." };
        format.AcceptOnlyFromAmong("table", "json", "csv", "html", "pdf", "svg", "png");
        var figure = new Option<string?>("--figure") { Description = "Only this figure of the report, for instance courses; the JSON format lists them." };
        var output = new Option<FileInfo?>("--output") { Description = "The file to write to; by default standard output." };
        var command = new Command("report", "Print a report.") { name, Options.AsOf, Options.On, format, figure, Options.By, Options.RuleSet, output, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Clinician, parsed.GetValue(Options.Clinic), token);
            var drawn = parsed.GetValue(figure);
            using var response = await api.GetAsync(
                $"/reports/{Uri.EscapeDataString(parsed.GetValue(name)!)}{(drawn is null ? "" : $"/figures/{Uri.EscapeDataString(drawn)}")}" + Api.Query(
                    ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)),
                    ("format", parsed.GetValue(format) ?? (drawn is null ? "table" : "svg")), ("ruleSet", parsed.GetValue(Options.RuleSet)),
                    ("by", parsed.GetValue(Options.By))),
                token);
            await OutputFile.WriteAsync(parsed.GetValue(output), written => response.Content.CopyToAsync(written, token), token);
            return 0;
        });
        return command;
    }
}
