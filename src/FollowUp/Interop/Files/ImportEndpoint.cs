using System.Text.Json;
using System.Threading.Channels;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Platform.Http;
using FollowUp.Recording.Commands;
using Microsoft.AspNetCore.Mvc;

namespace FollowUp.Interop.Files;

/// <summary>Takes a file of commands, one JSON object on each line, and answers line by line.</summary>
/// <remarks>
/// The same commands as over the API, through the same decisions. Nobody is there to confirm warnings, so they are stored unconfirmed. Lines of
/// different men are processed in parallel, lines of one man in their order. Memory stays bounded for any length of file. Answers come when they are
/// ready, each with its line's number.
/// </remarks>
public static class ImportEndpoint
{
    /// <summary>The media type of lines of JSON.</summary>
    public const string MediaType = "application/x-ndjson";

    // Enough to keep the database busy while one append waits for its commit, and well below the size of the connection pool.
    private const int Lanes = 8;

    private const int WaitingInALane = 32;

    private const int WaitingAnswers = 256;

    /// <summary>Maps <c>POST /import</c>.</summary>
    public static void MapImport(this IEndpointRouteBuilder endpoints) => endpoints
        .MapPost("/import", (HttpContext http, IServiceScopeFactory scopes) => new Import(http, scopes).RunAsync(http.RequestAborted))
        .RequireAuthorization(Policies.Care)
        .WithMetadata(new DisableRequestSizeLimitAttribute())
        .WithName("import").WithTags("Recording")
        .WithSummary("Import a file of commands: the same as over the API, one JSON object on each line, answered line by line.")
        .Accepts<Stream>(MediaType)
        .Produces<LineAnswer>(contentType: MediaType)
        .ProducesProblem(StatusCodes.Status403Forbidden);

    private sealed class Import(HttpContext http, IServiceScopeFactory scopes)
    {
        private static readonly byte[] NewLine = "\n"u8.ToArray();

        private readonly SignedIn _user = SignedIn.Of(http);

        private readonly Channel<LineAnswer> _answers = Channel.CreateBounded<LineAnswer>(WaitingAnswers);

        private readonly Channel<(long Number, ImportLine Line)>[] _lanes =
            [.. Enumerable.Range(0, Lanes).Select(_ => Channel.CreateBounded<(long, ImportLine)>(WaitingInALane))];

        private ImportSummary _summary = new(0, 0, 0, 0);

        public async Task RunAsync(CancellationToken aborted)
        {
            http.Response.ContentType = MediaType;
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(aborted);
            Task[] working = [ReadAsync(stopping.Token), .. _lanes.Select(lane => WorkAsync(lane.Reader, stopping.Token))];
            var writing = WriteAsync(aborted);
            string? stopped = null;
            try
            {
                foreach (var task in await FirstFaultOrAllAsync(working))
                {
                    await task;
                }
            }
            catch (Exception failed) when (!aborted.IsCancellationRequested && Problems.IsDatabaseAway(failed))
            {
                stopped = "The database cannot be reached. Send the same lines again: nothing is stored twice.";
            }
            finally
            {
                await stopping.CancelAsync();
                _answers.Writer.Complete();
            }

            await writing;
            await WriteLineAsync(_summary with { Stopped = stopped }, aborted);
        }

        private static async Task<IReadOnlyList<Task>> FirstFaultOrAllAsync(Task[] tasks)
        {
            var open = tasks.ToList();
            while (open.Count > 0)
            {
                var ended = await Task.WhenAny(open);
                if (!ended.IsCompletedSuccessfully)
                {
                    return [ended];
                }

                open.Remove(ended);
            }

            return tasks;
        }

