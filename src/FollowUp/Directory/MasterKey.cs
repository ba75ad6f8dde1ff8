using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Directory;

/// <summary>One master key. It is never used itself: one key derived from it wraps, one for each clinic and field indexes.</summary>
internal sealed class MasterKey
{
    private readonly byte[] _master;
    private readonly byte[] _wrapping;

    public MasterKey(byte[] master)
    {
        _master = master;
        _wrapping = Derive("wrap", 32);
        Id = Convert.ToHexStringLower(Derive("id", 4));
    }

    /// <summary>Its name, which tells nothing about it.</summary>
    public string Id { get; }

    /// <summary>A man's data key as it is stored; it opens only under this master key and for this man of this clinic.</summary>
    public byte[] Wrap(byte[] dataKey, string clinic, Guid patientId) =>
        Cipher.Encrypt(_wrapping, RandomNumberGenerator.GetBytes(Cipher.NonceBytes), dataKey, Owner(clinic, patientId));

    /// <summary>The data key from what is stored.</summary>
    /// <exception cref="CryptographicException">It is another man's, another clinic's, or was changed.</exception>
    public byte[] Unwrap(byte[] wrapped, string clinic, Guid patientId) => Cipher.Decrypt(_wrapping, wrapped, Owner(clinic, patientId));

    /// <summary>The key of a clinic's index over one field.</summary>
    public byte[] IndexKey(string clinic, IdentityField field) => Derive($"index/{field}/{clinic}", 32);

    /// <summary>The key of a clinic's pseudonyms.</summary>
    public byte[] PseudonymKey(string clinic) => Derive($"pseudonym/{clinic}", 32);

    /// <summary>A value that only this key opens, to tell it from another.</summary>
    public byte[] Seal() => Wrap(Encoding.UTF8.GetBytes(Id), "seal", Guid.Empty);

    /// <summary>Whether this key made a seal.</summary>
    public bool Opens(byte[] seal)
    {
        try
        {
            return Encoding.UTF8.GetString(Unwrap(seal, "seal", Guid.Empty)) == Id;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[] Owner(string clinic, Guid patientId) => Encoding.UTF8.GetBytes($"{patientId:N}/{clinic}");

    private byte[] Derive(string purpose, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, length, info: Encoding.UTF8.GetBytes($"followup/1/{purpose}"));
}
