using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using MimeKit;

namespace FollowUp.Recalls.Channels.Email;

/// <summary>The mail server that reminders go through, from the configuration section <c>FollowUp:Smtp</c>.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its port; 465 with <c>Security</c> Tls, 587 otherwise, unless set.</param>
/// <param name="Security">How the connection is secured: <c>Tls</c>, <c>StartTls</c> (the default) or <c>None</c>.</param>
/// <param name="User">The user to sign in as; null for a server without sign-in.</param>
/// <param name="Password">The password; from <c>Password</c> or the file <c>PasswordFile</c>.</param>
/// <param name="From">The sender's address. It must not reveal the clinic's speciality.</param>
/// <param name="Timeout">How long sending one message may take, from <c>TimeoutSeconds</c>: 60 unless set, at most <see cref="MessageChannel.LongestTimeoutSeconds"/>.</param>
public sealed record SmtpSettings(
    string Host, int Port, SecureSocketOptions Security, string? User, string Password, MailboxAddress From, TimeSpan Timeout)
{
    /// <summary>A certificate of the server to trust although no known authority signed it, from the PEM file <c>CertificateFile</c>; null for none.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Reads the section; null when no host is named.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing or wrong.</exception>
    public static SmtpSettings? Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("FollowUp:Smtp");
        if (section["Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        var security = section["Security"] switch
        {
            null or "StartTls" => SecureSocketOptions.StartTls,
            "Tls" => SecureSocketOptions.SslOnConnect,
            "None" => SecureSocketOptions.None,
            var other => throw new InvalidOperationException($"FollowUp:Smtp:Security is {other}: set Tls, StartTls or None."),
        };
        var password = section["PasswordFile"] is { Length: > 0 } file ? File.ReadAllText(file).TrimEnd() : section["Password"];
        if (section["User"] is not null && password is null)
        {
            throw new InvalidOperationException("FollowUp:Smtp:User is set without a password: set FollowUp:Smtp:PasswordFile.");
        }

        var seconds = section.GetValue("TimeoutSeconds", 60);
        if (seconds is < 1 or > MessageChannel.LongestTimeoutSeconds)
        {
            throw new InvalidOperationException($"FollowUp:Smtp:TimeoutSeconds is {seconds}: set 1 to {MessageChannel.LongestTimeoutSeconds}.");
        }

        return new(
            host,
            section.GetValue("Port", security == SecureSocketOptions.SslOnConnect ? 465 : 587),
            security,
            section["User"],
            password ?? "",
            SenderOf(configuration),
            TimeSpan.FromSeconds(seconds))
        {
            Certificate = section["CertificateFile"] is { Length: > 0 } pem ? CertificateIn(pem) : null,
        };
    }

    private static X509Certificate2 CertificateIn(string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException("FollowUp:Smtp:CertificateFile cannot be read: name a file with the server's certificate in PEM.", unreadable);
        }
    }

    /// <summary>The sender's address, <c>FollowUp:Smtp:From</c>.</summary>
    /// <exception cref="InvalidOperationException">It is not an e-mail address, or is missing although a mail server is configured.</exception>
    public static MailboxAddress SenderOf(IConfiguration configuration)
    {
        var from = configuration["FollowUp:Smtp:From"]
            ?? (configuration["FollowUp:Smtp:Host"] is { Length: > 0 } ? "" : "reminders@localhost");
        return MailboxAddress.TryParse(from, out var address)
            ? address
            : throw new InvalidOperationException($"FollowUp:Smtp:From is '{from}': set the address that reminders come from.");
    }
}
