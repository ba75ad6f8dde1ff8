using System.CommandLine;

namespace FollowUp.CommandLine;

/// <summary>A verb of the command line. Found by scanning: a new verb is one file in the folder <c>Verbs</c>.</summary>
public interface IVerb
{
    /// <summary>Its name, arguments, options and what it does.</summary>
    Command Build();

    /// <summary>Whether it is a server, which handles signals itself; any other verb is cancelled by Ctrl-C.</summary>
    bool EndsItself => false;
}
