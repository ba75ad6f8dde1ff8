using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FollowUp.Course;

namespace FollowUp.Directory;

/// <summary>A man's own key: it seals and opens the free text of his facts, and his identity. Destroying it erases him.</summary>
/// <remarks>
/// The nonce is a keyed hash of the plain text and its context (as in RFC 5297), so that the same command sent twice gives the same
/// cipher text, and different texts never share a nonce. What is sealed opens only for this man.
/// </remarks>
public sealed class PatientKey
{
    private const string Text = "text";
    private const string Identity = "identity";

    private readonly byte[] _encryption;
    private readonly byte[] _nonces;

    internal PatientKey(Guid patientId, byte[] dataKey)
    {
        PatientId = patientId;
        _encryption = HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, 32, info: "followup/1/encrypt"u8.ToArray());
        _nonces = HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, 32, info: "followup/1/nonce"u8.ToArray());
    }

    /// <summary>The man.</summary>
    public Guid PatientId { get; }

    /// <summary>Encrypts free text for a fact.</summary>
    /// <param name="plainText">What was written.</param>
    /// <param name="context">
    /// Where it stands, for instance the fact's id and the field. The same text sealed in two contexts does not look the same.
    /// </param>
    public SealedText Seal(string plainText, string context) =>
        new(SealedText.Prefix + Base64Url.EncodeToString(Encrypt(Text, Encoding.UTF8.GetBytes(plainText), context)));

    /// <summary>The plain text.</summary>
    /// <exception cref="CryptographicException">It was sealed for another man, or was changed.</exception>
    public string Open(SealedText sealedText) => Encoding.UTF8.GetString(
        TryOpen(Encoding.UTF8.GetBytes(sealedText.CipherText))
        ?? throw new CryptographicException("The text was sealed for another man, or was changed."));

    /// <summary>The plain text, in UTF-8, of a cipher text with its prefix; null when it does not open with this key.</summary>
    internal byte[]? TryOpen(ReadOnlySpan<byte> cipherText)
    {
        var encoded = cipherText[SealedText.Prefix.Length..];
        if (!Base64Url.IsValid(encoded))
        {
            return null;
        }

        try
        {
            return Decrypt(Text, Base64Url.DecodeFromUtf8(encoded));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The identity's JSON as it is stored.</summary>
    internal byte[] SealIdentity(ReadOnlySpan<byte> json) => Encrypt(Identity, json, context: "");

    /// <summary>The identity's JSON.</summary>
    /// <exception cref="CryptographicException">It is another man's, or was changed.</exception>
    internal byte[] OpenIdentity(ReadOnlySpan<byte> stored) => Decrypt(Identity, stored);

    private byte[] Encrypt(string purpose, ReadOnlySpan<byte> plain, string context)
    {
        // The context's length stands before it, so that no two pairs of context and text are hashed as the same bytes.
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _nonces);
        var place = Encoding.UTF8.GetBytes($"{purpose}/{context}");
        hash.AppendData(BitConverter.GetBytes((long)place.Length));
        hash.AppendData(place);
        hash.AppendData(plain);
        var nonce = hash.GetHashAndReset().AsSpan(0, Cipher.NonceBytes);
        return Cipher.Encrypt(_encryption, nonce, plain, Owner(purpose));
    }

    private byte[] Decrypt(string purpose, ReadOnlySpan<byte> stored) => Cipher.Decrypt(_encryption, stored, Owner(purpose));

    private byte[] Owner(string purpose) => Encoding.UTF8.GetBytes($"{PatientId:N}/{purpose}");
}
