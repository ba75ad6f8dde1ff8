using System.CommandLine;
using FollowUp.Course;
using FollowUp.Platform.Http;
using Microsoft.AspNetCore.Connections;
using Npgsql;

namespace FollowUp.CommandLine;

/// <summary>The program: one executable for the server and for every command.</summary>
public static class FollowUpCommand
{
    /// <summary>Runs what the arguments ask for.</summary>
    /// <returns>The exit code: 0 for success, 1 for failure, 2 for arguments that cannot be read.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("FollowUp: follow-up and complications after (repeat) micro-TESE.");
        var servers = new HashSet<Command>();
        foreach (var verb in Scan.For<IVerb>())
        {
            var command = verb.Build();
            root.Add(command);
            if (verb.EndsItself)
            {
                servers.Add(command);
            }
        }

        root.SetAction(_ => root.Parse("--help").Invoke());
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("See --help.");
            return 2;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = servers.Contains(parsed.CommandResult.Command) ? null : TimeSpan.FromSeconds(5),
            });
        }
        catch (Exception failed) when (InWords(failed) is { } words)
        {
            await Console.Error.WriteLineAsync(words);
            return 1;
        }
    }

    /// <summary>A message for a failure that the user can remedy; null for a defect of the program.</summary>
    private static string? InWords(Exception failed) => failed switch
    {
        CommandFailedException or OperationCanceledException => failed is CommandFailedException ? failed.Message : "Stopped.",
        IOException { InnerException: AddressInUseException } => $"{failed.Message} Stop the program that listens there, or set FOLLOWUP_URL to another port.",
        HttpIOException or HttpRequestException => $"The connection to the server was lost: {failed.Message} Run the command again when the server is back.",
        IOException or UnauthorizedAccessException => failed.Message,
        InvalidOperationException { TargetSite.DeclaringType.Namespace: { } from } when from.StartsWith(nameof(FollowUp), StringComparison.Ordinal) => failed.Message,
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
            $"The database refused the connection: {refused.MessageText}. Check ConnectionStrings__FollowUp.",
        _ when Problems.IsDatabaseAway(failed) => "The database cannot be reached. Start it with ops/postgres start, or check ConnectionStrings__FollowUp.",
        _ => null,
    };
}

/// <summary>A command failed, for a reason that its user can understand and remedy.</summary>
/// <param name="message">What is wrong and what to do about it.</param>
public sealed class CommandFailedException(string message) : Exception(message);
