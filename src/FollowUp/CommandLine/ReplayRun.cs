using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.CommandLine;

/// <summary>Walks all documents through the server and says what differed.</summary>
public static class ReplayRun
{
    private const int DifferencesShown = 10;

    /// <summary>Runs a walk.</summary>
    /// <param name="method">How it is asked for.</param>
    /// <param name="address">Where it is asked for.</param>
    /// <param name="what">What is being done.</param>
    /// <param name="said">What is said of the documents that differ.</param>
    /// <param name="fails">Whether a difference makes the command fail.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public static async Task<int> RunAsync(HttpMethod method, string address, string what, string said, bool fails, CancellationToken cancellationToken)
    {
        await using var api = await Api.OpenAsync(Roles.Administrator, clinic: null, cancellationToken);
        var (men, differing, first) = await Progress.RunAsync(what, async report =>
        {
            long done = 0, total = 0, differing = 0;
            var first = new List<JsonNode>();
            using var request = new HttpRequestMessage(method, address);
            using var response = await api.SendAsync(request, cancellationToken);
            await foreach (var step in Api.Lines(response, cancellationToken))
            {
                (done, total) = (step["done"]!.GetValue<long>(), step["of"]!.GetValue<long>());
                var differences = step["differences"]!.AsArray();
                differing += differences.Count;
                first.AddRange(differences.Take(DifferencesShown - first.Count).Select(difference => difference!));
                report(done, total);
            }

            return done == total ? (done, differing, first) : throw new CommandFailedException("The server broke off. Run the command again.");
        });
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{men} documents: {differing} {said}."));
        foreach (var difference in first)
        {
            Console.Out.WriteLine($"  {difference["clinic"]} {difference["patientId"]}: {difference["where"]}");
        }

        return fails && differing > 0 ? 1 : 0;
    }
}
