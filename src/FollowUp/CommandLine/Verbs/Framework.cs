using System.CommandLine;
using FollowUp.Platform;
using JasperFx;

namespace FollowUp.CommandLine.Verbs;

/// <summary>A command that comes with Marten and Wolverine, with their arguments.</summary>
/// <param name="name">Its name there.</param>
/// <param name="description">What it does.</param>
public abstract class Framework(string name, string description) : IVerb
{
    /// <inheritdoc/>
    public bool EndsItself => true;

    /// <inheritdoc/>
    public Command Build()
    {
        var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parsed, _) =>
        {
            await using var app = Hosting.Build([], NodeRole.Solo);
            return await app.RunJasperFxCommands([name, .. parsed.UnmatchedTokens]);
        });
        return command;
    }
}

/// <summary><c>codegen</c>: writes the generated code that a release is compiled with.</summary>
public sealed class Codegen() : Framework("codegen", "Write the generated code of the message handlers, with which a release is compiled: codegen write.");

/// <summary><c>db-assert</c>: compares the database with this version's schema.</summary>
public sealed class DbAssert() : Framework("db-assert", "Check whether the database has the schema of this version.");

/// <summary><c>db-patch</c>: writes what <c>migrate</c> would do as SQL.</summary>
public sealed class DbPatch() : Framework("db-patch", "Write the SQL that migrate would run: db-patch FILE.sql.");

/// <summary><c>describe</c>: shows how the application is configured.</summary>
public sealed class Describe() : Framework("describe", "Show how the application is configured.");

/// <summary><c>resources</c>: checks the database and the queues.</summary>
public sealed class Resources() : Framework("resources", "Check, clear or list the tables of the store and the queues.");