        private async Task ReadAsync(CancellationToken token)
        {
            // The history of synthetic men includes what the program itself would have recorded, such as reminders.
            var sender = Sender.Of(_user) with { IsSystem = _user.Clinic.Synthetic };
            await foreach (var line in LineReader.ReadAsync(http.Request.BodyReader, token))
            {
                if (line.IsBlank)
                {
                    continue;
                }

                if (Decode(line, sender, out var read) is { } rejected)
                {
                    await _answers.Writer.WriteAsync(rejected, token);
                }
                else if (read.Command is EnrolPatient)
                {
                    // Enrolments go one by one in the file's order, so that possible duplicates of earlier lines are found, the same ones each time.
                    await TakeAsync(line.Number, read, token);
                }
                else
                {
                    await _lanes[unchecked((uint)PatientOf(read).GetHashCode()) % Lanes].Writer.WriteAsync((line.Number, read), token);
                }
            }

            foreach (var lane in _lanes)
            {
                lane.Writer.Complete();
            }
        }

        // A line that cannot be read is one rejected line, whatever it contains: the lines after it are read.
        private static LineAnswer? Decode(FileLine line, Sender sender, out ImportLine read)
        {
            read = null!;
            try
            {
                read = ImportLine.Read(JsonBody.Parse(line.Utf8 ?? throw new UnreadableException(FileLine.TooLong)), sender);
                return null;
            }
            catch (UnreadableException unreadable)
            {
                return LineAnswer.Rejected(line.Number, null, unreadable.Finding);
            }
            catch (Exception undecodable) when (undecodable is JsonException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
            {
                return LineAnswer.Rejected(line.Number, null, Finding.Refusal(
                    "Unreadable", "line", null, "The line cannot be read. Send one JSON object with the fields that /docs lists."));
            }
        }

        private async Task WorkAsync(ChannelReader<(long Number, ImportLine Line)> lane, CancellationToken token)
        {
            await foreach (var (number, line) in lane.ReadAllAsync(token))
            {
                await TakeAsync(number, line, token);
            }
        }

        private async Task TakeAsync(long number, ImportLine line, CancellationToken token)
        {
            await using var scope = scopes.CreateAsyncScope();
            var bus = scope.ServiceProvider.GetRequiredService<CommandBus>();
            var outcome = await bus.SendAsync(_user.Clinic.Id, line.Command, token);
            await _answers.Writer.WriteAsync(Answer(number, line, outcome), token);
        }

        private async Task WriteAsync(CancellationToken token)
        {
            await foreach (var answer in _answers.Reader.ReadAllAsync(token))
            {
                _summary = _summary.With(answer);
                await WriteLineAsync(answer, token);
            }
        }

        private async Task WriteLineAsync<T>(T line, CancellationToken token)
        {
            await http.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(line, FactJson.Options), token);
            await http.Response.Body.WriteAsync(NewLine, token);
        }

        private static Guid PatientOf(ImportLine line) => line.Command is EnrolPatient enrol ? enrol.PatientId : ((RecordFact)line.Command).PatientId;

        private static List<string>? WarningsOf(Outcome.Recorded recorded)
        {
            List<string> codes = [.. recorded.Course.Find(recorded.FactId)?.Fact.Warnings?.Select(warning => warning.Code) ?? [], .. recorded.Notices];
            return codes.Count > 0 ? codes : null;
        }

        private static LineAnswer Answer(long number, ImportLine line, Outcome outcome) => outcome switch
        {
            Outcome.Recorded recorded => new(number, recorded.Before ? LineResult.AlreadyThere : LineResult.Recorded, line.Id)
            {
                Warnings = WarningsOf(recorded),
            },
            Outcome.Refused refused => LineAnswer.Rejected(number, line.Id, refused.Findings),
            Outcome.UnknownPatient => LineAnswer.Rejected(number, line.Id, Finding.Refusal(
                "UnknownPatient", "patient", PatientOf(line), "Enrol him in an earlier line, or correct the id.")),
            Outcome.Merged merged => LineAnswer.Rejected(number, line.Id, merged.Finding),
            Outcome.NotAllowed denied => LineAnswer.Rejected(number, line.Id, Finding.Refusal(
                "NotAllowed", "command", denied.Kind.Name, "A clinician has to send this line.")),
            _ => throw new InvalidOperationException(outcome.GetType().Name),
        };
    }
}
