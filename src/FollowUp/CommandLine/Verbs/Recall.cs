using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using FollowUp.Access;
using FollowUp.Patients.Facts;
using FollowUp.Platform.References;
using NodaTime.Text;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>recall</c>: who is to be called or tested, and the reminders.</summary>
public sealed class Recall : IVerb
{
    /// <inheritdoc/>
    public Command Build() => new("recall", "See who is due, why, and what comes next, and send reminders.") { List(), Complete(), Preview(), Explain(), Simulate(), Send() };

    private static Command List()
    {
        var state = new Option<string?>("--state") { Description = "Only items in this state: Alert, Uncertain, Failed, Overdue, Unreachable, Due or Lost." };
        var step = new Option<string?>("--step") { Description = "Only one step of the protocol, for instance CONTACT_6W." };
        var claimed = new Option<string?>("--claimed") { Description = "Only men claimed by Me or Nobody." };
        var after = new Option<string?>("--after") { Description = "Continue after the previous page; its last line says with which value." };
        var format = new Option<string>("--format") { Description = "The output format.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("list", "Print the worklist: unacknowledged alerts first, then who is due, overdue or unreachable, the longest open first.")
        {
            Options.AsOf, Options.On, state, step, claimed, after, format, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                "/worklist" + Api.Query(("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)), ("state", parsed.GetValue(state)),
                    ("step", parsed.GetValue(step)), ("claimed", parsed.GetValue(claimed)), ("after", parsed.GetValue(after))), token);
            var text = await response.Content.ReadAsStringAsync(token);
            if (parsed.GetValue(format) == "json")
            {
                Console.Out.WriteLine(text);
                return 0;
            }

            var answer = JsonNode.Parse(text)!;
            var rows = answer["rows"]!.AsArray();
            TextTable.Write(
                Console.Out, ["Record", "Name", "Telephone", "Recall", "State", "Operated", "Due", "Latest", "Tried", "Next", "From"],
                from row in rows
                from line in (IEnumerable<string?[]>)[.. row!["alerts"]!.AsArray().Select(alert => Alert(alert!)), .. row["items"]!.AsArray().Select(item => Item(item!))]
                select (string?[])[
                    row["man"]?["recordNumber"]?.ToString() ?? row["patientId"]!.ToString(), row["man"]?["name"]?.ToString(),
                    row["man"]?["telephones"]?.AsArray().FirstOrDefault()?.ToString(), .. line,
                ]);
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Count} men on {answer["on"]}{(answer["next"] is { } next ? $", and more: --after {next}" : "")}."));
            return 0;
        });
        return command;
    }

    private static string?[] Item(JsonNode item) =>
    [
        item["recall"]!.ToString(), item["state"]!.ToString(), item["performedOn"]!.ToString(), item["due"]!.ToString(), item["latest"]!.ToString(),
        (item["attempts"] as JsonArray)?.Count.ToString(CultureInfo.InvariantCulture), item["next"]?["rung"]?.ToString(), item["next"]?["from"]?.ToString(),
    ];

    // An alert is due when it was raised, and at the latest when a clinician has to acknowledge it.
    private static string?[] Alert(JsonNode alert) =>
        [$"ALERT {alert["trigger"]}", $"{alert["urgency"]} {alert["state"]}", null, alert["raisedOn"]!.ToString(), alert["acknowledgeBy"]!.ToString(), null, null, null];

    private static Command Preview()
    {
        var format = new Option<string>("--format") { Description = "The output format.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "json");
        var command = new Command("preview", "Print the reminders that would go out on a day, and why others would not. Nothing is sent.")
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
                Console.Out, ["Patient", "Recall", "Operated", "Message", "Channel", "Due", "Latest", "Goes out at", "Because"], messages.Select(message => Message(message!)));
            var held = messages.Count(message => message!["goesOutAt"] is null);
            Console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{messages.Count - held} would go out on {answer["on"]} by {answer["protocol"]}, {held} would be held back."));
            return 0;
        });
        return command;
    }

    private static string?[] Message(JsonNode message)
    {
        var (reminder, item) = (message["reminder"]!, message["item"]!);
        var closed = string.Join(", ", message["closed"]!.AsArray().Select(gate => gate!["gate"]));
        return
        [
            message["patientId"]!.ToString(), reminder["recall"]!.ToString(), item["performedOn"]!.ToString(), reminder["occurrence"]!.ToString(),
            reminder["channel"]!.ToString(), item["due"]!.ToString(), item["latest"]!.ToString(), message["goesOutAt"]?.ToString() ?? "-",
            closed.Length == 0 ? "due, every gate open" : closed,
        ];
    }

    private static Command Complete()
    {
        var command = new Command("completeness", "Print for each step of the protocol how many of those due are complete, late, open or lost.") { Options.AsOf, Options.On, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                "/worklist/completeness" + Api.Query(("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On))), token);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!;
            TextTable.Write(
                Console.Out, ["Step", "Due", "Complete", "%", "Late", "Open", "Lost", "Ended"],
                answer["steps"]!.AsArray().Select(step => (string?[])[
                    step!["recall"]!.ToString(), $"{step["due"]}", $"{step["complete"]}",
                    step["completePercent"]?.GetValue<decimal>().ToString("0.0", CultureInfo.InvariantCulture), $"{step["late"]}", $"{step["open"]}", $"{step["lost"]}", $"{step["ended"]}",
                ]));
            Console.Out.WriteLine($"{answer["men"]} men on {answer["on"]} by {answer["protocol"]}.");
            return 0;
        });
        return command;
    }

    private static Command Simulate()
    {
        var weeks = new Option<int>("--weeks") { Description = "How many weeks.", DefaultValueFactory = _ => 52 };
        var operations = new Option<string>("--operations-per-week") { Description = "The assumed operations per week from now on, for instance 2.5.", DefaultValueFactory = _ => "0" };
        var command = new Command("simulate", "Print week by week how many items fall due and how many calls they take, for the present men and an assumed rate of surgery.")
        {
            weeks, operations, Options.AsOf, Options.On, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                "/recalls/simulation" + Api.Query(
                    ("weeks", parsed.GetValue(weeks).ToString(CultureInfo.InvariantCulture)), ("operationsPerWeek", parsed.GetValue(operations)),
                    ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On))),
                token);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!;
            var simulated = answer["weeks"]!.AsArray();
            var steps = simulated.SelectMany(week => week!["due"]!.AsObject().Concat(week["assumedDue"]!.AsObject())).Select(step => step.Key)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            TextTable.Write(
                Console.Out, ["Week from", .. steps, "Calls", "at most"],
                simulated.Select(week => (string?[])[
                    week!["from"]!.ToString(), .. steps.Select(step => Plus(week["due"]![step], week["assumedDue"]![step])), $"{week["fewestCalls"]}", $"{week["mostCalls"]}",
                ]));
            Console.Out.WriteLine(
                $"{answer["men"]} men and {answer["assumedOperations"]} assumed operations from {answer["from"]} by {answer["protocol"]}; {answer["backlog"]} items were due before. Numbers are present + assumed.");
            return 0;
        });
        return command;
    }

    private static string Plus(JsonNode? present, JsonNode? assumed) => assumed is null ? $"{present?.ToString() ?? "0"}" : $"{present?.ToString() ?? "0"}+{assumed}";

    private static Command Explain()
    {
        var patient = new Argument<Guid>("patient") { Description = "The man's id." };
        var item = new Argument<string?>("item") { Description = "One item, for instance HORMONE_12M; by default all.", Arity = ArgumentArity.ZeroOrOne };
        var language = new Option<string>("--lang") { Description = "The language of the sentences.", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Language.All.Select(each => each.Tag)]);
        var command = new Command("explain", "Explain why a man is recalled and reminded, or not: protocol, operation, dates, gates, messages.")
        {
            patient, item, Options.AsOf, Options.On, language, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Nurse, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                $"/patients/{parsed.GetValue(patient)}/recalls/explanation" + Api.Query(
                    ("step", parsed.GetValue(item)), ("asOf", parsed.GetValue(Options.AsOf)), ("on", parsed.GetValue(Options.On)), ("lang", parsed.GetValue(language))),
                token);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!;
            Console.Out.WriteLine($"Protocol {answer["protocol"]!["id"]} ({Citations.InWords(answer["protocol"]!["source"]!.ToString(), parsed.GetValue(language) == "tr" ? Language.Tr : Language.En)}), asked at {answer["at"]}.");
            foreach (var each in answer["items"]!.AsArray())
            {
                Write(each!);
            }

            foreach (var sentence in answer["notAsked"]!.AsArray().SelectMany(each => each!["sentences"]!.AsArray()))
            {
                Console.Out.WriteLine($"  {sentence}");
            }

            return answer["items"]!.AsArray().Count + answer["notAsked"]!.AsArray().Count > 0
                ? 0
                : throw new CommandFailedException("He has no operation here, so nothing is due.");
        });
        return command;
    }

    private static void Write(JsonNode explained)
    {
        var item = explained["item"]!;
        Console.Out.WriteLine($"{item["recall"]} {item["state"]}: operation {item["procedureId"]} on {item["performedOn"]}; earliest {item["earliest"]}, due {item["due"]}, latest {item["latest"]}");
        foreach (var sentence in explained["explanations"]!.AsArray().SelectMany(each => each!["sentences"]!.AsArray()))
        {
            Console.Out.WriteLine($"  {sentence}");
        }

        Console.Out.WriteLine($"  Gates: {string.Join(", ", explained["gates"]!.AsArray().Select(gate =>
            $"{gate!["gate"]} {(gate["open"]!.GetValue<bool>() ? "open" : "CLOSED")}{(gate["factId"] is { } fact ? $" by {fact}" : "")}"))}");
        foreach (var attempt in item["attempts"]!.AsArray())
        {
            Console.Out.WriteLine($"  Attempt {attempt!["factId"]} on {attempt["on"]}{(attempt["reached"]!.GetValue<bool>() ? ", reached, not closed" : "")}");
        }

        foreach (var message in item["messages"]!.AsArray())
        {
            Console.Out.WriteLine($"  Message {message!["occurrence"]} by {message["channel"]} decided on {message["decidedOn"]}: {message["outcome"]?.ToString() ?? "on its way"} {message["reason"]}".TrimEnd());
        }
    }

    private static Command Send()
    {
        var asOf = new Option<string?>("--as-of") { Description = "Send as if it were this instant. Only in a clinic with synthetic men." };
        var command = new Command("send", "Send the reminders that are due now, as the scheduler would. Each is sent once. Needs the running server.") { asOf, Options.Clinic };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(
                Roles.Nurse, parsed.GetValue(Options.Clinic), token, serverFor: "Reminders are sent through the server's queue: start it with ops/run first.");
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

    // With an offset or in UTC, as everywhere. The server refuses anything else and says what to write.
    private static string? InUtc(string? text) =>
        text is not null && OffsetDateTimePattern.Rfc3339.Parse(text) is { Success: true } read ? InstantPattern.ExtendedIso.Format(read.Value.ToInstant()) : text;
}
