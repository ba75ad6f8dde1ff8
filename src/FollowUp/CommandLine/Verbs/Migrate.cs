using System.CommandLine;
using FollowUp.Directory;
using FollowUp.Platform;
using FollowUp.Platform.Store;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>migrate</c>: brings the database to this version's schema.</summary>
public sealed class Migrate : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var command = new Command("migrate", "Create the tables, or bring them to this version. Stop every server of the database before an upgrade.");
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var app = Hosting.Build([], NodeRole.Command);

            // Checked before anything is changed: a database with another key belongs to another installation.
            await app.Services.GetRequiredService<MasterKeyCheck>().RefuseOtherAsync(cancellationToken);
            await app.MigrateAsync(cancellationToken);
            return 0;
        });
        return command;
    }
}
