using System.CommandLine;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>verify</c>: checks that everything derived agrees with the streams.</summary>
public sealed class Verify : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var command = new Command("verify", "Compare everything derived with a replay of the streams. Exit code 1 when something differs. The server may be running.");
        command.SetAction((_, token) => ReplayRun.RunAsync(HttpMethod.Get, "/documents/differences", "Verifying", "differ from a replay of their streams", fails: true, token));
        return command;
    }
}
