using System.CommandLine;
using FollowUp.Access;

namespace FollowUp.CommandLine.Verbs;

/// <summary><c>token</c>: a token for trying things out.</summary>
public sealed class Token : IVerb
{
    /// <inheritdoc/>
    public Command Build()
    {
        var role = new Argument<string>("role") { Description = "The role of the user." };
        role.AcceptOnlyFromAmong(Roles.Nurse, Roles.Clinician, Roles.Researcher, Roles.Administrator);
        var user = new Option<string?>("--user") { Description = "The user's id, which is stored with every entry; by default the role with -1." };
        var command = new Command("token", "Print a token of the development issuer, valid for twelve hours. Only with the embedded database.")
        {
            role, Options.Clinic, user,
        };
        command.SetAction(parsed =>
        {
            var given = parsed.GetValue(role)!;
            Console.Out.WriteLine(Api.Token(Settings.Read(), given, parsed.GetValue(Options.Clinic), parsed.GetValue(user) ?? $"{given}-1"));
            return 0;
        });
        return command;
    }
}
