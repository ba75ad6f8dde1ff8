using System.CommandLine;
using System.Text.Json.Nodes;
using FollowUp.Access;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>identity-reads</c>: who was shown which man's identity.</summary>
public sealed class IdentityReadsVerb : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var patient = new Option<Guid?>("--patient") { Description = "Only for this man, by his id." };
        var by = new Option<string?>("--by") { Description = "Only by this user, by the subject of their sign-in." };
        var before = new Option<string?>("--before") { Description = "Only before this instant, for instance 2026-03-05T08:35:00Z." };
        var command = new Command("identity-reads", "List who was shown which man's identity, when and by which request, the latest first. For administrators.")
        {
            patient, by, before, Options.Clinic,
        };
        command.SetAction(async (parsed, token) =>
        {
            await using var api = await Api.OpenAsync(Roles.Administrator, parsed.GetValue(Options.Clinic), token);
            using var response = await api.GetAsync(
                "/identity-reads" + Api.Query(("patientId", parsed.GetValue(patient)?.ToString()), ("by", parsed.GetValue(by)), ("before", parsed.GetValue(before))), token);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(token))!;
            TextTable.Write(
                Console.Out, ["At", "By", "Patient", "Request"],
                from read in answer["reads"]!.AsArray()
                select (string?[])[read!["at"]!.ToString(), read["by"]!.ToString(), read["patientId"]!.ToString(), read["address"]!.ToString()]);
            return 0;
        });
        return command;
    }
}
