using FollowUp.Directory;
using FollowUp.Patients.Facts;

namespace FollowUp.Recalls.Sending;

/// <summary>Where a message reaches a man.</summary>
internal static class ReminderAddress
{
    /// <summary>His address for a channel; null when he has none, or his identity is erased.</summary>
    public static string? Of(PatientIdentity? man, Channel channel) => channel switch
    {
        Channel.Email => man?.Email,
        Channel.Sms => man is { Telephones: [var first, ..] } ? first : null,
        Channel.Post => man?.Address is { } address
            ? string.Join('\n', (string?[])[$"{man.GivenName} {man.FamilyName}", address.Lines, $"{address.PostalCode} {address.City}".Trim(), address.Country])
            : null,
        _ => null,
    };
}
