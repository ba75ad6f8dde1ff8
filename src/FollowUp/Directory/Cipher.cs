using System.Security.Cryptography;

namespace FollowUp.Directory;

/// <summary>AES-256-GCM as it is stored here: the nonce, the cipher text and the tag, one after another.</summary>
internal static class Cipher
{
    public const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> boundTo)
    {
        var stored = new byte[NonceBytes + plain.Length + TagBytes];
        nonce.CopyTo(stored);
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, stored.AsSpan(NonceBytes, plain.Length), stored.AsSpan(NonceBytes + plain.Length), boundTo);
        return stored;
    }

    /// <exception cref="CryptographicException">Another key or another owner, or it was changed.</exception>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> boundTo)
    {
        if (stored.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("The cipher text is too short.");
        }

        var plain = new byte[stored.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(stored[..NonceBytes], stored[NonceBytes..^TagBytes], stored[^TagBytes..], plain, boundTo);
        return plain;
    }
}
