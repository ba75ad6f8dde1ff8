using System.Text;
using FollowUp.Recalls.Rules.Items;
using FollowUp.Recording.ReadModels;
using Microsoft.AspNetCore.WebUtilities;
using NodaTime;
using NodaTime.Text;

namespace FollowUp.Recalls.Worklist;

/// <summary>By whom the men are claimed.</summary>
public enum ClaimedBy
{
    /// <summary>The signed-in user.</summary>
    Me,

    /// <summary>Nobody.</summary>
    Nobody,
}

/// <summary>Which men and items of the worklist are asked for; null asks for all.</summary>
/// <param name="State">In this state.</param>
/// <param name="Recall">Of this step of the protocol.</param>
/// <param name="Claimed">Claimed by whom.</param>
/// <param name="UserId">Who asks.</param>
public sealed record WorklistFilter(WorkState? State = null, string? Recall = null, ClaimedBy? Claimed = null, string? UserId = null)
{
    /// <summary>Whether a man is asked for, by who has claimed him.</summary>
    public bool Admits(WorklistClaim? claim) => Claimed switch
    {
        ClaimedBy.Me => claim is not null && claim.UserId == UserId,
        ClaimedBy.Nobody => claim is null,
        _ => true,
    };

    /// <summary>What of a man is asked for.</summary>
    public WorkDue Only(WorkDue due) => due.Only(State, Recall);
}

/// <summary>A position in the worklist, and how a page of the answer names it.</summary>
public static class WorklistCursor
{
    /// <summary>The position of a man, by what is due for him.</summary>
    public static WorkPlace Of(WorkDue due) => new(
        due.Alerts.Min(alert => (LocalDate?)alert.RaisedOn),
        due.Alerts.Select(alert => alert.RaisedOn).Concat(due.Items.Select(item => item.Earliest)).Min(),
        due.PatientId);

    /// <summary>Reads a position; null when the text is not one.</summary>
    public static WorkPlace? Read(string text)
    {
        try
        {
            return Encoding.ASCII.GetString(WebEncoders.Base64UrlDecode(text)).Split('/') is [var alert, var work, var man]
                && LocalDatePattern.Iso.Parse(work) is { Success: true } from
                && (alert.Length == 0 || LocalDatePattern.Iso.Parse(alert).Success)
                && Guid.TryParse(man, out var id)
                ? new(alert.Length == 0 ? null : LocalDatePattern.Iso.Parse(alert).Value, from.Value, id)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes a position.</summary>
    public static string Write(WorkPlace place) => WebEncoders.Base64UrlEncode(Encoding.ASCII.GetBytes(
        $"{(place.AlertFrom is { } alert ? LocalDatePattern.Iso.Format(alert) : "")}/{LocalDatePattern.Iso.Format(place.WorkFrom)}/{place.PatientId}"));
}
