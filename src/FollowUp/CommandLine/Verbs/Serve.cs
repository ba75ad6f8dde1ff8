using System.CommandLine;
using FollowUp.Platform;

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
        command.SetAction(async (parsed, _) =>
        {
            await using var app = Hosting.Build([], parsed.GetValue(several) ? NodeRole.Balanced : NodeRole.Solo);
            await app.RunAsync();
            return 0;
        });
        return command;
    }
}
