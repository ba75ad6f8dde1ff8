namespace FollowUp.CommandLine;

/// <summary>The settings of a command: the same as the server's, read the same way.</summary>
public static class Settings
{
    /// <summary>The configuration of appsettings.json and the environment.</summary>
    public static IConfiguration Read() =>
        WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }).Configuration;

    /// <summary>Where the server answers.</summary>
    public static Uri Url(this IConfiguration settings)
    {
        var url = settings["FOLLOWUP_URL"] ?? settings["FollowUp:Url"] ?? "http://127.0.0.1:5080";
        return Uri.TryCreate(url, UriKind.Absolute, out var read)
            ? read
            : throw new CommandFailedException($"FOLLOWUP_URL: {url} is not an address. Write it as http://127.0.0.1:5080.");
    }

    /// <summary>The clinic named, otherwise the first one that this installation serves.</summary>
    public static string Clinic(this IConfiguration settings, string? named) => named ?? settings["FollowUp:Clinics:0:Id"]
        ?? throw new CommandFailedException("No clinic is configured. Name one in FollowUp:Clinics (Id, Name, Zone), or with --clinic.");
}
