using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FollowUp.Access;
using FollowUp.Reports.Making;
using FollowUp.Reports.Tables;
using NodaTime.Text;

namespace FollowUp.Reports.Snapshots;

/// <summary>The key that this installation signs snapshots with, from the file <c>FollowUp:SigningKeyFile</c>; made there when there is none.</summary>
/// <remarks>Who has the public key can tell that a snapshot came from here. Keep a copy of the file: a new key signs what comes, not what was.</remarks>
public sealed class SigningKey(IConfiguration configuration) : IDisposable
{
    private const string Setting = "FollowUp:SigningKeyFile";

    private readonly Lazy<ECDsa?> _key = new(() => Load(configuration[Setting]!));

    /// <summary>Why nothing can be signed, and what to do; null when it can.</summary>
    public string? Missing => configuration[Setting] is not { Length: > 0 }
        ? $"Snapshots are signed, and no key is configured. Set {Setting} to a file that only the server reads."
        : _key.Value is null
            ? $"Snapshots are signed, and the file that {Setting} names holds no private key on P-256 in PEM, or cannot be read or made. "
                + "Make one with \"openssl ecparam -name prime256v1 -genkey -noout\", or name a file that is not there yet, and start again."
            : null;

    /// <summary>Signs what a document rests on; only when nothing is <see cref="Missing"/>.</summary>
    public Snapshot Sign(Clinic clinic, ReportOrder order, byte[] document)
    {
        var basis = order.Basis;
        var statement = JsonSerializer.Serialize(
            new SnapshotStatement(
                order.Report.Name, order.Form.Format, clinic.Id, order.By.Count == 0 ? null : Stratum.Combined(order.By).Key,
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
            // What to do about it is said where something is to be signed.
        }

        key.Dispose();
        return null;
    }

    // Written beside and moved, so that of two processes that begin at once both sign with the one that came first.
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
