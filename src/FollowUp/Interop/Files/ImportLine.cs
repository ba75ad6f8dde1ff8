using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Course.Facts;
using FollowUp.Course.Json;
using FollowUp.Platform.Http;
using FollowUp.Recording;
using FollowUp.Recording.Commands;
using NodaTime;

namespace FollowUp.Interop.Files;

/// <summary>
/// A line of an import as the command that it contains: <c>patient</c>, <c>command</c> and <c>id</c>, and the body that the API takes for the same
/// command.
/// </summary>
/// <param name="Id">The entry's id, chosen by the sender: a later line can correct it, and sending it again does not store it twice.</param>
/// <param name="Command">A <see cref="RecordFact"/> or an <see cref="EnrolPatient"/>.</param>
public sealed record ImportLine(Guid Id, object Command)
{
    private static readonly string[] Names =
    [
        CommandJson.Enrol, CommandJson.Correct, CommandJson.Retract,
        .. FactJson.Kinds.Keys.Where(name => FactJson.Describe(FactJson.Kinds[name]).By != Recorder.Command).Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a line.</summary>
    /// <exception cref="UnreadableException">It is not a command.</exception>
    public static ImportLine Read(JsonObject json, Sender sender)
    {
        CodeWords.FitLine(json);
        var patient = Required<Guid>(json, "patient", "Send the man's id: one of your own, or the one that FollowUp gave him.");
        var name = Required<string>(json, "command", $"Send one of {string.Join(", ", Names)}.");
        var recordedAt = Microseconds(JsonBody.Take<Instant?>(json, "recordedAt"));
        var sourceRecordedAt = JsonBody.Take<Instant?>(json, "sourceRecordedAt");
        if (json["id"] is null)
        {
            throw Unreadable("Missing", "id", null, "Send an id of your own, so that the line is not stored twice and can be corrected.");
        }

        Envelope Unattended(Envelope envelope) => envelope with { Unattended = true, RecordedAt = recordedAt, SourceRecordedAt = sourceRecordedAt };

        if (name == CommandJson.Enrol)
        {
            json["factId"] = json["id"]!.DeepClone();
            json["id"] = patient;
            var enrolment = CommandJson.ReadEnrolment(json, sender);
            return new(enrolment.FactId, enrolment with { Envelope = Unattended(enrolment.Envelope) });
        }

        var command = CommandJson.Read(patient, Kind(name), json, sender);
        return new(command.FactId, command with { Envelope = Unattended(command.Envelope) });
    }

    private static Type Kind(string name) => name switch
    {
        CommandJson.Correct => typeof(EntryCorrected),
        CommandJson.Retract => typeof(EntryRetracted),
        _ when Names.Contains(name) => FactJson.Kinds[name],
        _ => throw Unreadable("UnknownCommand", "command", name, $"Send one of {string.Join(", ", Names)}."),
    };

    // With the precision of the store, so that a document made now equals one made from the stored entry later.
    private static Instant? Microseconds(Instant? instant) =>
        instant is { } given ? Instant.FromUnixTimeTicks(given.ToUnixTimeTicks() / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond) : null;

    private static T Required<T>(JsonObject json, string field, string remedy) =>
        json[field] is not null ? JsonBody.Take<T>(json, field)! : throw Unreadable("Missing", field, null, remedy);

    private static UnreadableException Unreadable(string code, string field, string? value, string message) => new(Finding.Refusal(code, field, value, message));
}
