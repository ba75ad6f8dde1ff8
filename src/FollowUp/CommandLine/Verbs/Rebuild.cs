using System.CommandLine;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>rebuild</c>: rebuilds everything derived from the streams.</summary>
public sealed class Rebuild : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var command = new Command(
            "rebuild", "Rebuild everything derived from the streams, for instance after an upgrade or a restored backup. It resumes if interrupted, and the server may be running.");
        command.SetAction((_, token) => ReplayRun.RunAsync(
            HttpMethod.Post, "/documents/rebuild", "Rebuilding", "differed from their streams and were rebuilt", fails: false, token));
        return command;
    }
}
