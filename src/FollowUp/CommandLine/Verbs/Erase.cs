using System.CommandLine;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Course.Facts;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>erase</c>: destroys a man's key and identity.</summary>
public sealed class Erase : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var patient = new Argument<Guid>("patient") { Description = "The man's id." };
        var reason = new Option<ErasureReason>("--reason") { Description = "The reason.", Required = true };
        var command = new Command("erase", "Destroy a man's key. Afterwards nobody can find out who he is or read the notes about him; his other facts stay. For administrators.")
        {
            patient, reason, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            var id = parsed.GetValue(patient);
            await Console.Error.WriteLineAsync("This cannot be undone. Type his id again to erase him:");
            if (!Guid.TryParse(Console.In.ReadLine(), out var confirmed) || confirmed != id)
            {
                throw new CommandFailedException("That is not the same id. Nothing was erased.");
            }

            await using var api = await Api.OpenAsync(Roles.Administrator, parsed.GetValue(Options.Clinic), token);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/patients/{id}/erasure")
            {
                Content = JsonContent.Create(new JsonObject { ["reason"] = parsed.GetValue(reason).ToString(), ["confirm"] = id }),
            };
            using var response = await api.SendAsync(request, token);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!;
            Console.Out.WriteLine($"{answer["patientId"]} was erased at {answer["erasedAt"]} by {answer["erasedBy"]}: {answer["reason"]}.");
            Console.Out.WriteLine("Backups made before still hold his key: the erasure is complete when the last of them is gone.");
            return 0;
        });
        return command;
    }
}
