using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using FollowUp.Access;
using NodaTime.Text;

namespace FollowUp.Reports.Snapshots;

/// <summary>The key that this installation signs snapshots with, from the file <c>FollowUp:SigningKeyFile</c>; made there when there is none.</summary>
/// <remarks>Who has the public key can tell that a snapshot came from here. Keep a copy of the file: a new key signs what comes, not what was.</remarks>
public sealed class SigningKey(IConfiguration configuration) : IDisposable
{
    private readonly Lazy<ECDsa> _key = new(() => Load(configuration["FollowUp:SigningKeyFile"]!));

    /// <summary>Whether there is a file for the key.</summary>
    public bool IsConfigured => configuration["FollowUp:SigningKeyFile"] is { Length: > 0 };

    /// <summary>Signs what a document rests on; only when there is a file for the key.</summary>
    public Snapshot Sign(Clinic clinic, ReportOrder order, byte[] document)
    {
        var basis = order.Basis;
        var statement = JsonSerializer.Serialize(
            new SnapshotStatement(
                order.Report.Name, order.Form.Format, clinic.Id, order.By.Count == 0 ? null : Stratum.Combined(order.By).Key,
                InstantPattern.ExtendedIso.Format(basis.AsOf), LocalDatePattern.Iso.Format(basis.On), basis.UpToEvent, basis.Provisional,
                basis.ForResearch ? "research" : "care", basis.RuleSet, basis.Protocol, ReportHeader.Program, Snapshot.Hash(document)),
            SnapshotStatement.Json);
        return new(
            statement,
            Convert.ToBase64String(_key.Value.SignData(Encoding.UTF8.GetBytes(statement), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            _key.Value.ExportSubjectPublicKeyInfoPem(),
            Convert.ToBase64String(document));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_key.IsValueCreated)
        {
            _key.Value.Dispose();
        }
    }

    private static ECDsa Load(string file)
    {
        if (!File.Exists(file))
        {
            Make(file);
        }

        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(file));
        return key;
    }

    // Written beside and moved, so that of two processes that begin at once both sign with the one that came first.
    private static void Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
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
