using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.CommandLine;

/// <summary>Has the server go through all documents, and prints which differ.</summary>
public static class ReplayRun
{
    private const int DifferencesShown = 10;

    /// <summary>Runs it.</summary>
    /// <param name="method">The method of the request.</param>
    /// <param name="address">The address of the request.</param>
    /// <param name="what">What is being done.</param>
    /// <param name="said">What to print about the documents that differ.</param>
    /// <param name="fails">Whether a difference makes the command fail.</param>
    /// <param name="cancellationToken">Stops it.</param>
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

            return done == total ? (done, differing, first) : throw new CommandFailedException("The server stopped answering. Run the command again.");
        });
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{men} documents: {differing} {said}."));
        foreach (var difference in first)
        {
            Console.Out.WriteLine($"  {difference["clinic"]} {difference["patientId"]}: {difference["where"]}");
        }

        return fails && differing > 0 ? 1 : 0;
    }
}
