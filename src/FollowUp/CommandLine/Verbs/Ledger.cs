using System.CommandLine;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>ledger</c>: the state of every message, those in doubt, and pausing all sending.</summary>
public sealed class Ledger : IVerb
{
    /// <inheritdoc/>
    public Command Build() => new("ledger", "See the state of the messages, settle those in doubt, and pause or resume sending.")
    {
        List(), Settle(), Letter(), Pause("pause", "Pause all sending; waiting messages are kept.", paused: true), Pause("resume", "Resume sending.", paused: false), Texts(),
    };

    private static Command List()
    {
        var state = new Option<string?>("--state") { Description = "Only messages in this state, for instance Uncertain or Failed." };
        var channel = new Option<string?>("--channel") { Description = "Only messages of this channel: Email, Sms or Post." };
        var command = new Command("list", "List messages, the last changed first, and count them by state.") { state, channel, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync("/ledger" + Api.Query(("state", parsed.GetValue(state)), ("channel", parsed.GetValue(channel))), token);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!;
            TextTable.Write(
                Console.Out, ["Message", "Recall", "No", "Channel", "State", "Reason", "Changed"],
                from row in answer["rows"]!.AsArray()
                select (string?[])[
                    row!["id"]!.ToString(), row["recall"]!.ToString(), row["occurrence"]!.ToString(), row["channel"]!.ToString(), row["state"]!.ToString(),
                    row["reason"]?.ToString(), row["changedAt"]!.ToString(),
                ]);
            Console.Out.WriteLine(string.Join(", ", answer["counts"]!.AsObject().Select(count => $"{count.Value} {count.Key}")));
            return 0;
        });
        return command;
    }

    private static Command Settle()
    {
        var id = new Argument<Guid>("message") { Description = "The message's id, from ledger list." };
        var what = new Argument<string>("settlement") { Description = "Arrived or SendAgain for an uncertain message, Posted for a letter." };
        what.AcceptOnlyFromAmong("Arrived", "SendAgain", "Posted");
        var command = new Command("settle", "Record whether a message in doubt arrived, send it again, or record that a letter was posted. Sending again needs the running server.") { id, what, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await SendAsync(api, $"/ledger/{parsed.GetValue(id)}/settlements", new JsonObject { ["settlement"] = parsed.GetValue(what) }, token);
            Console.Out.WriteLine($"The message is now {JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!["state"]}.");
            return 0;
        });
        return command;
    }

    private static Command Letter()
    {
        var id = new Argument<Guid>("message") { Description = "The letter's id, from ledger list --channel Post." };
        var command = new Command("letter", "Print a letter as an HTML page, for a browser or a printer.") { id, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await SendAsync(api, $"/ledger/{parsed.GetValue(id)}/letter", [], token);
            Console.Out.WriteLine(await response.Content.ReadAsStringAsync(token));
            return 0;
        });
        return command;
    }

    private static Command Pause(string name, string description, bool paused)
    {
        var why = new Argument<string>("why") { Description = "The reason, in words; every user of the clinic can read it." };
        var everywhere = new Option<bool>("--everywhere") { Description = "For every clinic of this installation. For administrators." };
        var command = new Command(name, description) { why, everywhere, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            var all = parsed.GetValue(everywhere);
            await using var api = await Api.OpenAsync(all ? Roles.Administrator : Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await SendAsync(
                api, all ? "/sending/everywhere" : "/sending", new JsonObject { ["paused"] = paused, ["why"] = parsed.GetValue(why) }, token);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!;
            Console.Out.WriteLine(Said("This clinic", answer["clinic"]));
            Console.Out.WriteLine(Said("The installation", answer["installation"]));
            return 0;
        });
        return command;
    }

    private static Command Texts()
    {
        var command = new Command("texts", "Print the text of every kind of message, with its length.") { Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync("/reminder-texts", token);
            foreach (var text in JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!.AsArray())
            {
                var length = text!["length"] is { } sms ? $" ({sms["units"]} {sms["alphabet"]}, {sms["parts"]} parts)" : "";
                Console.Out.WriteLine($"== {text["language"]} {text["channel"]}{length} {text["subject"]}\n{text["body"]}\n");
            }

            return 0;
        });
        return command;
    }

    private static async Task<HttpResponseMessage> SendAsync(Api api, string address, JsonObject body, CancellationToken token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        return await api.SendAsync(request, token);
    }

    private static string Said(string whose, JsonNode? pause) =>
        pause is null ? $"{whose} sends." : $"{whose} is paused since {pause["at"]} by {pause["by"]}: {pause["why"]}";
}
