using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Reports.Making;
using FollowUp.Reports.Tables;
using NodaTime.Text;

namespace FollowUp.Reports.Snapshots;

/// <summary>The key with which this installation signs snapshots, from the file <c>FollowUp:SigningKeyFile</c>. It is created when there is none.</summary>
/// <remarks>With the public key, anybody can check that a snapshot came from here. Keep a copy of the file: a new key does not match old snapshots.</remarks>
public sealed class SigningKey(IConfiguration configuration) : IDisposable
{
    private const string Setting = "FollowUp:SigningKeyFile";

    private readonly Lazy<ECDsa?> _key = new(() => Load(configuration[Setting]!));

    /// <summary>Why nothing can be signed, and what to do; null when signing works.</summary>
    public string? Missing => configuration[Setting] is not { Length: > 0 }
        ? $"Snapshots are signed, but no key is configured. Set {Setting} to a file that only the server can read."
        : _key.Value is null
            ? $"Snapshots are signed, but the file that {Setting} names cannot be read or created, or contains no P-256 private key in PEM. "
                + "Create one with \"openssl ecparam -name prime256v1 -genkey -noout\", or name a file that does not exist yet, and restart the server."
            : null;

    /// <summary>Signs what a document is based on. Only when nothing is <see cref="Missing"/>.</summary>
    public Snapshot Sign(Clinic clinic, ReportRequest request, byte[] document)
    {
        var basis = request.Basis;
        var statement = JsonSerializer.Serialize(
            new SnapshotStatement(
                request.Report.Name, request.Form.Format, clinic.Id, request.By.Count == 0 ? null : Stratum.Combined(request.By).Key,
                InstantPattern.ExtendedIso.Format(basis.AsOf), LocalDatePattern.Iso.Format(basis.On), basis.UpToEvent, basis.Provisional,
                basis.ForResearch ? "research" : "care", basis.RuleSet, basis.Protocol, ReportHeader.Program, Snapshot.Hash(document)),
            SnapshotStatement.Json);
        var key = _key.Value!;
        return new(
            statement,
            Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(statement), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            key.ExportSubjectPublicKeyInfoPem(),
            Convert.ToBase64String(document));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value?.Dispose();
        }
    }

    private static ECDsa? Load(string file)
    {
        var key = ECDsa.Create();
        try
        {
            if (!File.Exists(file))
            {
                Make(file);
            }

            key.ImportFromPem(File.ReadAllText(file));
            if (key.KeySize == 256 && key.SignData([], HashAlgorithmName.SHA256).Length > 0)
            {
                return key;
            }
        }
        catch (Exception unusable) when (unusable is ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Missing says what to do about it.
        }

        key.Dispose();
        return null;
    }

    // Written to a temporary file and renamed: of two processes that start together, both sign with the key that came first.
    private static void Make(string file)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var beside = $"{file}.{Environment.ProcessId}";
        using (var made = ECDsa.Create(ECCurve.NamedCurves.nistP256))
        using (var stream = new FileStream(beside, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        }

        try
        {
            File.Move(beside, file);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(beside);
        }
    }
}
