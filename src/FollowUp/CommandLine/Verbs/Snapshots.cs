using System.CommandLine;
using System.Text;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Patients.Facts;
using FollowUp.Platform.References;
using FollowUp.Reports.Snapshots;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>snapshot</c>: stores a report with a signed statement of what it is based on, makes it again, or compares two.</summary>
public sealed class Snapshots : IVerb
{
    private const string Suffix = ".snapshot.json";

    private static readonly Argument<FileInfo> Document = new("document")
    {
        Description = $"The document that was stored; its statement is in the file of the same name with {Suffix} added.",
    };

    /// <inheritdoc/>
    public Command Build() => new("snapshot", "Store a report with a signed statement of what it is based on, make it again, or compare two.")
    {
        Write(), Replay(), Compare(),
    };

    private static Command Write()
    {
        var name = new Argument<string>("name") { Description = "The report's name, for instance testosterone-return." };
        var format = new Option<string>("--format") { Description = "The format of the document.", DefaultValueFactory = _ => "pdf" };
        format.AcceptOnlyFromAmong("table", "json", "csv", "html", "pdf");
        var output = new Option<FileInfo>("--output") { Description = $"The file for the document; the statement goes into the file of the same name with {Suffix} added.", Required = true };
        var command = new Command("write", "Store a report with its signed statement.") { name, format, Options.AsOf, Options.On, Options.By, Options.RuleSet, output, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Clinician, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                $"/reports/{Uri.EscapeDataString(parsed.GetValue(name)!)}/snapshot" + Api.Query(
                    ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)), ("format", parsed.GetValue(format)),
                    ("ruleSet", parsed.GetValue(Options.RuleSet)), ("by", parsed.GetValue(Options.By))),
                token);
            var snapshot = Snapshot.Read(await response.Content.ReadAsStringAsync(token));
            var file = parsed.GetValue(output)!;
            await OutputFile.WriteAsync(file, written => written.WriteAsync(Convert.FromBase64String(snapshot.Document!), token).AsTask(), token);
            await OutputFile.WriteAsync(new(file.FullName + Suffix), written => written.WriteAsync(Encoding.UTF8.GetBytes(snapshot.Written()), token).AsTask(), token);
            Console.WriteLine($"{file.Name}: SHA-256 {snapshot.Says.Sha256}, as recorded at {snapshot.Says.AsOf}, up to event {snapshot.Says.UpToEvent}");
            if (snapshot.Says.Provisional)
            {
                await Console.Error.WriteLineAsync("Provisional: a fact that is being recorded may be missing. Write the snapshot again a little later, with this instant as --as-of.");
            }

            return 0;
        });
        return command;
    }

    private static Command Replay()
    {
        var command = new Command("replay", "Make a stored report again from the database, and say whether it is the same. Exit code 1 when it is not.") { Document };
        command.SetAction(async (parsed, token) =>
        {
            var (snapshot, kept) = await ReadAsync(parsed.GetValue(Document)!, token);
            var says = snapshot.Says;
            await using var api = await Api.OpenAsync(says.Readers == "research" ? Roles.Researcher : Roles.Clinician, says.Clinic, token);
            using var response = await api.GetAsync(
                $"/reports/{says.Report}/snapshot" + Api.Query(
                    ("asOf", says.AsOf), ("on", says.On), ("format", says.Format), ("ruleSet", says.RuleSet), ("by", says.By),
                    ("upToEvent", says.UpToEvent.ToString(System.Globalization.CultureInfo.InvariantCulture))),
                token);
            var again = Snapshot.Read(await response.Content.ReadAsStringAsync(token));
            if (again.PublicKey != snapshot.PublicKey)
            {
                await Console.Error.WriteLineAsync("It is signed with another key than this installation's. Ask whoever gave it to you whose key it is.");
            }

            var differences = says.Less(again.Says with { Provisional = says.Provisional });
            var result = Said(snapshot.IsAbout(kept), differences);
            if (differences.Count > 0 && ChangedReading.SinceSoftware(says.Software) is { Count: > 0 } changed)
            {
                Console.WriteLine($"It was made by {says.Software}. Rules that are applied differently since then, under every rule set and protocol:");
                foreach (var reading in changed)
                {
                    Console.WriteLine($"  {Citations.InWords(reading.Rule, Language.En)}: {reading.Says}");
                }
            }

            return result;
        });
        return command;
    }

    private static Command Compare()
    {
        var other = new Argument<FileInfo>("other") { Description = "The other document." };
        var command = new Command("compare", "Say what differs between two stored reports. Exit code 1 when something does.") { Document, other };
        command.SetAction(async (parsed, token) =>
        {
            var (one, first) = await ReadAsync(parsed.GetValue(Document)!, token);
            var (two, second) = await ReadAsync(parsed.GetValue(other)!, token);
            return Said(one.IsAbout(first) && two.IsAbout(second), one.Says.Less(two.Says));
        });
        return command;
    }

    private static int Said(bool unchanged, IReadOnlyList<string> differences)
    {
        if (!unchanged)
        {
            Console.WriteLine("The file is not the document that was signed: its SHA-256 differs.");
        }

        foreach (var difference in differences)
        {
            Console.WriteLine(difference);
        }

        if (unchanged && differences.Count == 0)
        {
            Console.WriteLine("The same, byte for byte, with a valid signature.");
        }

        return unchanged && differences.Count == 0 ? 0 : 1;
    }

    private static async Task<(Snapshot Snapshot, byte[] Document)> ReadAsync(FileInfo file, CancellationToken token)
    {
        Snapshot snapshot;
        if (new[] { file.FullName, file.FullName + Suffix }.FirstOrDefault(path => !File.Exists(path)) is { } absent)
        {
            throw new CommandFailedException($"The file {absent} does not exist. Name the document that was stored; its statement is in the file of the same name with {Suffix} added.");
        }

        try
        {
            snapshot = Snapshot.Read(await File.ReadAllTextAsync(file.FullName + Suffix, token));
            _ = snapshot.Says;
        }
        catch (JsonException unreadable)
        {
            throw new CommandFailedException($"{file.Name}{Suffix} is not a snapshot: {unreadable.Message}");
        }

        return snapshot.IsSignedByItsKey()
            ? (snapshot, await File.ReadAllBytesAsync(file.FullName, token))
            : throw new CommandFailedException($"{file.Name}{Suffix}: the signature does not match the statement. The statement was changed, or signed with another key.");
    }
}
