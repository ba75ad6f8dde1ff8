using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Platform;

/// <summary>The one place ids are made, at the edge, when the sender gave none.</summary>
public static class Ids
{
    /// <summary>A new id, ordered by time so that indexes stay compact.</summary>
#pragma warning disable RS0030 // This is the one place.
    public static Guid New() => Guid.CreateVersion7();
#pragma warning restore RS0030

    /// <summary>The id of something made from its description, the same each time (RFC 9562, version 8).</summary>
    public static Guid Of(string what)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
