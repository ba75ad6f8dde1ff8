using System.CommandLine;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>rebuild</c>: makes the documents anew from the streams.</summary>
public sealed class Rebuild : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var command = new Command(
            "rebuild", "Make every man's document anew from his stream, for instance after an upgrade or a restored backup. The server may be running.");
        command.SetAction((_, token) => ReplayRun.RunAsync(
            HttpMethod.Post, "/documents/rebuild", "Rebuilding", "differed from their streams and were put right", fails: false, token));
        return command;
    }
}
