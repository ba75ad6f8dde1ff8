using System.Text.Json.Nodes;
using FollowUp.Patients.Rules;
using FollowUp.Platform;

namespace FollowUp.Patients.Recording;

/// <summary>Commands as JSON: the fields of the fact, and beside them <c>id</c>, <c>note</c> and <c>confirm</c>.</summary>
public static class Commands
{
    /// <summary>Reads a command.</summary>
    /// <exception cref="UnreadableException">A field is missing, unknown or does not fit.</exception>
    public static RecordFact Read(Guid patientId, Type kind, JsonObject json, Sender sender)
    {
        var id = JsonBody.Take<Guid?>(json, "id") ?? Ids.New();
        var note = JsonBody.Take<string>(json, "note");
        var confirm = JsonBody.Take<Dictionary<string, string>>(json, "confirm");
        foreach (var reserved in (string[])["warnings", "sourceRecordedAt"])
        {
            if (json.ContainsKey(reserved))
            {
                throw new UnreadableException(Finding.Refusal("Unreadable", reserved, null, "This field is set by the store. Leave it out."));
            }
        }

        return new RecordFact(patientId, id, (Fact)JsonBody.To(json, kind), sender)
        {
            Note = string.IsNullOrWhiteSpace(note) ? null : note,
            Confirm = confirm ?? [],
        };
    }
}
