using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace FollowUp.Recalls.Channels.Sms;

/// <summary>How a body is signed between this server and a gateway, either way: HMAC-SHA-256 over time and body (docs/sms-gateway.md).</summary>
public static class Signature
{
    /// <summary>The header with the time of signing, in seconds since 1970.</summary>
    public const string TimeHeader = "FollowUp-Timestamp";

    /// <summary>The header with the signature, <c>v1=</c> and hexadecimal digits.</summary>
    public const string Header = "FollowUp-Signature";

    /// <summary>The largest difference between the two clocks. An older request may be a replay.</summary>
    public static readonly Duration Tolerance = Duration.FromMinutes(5);

    /// <summary>The two headers' values for a body.</summary>
    public static (string Time, string Signature) Of(byte[] secret, byte[] body, Instant at)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return (time, $"v1={Convert.ToHexStringLower(HMACSHA256.HashData(secret, (byte[])[.. Encoding.ASCII.GetBytes($"{time}."), .. body]))}");
    }

    /// <summary>Whether a body was signed with the secret within the tolerance.</summary>
    public static bool Holds(byte[] secret, byte[] body, string? time, string? signature, Instant now)
    {
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > now.ToUnixTimeSeconds() + (long)Tolerance.TotalSeconds
            || seconds < now.ToUnixTimeSeconds() - (long)Tolerance.TotalSeconds)
        {
            return false;
        }

        var right = Of(secret, body, Instant.FromUnixTimeSeconds(seconds)).Signature;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(signature ?? ""));
    }
}
