using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Interop.Files;

namespace FollowUp.CommandLine;

/// <summary>A line on its way to the server.</summary>
/// <param name="Number">The line or row of the source that it comes from.</param>
/// <param name="Utf8">The command; null for a line that cannot be sent.</param>
/// <param name="Done">How much of the source is done with it, in the unit of the total.</param>
/// <param name="Error">Why it cannot be sent.</param>
public readonly record struct SourceLine(long Number, byte[]? Utf8, long Done, Finding? Error = null);

/// <summary>Sends commands to the server in batches, so that memory stays bounded and an interrupted run repeats at most one batch.</summary>
public sealed class Importer(Api api)
{
    private const int LinesOfABatch = 500;

    private const int BytesOfABatch = 512 * 1024;

    private const int ErrorsShown = 20;

    private ImportSummary _summary = new(0, 0, 0, 0);

    /// <summary>Called for each reason for which a line was rejected.</summary>
    public Func<long, JsonObject, Task> OnRejected { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Called for each unconfirmed warning of a line that was stored, with the warning's code.</summary>
    public Func<long, JsonNode?, Task> OnWarning { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Called when everything up to a place in the source is answered.</summary>
    public Func<SourceLine, Task> OnAnswered { get; init; } = _ => Task.CompletedTask;

    /// <summary>Sends everything.</summary>
    /// <exception cref="CommandFailedException">The server refused or stopped; what was answered is stored.</exception>
    public async Task<ImportSummary> SendAsync(
        IAsyncEnumerable<SourceLine> lines, long total, Action<long, long> report, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAllAsync(lines, total, report, cancellationToken);
        }
        catch (CommandFailedException) when (_summary.Lines > 0)
        {
            // What was answered before is stored, so the counts so far are printed, whatever the reason.
            Console.Out.WriteLine($"Stopped. {InWords(_summary)}");
            throw;
        }
    }

    private async Task<ImportSummary> SendAllAsync(
        IAsyncEnumerable<SourceLine> lines, long total, Action<long, long> report, CancellationToken cancellationToken)
    {
        var batch = new List<SourceLine>(LinesOfABatch);
        long bytes = 0;
        await foreach (var line in lines.WithCancellation(cancellationToken))
        {
            batch.Add(line);
            bytes += line.Utf8?.Length ?? 0;
            if (batch.Count == LinesOfABatch || bytes >= BytesOfABatch)
            {
                await SendAsync(batch, cancellationToken);
                report(line.Done, total);
                batch.Clear();
                bytes = 0;
            }
        }

        if (batch.Count > 0)
        {
            await SendAsync(batch, cancellationToken);
            report(batch[^1].Done, total);
        }

        return _summary;
    }

    /// <summary>The sentence that ends an import.</summary>
    public static string InWords(ImportSummary summary) => string.Create(
        CultureInfo.InvariantCulture,
        $"{summary.Lines} lines: {summary.Recorded} recorded, {summary.AlreadyThere} there already, {summary.Rejected} rejected.");

    private async Task SendAsync(List<SourceLine> batch, CancellationToken cancellationToken)
    {
        var answers = batch.Where(line => line.Utf8 is null)
            .Select(line => JsonSerializer.SerializeToNode(LineAnswer.Rejected(line.Number, null, line.Error!), FactJson.Options)!.AsObject())
            .ToList();
        var sent = batch.Where(line => line.Utf8 is not null).ToList();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import") { Content = Body(sent) };
        using var response = await api.SendAsync(request, cancellationToken);
        var ended = false;
        string? stopped = null;
        await foreach (var answer in Api.Lines(response, cancellationToken))
        {
            if (answer["line"] is { } at)
            {
                answer["line"] = sent[(int)at.GetValue<long>() - 1].Number;
                answers.Add(answer);
            }
            else
            {
                ended = true;
                stopped = answer["stopped"]?.ToString();
            }
        }

        foreach (var answer in answers.OrderBy(answer => answer["line"]!.GetValue<long>()))
        {
            await HearAsync(answer["line"]!.GetValue<long>(), answer);
        }

        if (stopped is not null)
        {
            throw new CommandFailedException(stopped);
        }

        if (!ended)
        {
            throw new CommandFailedException("The server stopped answering. Run the command again: nothing is stored twice.");
        }

        await OnAnswered(batch[^1]);
    }

    private static ByteArrayContent Body(List<SourceLine> lines)
    {
        using var body = new MemoryStream();
        foreach (var line in lines)
        {
            body.Write(line.Utf8);
            body.WriteByte((byte)'\n');
        }

        return new ByteArrayContent(body.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue(ImportEndpoint.MediaType) } };
    }

    private async Task HearAsync(long number, JsonObject answer)
    {
        var result = Enum.Parse<LineResult>(answer["result"]!.ToString());
        _summary = _summary.With(new LineAnswer(number, result));
        foreach (var warning in answer["warnings"] as JsonArray ?? [])
        {
            await OnWarning(number, warning);
        }

        foreach (var error in (answer["errors"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (_summary.Rejected <= ErrorsShown)
            {
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {number}:{Api.ErrorInWords(error)}"));
            }

            await OnRejected(number, error);
        }
    }
}
