using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Demo;
using FollowUp.Platform.Store;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>demo</c>: the demonstration cohort of 310 synthetic men.</summary>
public sealed class Demo : IVerb
{
    private const string WhileLoading = "The demonstration cohort is being loaded.";

    /// <inheritdoc/>
    public Command Build()
    {
        var on = new Option<LocalDate?>("--on")
        {
            Description = "The date up to which the cohort has data, for instance 2026-03-05; by default today. The latest operation is on the day before.",
            CustomParser = result => LocalDatePattern.Iso.Parse(result.Tokens[^1].Value) is { Success: true } date ? date.Value : Unreadable(result),
        };
        var seed = new Option<int?>("--seed") { Description = "The seed, from 1; by default 1. Another seed gives other men." };
        var command = new Command(
            "demo", $"Fill a clinic with {JointDistribution.Says}: 310 men, 73 of them after a failed retrieval. Run it again after an interruption.")
        {
            on, seed, Options.Clinic,
        };
        command.SetAction((parsed, token) => RunAsync(parsed.GetValue(on), parsed.GetValue(seed), parsed.GetValue(Options.Clinic), token));
        return command;
    }

    private static LocalDate? Unreadable(System.CommandLine.Parsing.ArgumentResult result)
    {
        result.AddError($"--on {result.Tokens[^1].Value}: write the date as 2026-03-05.");
        return null;
    }

    private static async Task<int> RunAsync(LocalDate? on, int? seed, string? clinic, CancellationToken cancellationToken)
    {
        var today = new StoreTime(TimeProvider.System).GetCurrentInstant().InZone(DemoCohort.Zone).Date;
        if (on > today || seed < 1)
        {
            throw new CommandFailedException(on > today
                ? $"--on {on:uuuu-MM-dd} is in the future. Write a date up to {today:uuuu-MM-dd}."
                : $"--seed {seed}: write a whole number from 1.");
        }

        await using var api = await Api.OpenAsync(Roles.Clinician, clinic, cancellationToken);
        var cohort = await HeldAsync(api, cancellationToken) is { } held
            ? (on ?? held.On) == held.On && (seed ?? held.Seed) == held.Seed
                ? held
                : throw new CommandFailedException($"The clinic already has the cohort of {InWords(held)}. Load another one into an empty database or another clinic.")
            : new DemoCohort(on ?? today, seed ?? DemoCohort.UsualSeed);

        var lines = cohort.Lines();
        var importer = new Importer(api);

        // A reminder about a half-loaded man would be recorded among his past entries. After an interruption, sending stays paused until the next
        // run has loaded the rest.
        var pausesSending = await PausesSendingAsync(api, cancellationToken);
        if (pausesSending)
        {
            await PauseAsync(api, paused: true, cancellationToken);
        }

        var summary = await Progress.RunAsync($"Loading {JointDistribution.Says}", report => importer.SendAsync(Sent(lines), lines.Count, report, cancellationToken));
        if (pausesSending)
        {
            await PauseAsync(api, paused: false, cancellationToken);
        }

        Console.Out.WriteLine(Importer.InWords(summary));
        Console.Out.WriteLine();
        DemoSummary.Write(Console.Out, InWords(cohort));
        return summary.Rejected == 0 ? 0 : 1;
    }

    // A pause for another reason was made by somebody else, who has to end it.
    private static async Task<bool> PausesSendingAsync(Api api, CancellationToken cancellationToken)
    {
        using var response = await api.GetAsync("/sending", cancellationToken);
        var pause = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!["clinic"];
        return pause is null || pause["why"]?.ToString() == WhileLoading;
    }

    private static async Task PauseAsync(Api api, bool paused, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sending")
        {
            Content = JsonContent.Create(new JsonObject { ["paused"] = paused, ["why"] = WhileLoading }),
        };
        using var response = await api.SendAsync(request, cancellationToken);
    }

    private static string InWords(DemoCohort cohort) => string.Create(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(cohort.On)}, seed {cohort.Seed}");

    private static async IAsyncEnumerable<SourceLine> Sent(IReadOnlyList<DemoLine> lines)
    {
        await Task.CompletedTask;
        for (var i = 0; i < lines.Count; i++)
        {
            yield return new(i + 1, lines[i].Utf8(), i + 1);
        }
    }

    // The man enrolled first carries the cohort's date and seed in his record number.
    private static async Task<DemoCohort?> HeldAsync(Api api, CancellationToken cancellationToken)
    {
        using var response = await api.FindAsync($"/patients/{DemoCohort.FirstPatient}/identity", cancellationToken);
        if (response is null)
        {
            return null;
        }

        var identity = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
        return DemoCohort.Of((identity["identity"] ?? identity)["recordNumber"]?.ToString());
    }
}
