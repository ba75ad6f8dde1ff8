using System.CommandLine;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>dead-letters</c>: the messages that could not be processed.</summary>
public sealed class DeadLettersVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var again = new Option<Guid?>("--again") { Description = "The id of a message to send again; the running server processes it within seconds." };
        var command = new Command("dead-letters", "List the queued messages that could not be processed, or send one again. For administrators.") { again, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Administrator, parsed.GetValue(Options.Clinic), token);
            if (parsed.GetValue(again) is { } id)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/dead-letters/{id}/replays");
                using var sent = await api.SendAsync(request, token);
                Console.Out.WriteLine("It is back in its queue.");
                return 0;
            }

            using var response = await api.GetAsync("/dead-letters", token);
            TextTable.Write(
                Console.Out, ["Order", "Kind", "Queue", "Why", "At", "Sent again"],
                from letter in JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!["letters"]!.AsArray()
                select (string?[])[
                    letter!["id"]!.ToString(), letter["kind"]!.ToString(), letter["queue"]!.ToString(), letter["why"]?.ToString(), letter["at"]!.ToString(),
                    letter["sentAgain"]!.ToString(),
                ]);
            return 0;
        });
        return command;
    }
}
