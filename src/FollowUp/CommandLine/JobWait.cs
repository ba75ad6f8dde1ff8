using System.Text.Json.Nodes;

namespace FollowUp.CommandLine;

/// <summary>Waits for a background job of the server, shows its progress, and cancels it when the command is cancelled.</summary>
public sealed class JobWait(Api api, Uri job)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>The address of its document, once it is done.</summary>
    /// <exception cref="CommandFailedException">It failed, was interrupted or was cancelled.</exception>
    public async Task<string> DocumentAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await Progress.RunAsync("Making the report", report => FollowAsync(report, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            using var deleted = await api.Client.DeleteAsync(job, CancellationToken.None);
            await Console.Error.WriteLineAsync("The job on the server is cancelled too.");
            throw;
        }
    }

    private async Task<string> FollowAsync(Action<long, long> report, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await api.GetAsync($"{job}", cancellationToken);
            var says = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
            report(says["men"]!.GetValue<long>(), says["of"]!.GetValue<long>());
            switch ($"{says["state"]}")
            {
                case "Done":
                    return $"{says["document"]}";
                case "Failed" or "Interrupted":
                    throw new CommandFailedException($"{says["says"]}");
                default:
                    await Task.Delay(Pause, cancellationToken);
                    break;
            }
        }
    }
}
