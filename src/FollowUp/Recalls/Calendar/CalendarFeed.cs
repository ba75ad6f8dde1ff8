using System.Buffers.Text;
using System.Security.Cryptography;
using FollowUp.Platform;
using NodaTime;

namespace FollowUp.Recalls.Calendar;

/// <summary>An address at which one person's calendar program reads the worklist. Calendar programs cannot sign in, so a secret in the address is enough.</summary>
public sealed record CalendarFeed
{
    /// <summary>A hash of the secret in the address. The secret itself is not stored.</summary>
    public Guid Id { get; init; }

    /// <summary>The member of staff.</summary>
    public required string UserId { get; init; }

    /// <summary>When it was created.</summary>
    public required Instant MadeAt { get; init; }

    /// <summary>How long it can be read, in days, unless <c>FollowUp:Calendar:FeedDays</c> is set.</summary>
    public const int UsualDays = 180;

    /// <summary>When it expires.</summary>
    public Instant Ends(IConfiguration configuration) => MadeAt + Duration.FromDays(configuration.GetValue("FollowUp:Calendar:FeedDays", UsualDays));

    /// <summary>A new secret, 256 bits.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The id of the feed that a secret opens.</summary>
    public static Guid IdOf(string secret) => Ids.Of($"calendar/{secret}");
}
