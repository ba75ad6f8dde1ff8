using MailKit.Security;

namespace FollowUp.Recalls.Receipts;

/// <summary>The mailbox of replies, read by POP3, from the configuration section <c>FollowUp:Mailbox</c>.</summary>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its port; 995, or 110 with <c>Security</c> None, unless set.</param>
/// <param name="Security">How the connection is secured: by TLS, or not at all with <c>Security</c> None.</param>
/// <param name="User">The user to sign in as.</param>
/// <param name="Password">The password; from <c>Password</c> or the file <c>PasswordFile</c>.</param>
internal sealed record MailboxSettings(string Host, int Port, SecureSocketOptions Security, string User, string Password)
{
    /// <summary>Reads the section; null when no host is named.</summary>
    public static async Task<MailboxSettings?> ReadAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var section = configuration.GetSection("FollowUp:Mailbox");
        if (section["Host"] is not { Length: > 0 } host)
        {
            return null;
        }

        var security = section["Security"] == "None" ? SecureSocketOptions.None : SecureSocketOptions.SslOnConnect;
        var usualPort = security == SecureSocketOptions.None ? 110 : 995;
        var password = section["PasswordFile"] is { Length: > 0 } file
            ? (await File.ReadAllTextAsync(file, cancellationToken)).TrimEnd()
            : section["Password"] ?? "";
        return new(host, section.GetValue("Port", usualPort), security, section["User"] ?? "", password);
    }

    /// <summary>Shows no password.</summary>
    public override string ToString() => $"mailbox at {Host}";
}
