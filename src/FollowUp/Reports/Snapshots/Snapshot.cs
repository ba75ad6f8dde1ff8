using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FollowUp.Reports.Snapshots;

/// <summary>A report's document with a signed statement of what it is based on, so that anyone with the database can make it again.</summary>
/// <param name="Statement">The statement, a JSON object as text: exactly these characters, in UTF-8, are signed.</param>
/// <param name="Signature">The signature, ECDSA on P-256 with SHA-256, as r and s in DER, in base64.</param>
/// <param name="PublicKey">The public key that it is checked with, in PEM.</param>
/// <param name="Document">The document, in base64; left out where it is in a separate file.</param>
public sealed record Snapshot(
    string Statement, string Signature, string PublicKey,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Document = null)
{
    // For people to read, so without the escapes that only HTML needs.
    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How to check it without this program; FILE is the file that contains this line.</summary>
    public string Check =>
        "jq -j .statement FILE >statement; jq -r .signature FILE | base64 -d >signature; jq -r .publicKey FILE >key.pem; "
        + "openssl dgst -sha256 -verify key.pem -signature signature statement; jq -r .sha256 statement, which sha256sum of the document must print as well";

    /// <summary>The statement, parsed.</summary>
    /// <exception cref="JsonException">It is not a statement.</exception>
    [JsonIgnore]
    public SnapshotStatement Says => JsonSerializer.Deserialize<SnapshotStatement>(Statement, SnapshotStatement.Json)
        ?? throw new JsonException("The statement is empty.");

    /// <summary>Whether the statement is the one that was signed with the key.</summary>
    public bool IsSignedByItsKey()
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(PublicKey);
            return key.VerifyData(
                Encoding.UTF8.GetBytes(Statement), Convert.FromBase64String(Signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether bytes are the document that the statement is about.</summary>
    public bool IsAbout(ReadOnlySpan<byte> document) => Says.Sha256 == Hash(document);

    /// <summary>The SHA-256 of a document, in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> document) => Convert.ToHexStringLower(SHA256.HashData(document));

    /// <summary>Reads a snapshot.</summary>
    /// <exception cref="JsonException">It is not a snapshot.</exception>
    public static Snapshot Read(string json) => JsonSerializer.Deserialize<Snapshot>(json, Json) is { Statement: not null, Signature: not null, PublicKey: not null } read
        ? read
        : throw new JsonException("A snapshot has a statement, a signature and a publicKey.");

    /// <summary>The snapshot as it is written to the file beside its document.</summary>
    public string Written() => JsonSerializer.Serialize(this with { Document = null }, Json) + "\n";
}

/// <summary>What a report is based on, and the hash of the result.</summary>
/// <param name="Report">The report's name.</param>
/// <param name="Format">The format of its document.</param>
/// <param name="Clinic">The clinic's id.</param>
/// <param name="By">What it is divided by, separated by commas; null for its usual division.</param>
/// <param name="AsOf">As recorded at this instant.</param>
/// <param name="On">The date asked for.</param>
/// <param name="UpToEvent">The number of the last event in it.</param>
/// <param name="Provisional">Whether the instant was later than the store's high-water mark: then a later report may differ.</param>
/// <param name="Readers">care, or research: small cells withheld, men without agreement left out.</param>
/// <param name="RuleSet">The rule set, with its version.</param>
/// <param name="Protocol">The protocol, with its version.</param>
/// <param name="Software">The version of the software.</param>
/// <param name="Sha256">The document's SHA-256, in lower-case hexadecimal.</param>
public sealed record SnapshotStatement(
    string Report, string Format, string Clinic, string? By, string AsOf, string On, long UpToEvent, bool Provisional, string Readers, string RuleSet,
    string Protocol, string Software, string Sha256)
{
    /// <summary>How a statement is written.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>What differs between two statements, a line for each.</summary>
    public IReadOnlyList<string> Less(SnapshotStatement other)
    {
        var (mine, theirs) = (JsonSerializer.SerializeToNode(this, Json)!.AsObject(), JsonSerializer.SerializeToNode(other, Json)!.AsObject());
        return [.. mine.Where(field => $"{field.Value}" != $"{theirs[field.Key]}").Select(field => $"{field.Key}: {field.Value} and {theirs[field.Key]}")];
    }
}
