using System.CommandLine;
using System.Security.Cryptography;
using FollowUp.Interop.Sheets;
using FollowUp.Recording.Commands;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>import</c>: a file of commands, or a clinic's spreadsheet.</summary>
public sealed class Import : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var file = new Argument<FileInfo?>("file") { Description = "A file of commands, one JSON object on each line (NDJSON).", Arity = ArgumentArity.ZeroOrOne };
        var sheet = new Option<FileInfo?>("--sheet") { Description = "A spreadsheet saved as CSV in UTF-8, instead of a file of commands." };
        var map = new Option<FileInfo?>("--map") { Description = "The map that says how the sheet's columns become commands." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Print the commands that the sheet would become; nothing is sent." };
        var template = new Option<DirectoryInfo?>("--template") { Description = "Write an example sheet.csv and map.json into this folder." };
        var command = new Command(
            "import",
            "Import a file of commands or a spreadsheet. Rejected lines are listed in FILE.rejected with the reasons, "
            + "and all others are stored. Run it again after an interruption: nothing is stored twice.")
        {
            file, sheet, map, dryRun, template, Options.Clinic,
        };
        command.Validators.Add(result =>
        {
            FileInfo?[] sources = [result.GetValue(file), result.GetValue(sheet)];
            if (sources.Count(source => source is not null) + (result.GetValue(template) is null ? 0 : 1) != 1)
            {
                result.AddError("Name one of: a file, --sheet with --map, or --template.");
            }
            else if (result.GetValue(sheet) is null == result.GetValue(map) is not null)
            {
                result.AddError("--sheet and --map go together.");
            }
            else if (result.GetValue(dryRun) && result.GetValue(sheet) is null)
            {
                result.AddError("--dry-run needs --sheet.");
            }
            else if (sources.Append(result.GetValue(map)).FirstOrDefault(source => source is { Exists: false }) is { } missing)
            {
                result.AddError($"The file {missing} does not exist.");
            }
        });
        command.SetAction((parsed, token) =>
            parsed.GetValue(template) is { } folder ? Task.FromResult(WriteTemplate(folder))
            : parsed.GetValue(sheet) is not { } spreadsheet ? FileImport.RunAsync(parsed.GetValue(file)!.FullName, parsed.GetValue(Options.Clinic), token)
            : parsed.GetValue(dryRun) ? SheetImport.PrintAsync(spreadsheet.FullName, parsed.GetValue(map)!.FullName, token)
            : SheetImport.RunAsync(spreadsheet.FullName, parsed.GetValue(map)!.FullName, parsed.GetValue(Options.Clinic), token));
        return command;
    }

    private static int WriteTemplate(DirectoryInfo folder)
    {
        folder.Create();
        (string Name, string Text)[] files = [("sheet.csv", SheetTemplate.Sheet), ("map.json", SheetTemplate.Map(RandomNumberGenerator.GetHexString(32, lowercase: true)))];
        if (files.Select(file => Path.Combine(folder.FullName, file.Name)).FirstOrDefault(File.Exists) is { } there)
        {
            throw new CommandFailedException($"{there} exists already. Name another folder.");
        }

        foreach (var (name, text) in files)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
            Console.Out.WriteLine(Path.Combine(folder.FullName, name));
        }

        return 0;
    }
}
