using System.CommandLine;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FollowUp.Access;
using NodaTime.Text;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>recall</c>: who is to be called or tested, and the reminders.</summary>
public sealed class Recall : IVerb
{
    /// <inheritdoc/>
    public Command Build() => new("recall", "See who is due, and send reminders.") { List(), Preview(), Explain(), Send() };

    private static Command List()
    {
        var state = new Option<string?>("--state") { Description = "Only items that are Due, Overdue or Unreachable." };
        var format = new Option<string>("--format") { Description = "How it is written.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("list", "Print the worklist: alerts that nobody has taken on, then who is due, overdue or unreachable, the longest open first.")
        {
            Options.AsOf, Options.On, state, format, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                "/worklist" + Api.Query(("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)), ("state", parsed.GetValue(state))), token);
            var text = await response.Content.ReadAsStringAsync(token);
            if (parsed.GetValue(format) == "json")
            {
                Console.Out.WriteLine(text);
                return 0;
            }

            var answer = JsonNode.Parse(text)!;
            var rows = answer["rows"]!.AsArray();
            TextTable.Write(
                Console.Out, ["Record", "Name", "Telephone", "Recall", "State", "Operated", "Due", "Latest", "Tried"],
                from row in rows
                from line in (IEnumerable<string?[]>)[.. row!["alerts"]!.AsArray().Select(alert => Alert(alert!)), .. row["items"]!.AsArray().Select(item => Item(item!))]
                select (string?[])[
                    row["man"]?["recordNumber"]?.ToString() ?? row["patientId"]!.ToString(), row["man"]?["name"]?.ToString(),
                    row["man"]?["telephones"]?.AsArray().FirstOrDefault()?.ToString(), .. line,
                ]);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} men on {answer["on"]}{(answer["more"]!.GetValue<bool>() ? ", and more" : "")}."));
            return 0;
        });
        return command;
    }

    private static string?[] Item(JsonNode item) =>
    [
        item["recall"]!.ToString(), item["state"]!.ToString(), item["performedOn"]!.ToString(), item["due"]!.ToString(), item["latest"]!.ToString(),
        (item["attempts"] as JsonArray)?.Count.ToString(CultureInfo.InvariantCulture),
    ];

    // An alert is due when it happened, and at the latest when a clinician is to have taken it on.
    private static string?[] Alert(JsonNode alert) =>
        [$"ALERT {alert["trigger"]}", $"{alert["urgency"]} {alert["state"]}", null, alert["raisedOn"]!.ToString(), alert["acknowledgeBy"]!.ToString(), null];

    private static Command Preview()
    {
        var format = new Option<string>("--format") { Description = "How it is written.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("preview", "Print the reminders that would go out on a day, and what keeps one back. Nothing is sent.")
        {
            Options.AsOf, Options.On, format, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                "/recalls" + Api.Query(("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On))), token);
            var text = await response.Content.ReadAsStringAsync(token);
            if (parsed.GetValue(format) == "json")
            {
                Console.Out.WriteLine(text);
                return 0;
            }

            var answer = JsonNode.Parse(text)!;
            var messages = answer["messages"]!.AsArray();
            TextTable.Write(
                Console.Out, ["Patient", "Recall", "Operation", "Message", "Channel", "From", "Goes out", "Because"], messages.Select(message => Message(message!)));
            var held = messages.Count(message => message!["closed"]!.AsArray().Count > 0);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{messages.Count - held} would go out on {answer["on"]}, {held} would be kept back."));
            return 0;
        });
        return command;
    }

    private static string?[] Message(JsonNode message)
    {
        var reminder = message["reminder"]!;
        var closed = string.Join(", ", message["closed"]!.AsArray().Select(gate => gate!["gate"]));
        return
        [
            message["patientId"]!.ToString(), reminder["recall"]!.ToString(), reminder["procedureId"]!.ToString(), reminder["occurrence"]!.ToString(),
            reminder["channel"]!.ToString(), reminder["from"]!.ToString(), closed.Length == 0 ? "yes" : "no", closed.Length == 0 ? "due, every gate open" : closed,
        ];
    }

    private static Command Explain()
    {
        var patient = new Argument<Guid>("patient") { Description = "The man's id." };
        var item = new Argument<string?>("item") { Description = "One item, for instance HORMONE_12M; by default all.", Arity = ArgumentArity.ZeroOrOne };
        var language = new Option<string>("--lang") { Description = "The language of the sentences.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "tr");
        var command = new Command("explain", "Say why a man is recalled and reminded, or is not: protocol, anchor, dates, gates, messages.")
        {
            patient, item, Options.AsOf, Options.On, language, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                $"/patients/{parsed.GetValue(patient)}/explanations/due-items" + Api.Query(
                    ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)), ("lang", parsed.GetValue(language))),
                token);
            var only = parsed.GetValue(item);
            var explained = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!["explanations"]!.AsArray()
                .Where(each => only is null || each!["why"]!["item"]?.ToString() == only).ToList();
            foreach (var each in explained)
            {
                Console.Out.WriteLine($"{each!["why"]!["item"]} {each["why"]!["of"]}");
                foreach (var sentence in each["sentences"]!.AsArray())
                {
                    Console.Out.WriteLine($"  {sentence}");
                }
            }

            if (explained.Count == 0)
            {
                throw new CommandFailedException(only is null ? "He has no operation here, so nothing is due." : $"The clinic's protocol has no item {only} for him. Leave it out to see them all.");
            }

            return 0;
        });
        return command;
    }

    private static Command Send()
    {
        var asOf = new Option<string?>("--as-of") { Description = "Send as if it were this instant, in a clinic of made-up men only." };
        var command = new Command("send", "Order the reminders that are due now, as the next tick would. Each goes out once. Needs the running server.") { asOf, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(
                Roles.Nurse, parsed.GetValue(Options.Clinic), token, serverFor: "Reminders go out through the server's queue: start it with ops/run first.");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/recalls/send")
            {
                Content = JsonContent.Create(new JsonObject { ["asOf"] = InUtc(parsed.GetValue(asOf)) }),
            };
            using var response = await api.SendAsync(request, token);
            var ordered = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!["ordered"]!.AsArray();
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ordered.Count} reminders ordered."));
            return 0;
        });
        return command;
    }

    // The same spellings as everywhere, with an offset or in UTC; what is neither the server refuses, naming what would be right.
    private static string? InUtc(string? text) =>
        text is not null && OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } read ? InstantPattern.ExtendedIso.Format(read.Value.ToInstant()) : text;
}
