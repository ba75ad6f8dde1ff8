using System.Text.Json.Nodes;
using FollowUp.Course;
using FollowUp.Directory;
using FollowUp.Patients.Facts;
using FollowUp.Platform;
using FollowUp.Platform.Http;

namespace FollowUp.Recording.Commands;

/// <summary>Commands as JSON: the fields of the fact, and beside them <c>id</c>, <c>note</c> and <c>confirm</c>.</summary>
public static class CommandJson
{
    /// <summary>The name of the command that enrols a man; a command that records a fact has the fact's stored name.</summary>
    public const string Enrol = "enrol_patient";

    /// <summary>The name of the command that corrects an entry.</summary>
    public const string Correct = "correct_entry";

    /// <summary>The name of the command that retracts an entry.</summary>
    public const string Retract = "retract_entry";

    /// <summary>Reads a command that records, corrects or retracts.</summary>
    /// <exception cref="UnreadableException">A field is missing, unknown or does not fit.</exception>
    public static RecordFact Read(Guid patientId, Type kind, JsonObject json, Sender sender)
    {
        var id = JsonBody.Take<Guid?>(json, "id") ?? Ids.New();
        var envelope = ReadEnvelope(json);
        return new RecordFact(patientId, id, ReadFact(json, kind), sender) { Envelope = envelope };
    }

    /// <summary>Reads an enrolment: <c>identity</c>, <c>enrolment</c>, and beside them <c>id</c> (the man's) and <c>factId</c>.</summary>
    /// <exception cref="UnreadableException">A field is missing, unknown or does not fit.</exception>
    public static EnrolPatient ReadEnrolment(JsonObject json, Sender sender)
    {
        var patientId = JsonBody.Take<Guid?>(json, "id") ?? Ids.New();
        var factId = JsonBody.Take<Guid?>(json, "factId") ?? Ids.New();
        var envelope = ReadEnvelope(json);
        var identity = ReadPart<PatientIdentity>(json, "identity", part => (PatientIdentity)JsonBody.To(part, typeof(PatientIdentity)));
        var enrolment = ReadPart(json, "enrolment", part => (PatientEnrolled)ReadFact(part, typeof(PatientEnrolled)));
        return json.Count == 0
            ? new EnrolPatient(patientId, factId, identity, enrolment, sender) { Envelope = envelope }
            : throw new UnreadableException(Finding.Refusal("Unreadable", json.First().Key, null, "There is no such field. /docs lists the fields; free text goes into note."));
    }

    private static Envelope ReadEnvelope(JsonObject json)
    {
        var note = JsonBody.Take<string>(json, "note");
        return new Envelope
        {
            Note = string.IsNullOrWhiteSpace(note) ? null : note,
            Confirm = JsonBody.Take<Dictionary<string, string>>(json, "confirm") ?? [],
        };
    }

    private static Fact ReadFact(JsonObject json, Type kind)
    {
        var within = json["changes"] as JsonObject;
        foreach (var reserved in (string[])["warnings", "sourceRecordedAt", "copiedFrom"])
        {
            if (json.ContainsKey(reserved) || within?.ContainsKey(reserved) == true)
            {
                throw new UnreadableException(Finding.Refusal("Unreadable", reserved, null, "This field is set by the store. Leave it out."));
            }
        }

        return (Fact)JsonBody.To(json, kind);
    }

    private static T ReadPart<T>(JsonObject json, string field, Func<JsonObject, T> read)
    {
        if (!json.Remove(field, out var part) || part is not JsonObject fields)
        {
            throw new UnreadableException(Finding.Refusal("Missing", field, null, "This field is required, as an object."));
        }

        try
        {
            return read(fields);
        }
        catch (UnreadableException wrong)
        {
            throw new UnreadableException(wrong.Finding with { Field = $"{field}.{wrong.Finding.Field}" });
        }
    }
}
