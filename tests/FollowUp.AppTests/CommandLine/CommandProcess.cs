using System.Diagnostics;

namespace FollowUp.AppTests.CommandLine;

/// <summary>What a command printed, and how it ended.</summary>
public sealed record Said(int ExitCode, string Out, string Error);

/// <summary>Runs the program with arguments, as a person does.</summary>
public static class CommandProcess
{
    /// <summary>The program.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "FollowUp.dll");

    /// <summary>Beside the running server of these tests.</summary>
    public static Task<Said> BesideServerAsync(this AppFixture app, string clinic, params string[] args) =>
        RunAsync(app.Settings, [("FOLLOWUP_URL", app.Url.ToString())], [.. args, .. Clinic(clinic)]);

    /// <summary>With the database of these tests and no server that answers.</summary>
    public static Task<Said> AloneAsync(this AppFixture app, params string[] args) =>
        RunAsync(app.Settings, [("FOLLOWUP_URL", "http://127.0.0.1:1")], args);

    /// <summary>With another database, and no server that answers.</summary>
    public static Task<Said> OnDatabaseAsync(this AppFixture app, string connection, params string[] args) =>
        RunAsync(app.Settings, [("FOLLOWUP_URL", "http://127.0.0.1:1"), ("ConnectionStrings:FollowUp", connection)], args);

    /// <summary>With the database of these tests, no server that answers, and another setting.</summary>
    public static Task<Said> SetOtherwiseAsync(this AppFixture app, string setting, string value, params string[] args) =>
        RunAsync(app.Settings, [("FOLLOWUP_URL", "http://127.0.0.1:1"), (setting, value)], args);

    private static string[] Clinic(string clinic) => clinic.Length == 0 ? [] : ["--clinic", clinic];

    /// <summary>Runs any program with settings as environment variables.</summary>
    public static async Task<Said> RunAsync(IReadOnlyDictionary<string, string?> settings, string program, params string[] args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var process = Process.Start(start)!;
        var token = TestContext.Current.CancellationToken;
        var (said, error) = (process.StandardOutput.ReadToEndAsync(token), process.StandardError.ReadToEndAsync(token));
        await process.WaitForExitAsync(token);
        return new(process.ExitCode, await said, await error);
    }

    private static Task<Said> RunAsync(IReadOnlyDictionary<string, string?> settings, (string Key, string Value)[] more, string[] args)
    {
        var all = new Dictionary<string, string?>(settings);
        foreach (var (key, value) in more)
        {
            all[key] = value;
        }

        return RunAsync(all, "dotnet", [Program, .. args]);
    }
}
