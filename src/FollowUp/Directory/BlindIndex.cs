using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FollowUp.Directory;

/// <summary>Makes the tokens of a clinic's index: keyed hashes that say nothing without the key.</summary>
/// <remarks>They differ between clinics and fields. What they still reveal is in docs/adr/0005-blind-indexes.md.</remarks>
internal sealed class BlindIndex(MasterKey master, string clinic)
{
    private readonly Dictionary<IdentityField, byte[]> _keys = [];

    /// <summary>The tokens of these terms, in numerical order, so that their order tells nothing about a name.</summary>
    public long[] Tokens(IEnumerable<Term> terms) => [.. terms.Select(Token).Distinct().Order()];

    private long Token(Term term)
    {
        if (!_keys.TryGetValue(term.Field, out var key))
        {
            _keys[term.Field] = key = master.IndexKey(clinic, term.Field);
        }

        return BinaryPrimitives.ReadInt64BigEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(term.Text)));
    }
}
