namespace FollowUp.RulesTests.Golden;

/// <summary>Where the files of the tests are in the working copy, so that accepted changes are written where they are committed.</summary>
public static class Repository
{
    /// <summary>Whether the golden files are to be rewritten instead of compared.</summary>
    public static readonly bool UpdateGolden = string.Equals(Environment.GetEnvironmentVariable("UPDATE_GOLDEN"), "1", StringComparison.Ordinal);

    /// <summary>A path below this test project.</summary>
    public static string TestPath(params string[] parts) => Path.Combine([Root, "tests", "FollowUp.RulesTests", .. parts]);

    /// <summary>Where the working copy is.</summary>
    public static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "FollowUp.sln")))
            {
                folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the working copy: no FollowUp.sln above them.");
            }

            return folder;
        }
    }
}
