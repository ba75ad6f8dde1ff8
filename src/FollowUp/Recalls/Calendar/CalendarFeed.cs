using System.Buffers.Text;
using System.Security.Cryptography;
using FollowUp.Platform;
using NodaTime;

namespace FollowUp.Recalls.Calendar;

/// <summary>A person's leave to read the worklist as a calendar by an address of its own, which calendar programs cannot sign in to.</summary>
public sealed record CalendarFeed
{
    /// <summary>Made from the secret in the address: it finds the row, and the row does not give it away.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public required string UserId { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>How long it may be read, unless <c>FollowUp:Calendar:FeedDays</c> says otherwise, in days.</summary>
    public const int UsualDays = 180;

    /// <summary>The instant from which it can no longer be read.</summary>
    public Instant Ends(IConfiguration configuration) => MadeAt + Duration.FromDays(configuration.GetValue("FollowUp:Calendar:FeedDays", UsualDays));

    /// <summary>A new secret, 256 bits.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The id of the feed that a secret opens.</summary>
    public static Guid IdOf(string secret) => Ids.Of($"calendar/{secret}");
}
