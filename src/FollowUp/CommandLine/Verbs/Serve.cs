using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using FollowUp.Directory;
using FollowUp.Platform;
using FollowUp.Platform.Store;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>serve</c>: the server.</summary>
public sealed class Serve : IVerb
{
    /// <inheritdoc/>
    public bool EndsItself => true;

    /// <inheritdoc/>
    public Command Build()
    {
        var several = new Option<bool>("--several") { Description = "This is one of several servers of one database." };
        var command = new Command("serve", "Start the server at FollowUp:Url, by default http://127.0.0.1:5080. Ctrl-C stops it.") { several };
        command.SetAction(async (parsed, token) =>
        {
            await using var app = Hosting.Build([], parsed.GetValue(several) ? NodeRole.Balanced : NodeRole.Solo);
            RequireFreePort(app.Configuration["FollowUp:Url"]);
            await app.WaitForDatabaseAsync(token);
            await app.RequireSchemaAsync(token);
            await app.Services.GetRequiredService<MasterKeyCheck>().RequireAsync(token);
            await app.RunAsync();
            return 0;
        });
        return command;
    }

    // The host would print a stack trace before this program could say what to do.
    private static void RequireFreePort(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            return;
        }

        try
        {
            using var probe = new TcpListener(IPAddress.TryParse(url.Host.Trim('[', ']'), out var own) ? own : IPAddress.Loopback, url.Port);
            probe.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new CommandFailedException($"Another program listens at {url}. Stop it, or set FOLLOWUP_URL to another port.");
        }
    }
}
