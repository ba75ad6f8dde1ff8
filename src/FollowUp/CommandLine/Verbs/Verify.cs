using System.CommandLine;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>verify</c>: whether the documents say what the streams say.</summary>
public sealed class Verify : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var command = new Command("verify", "Compare every man's document with a replay of his stream. Exit code 1 when one differs. The server may be running.");
        command.SetAction((_, token) => ReplayRun.RunAsync(HttpMethod.Get, "/documents/differences", "Verifying", "differ from a replay of their streams", fails: true, token));
        return command;
    }
}
