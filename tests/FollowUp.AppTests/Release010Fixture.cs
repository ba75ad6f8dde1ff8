using NodaTime;
using Npgsql;

namespace FollowUp.AppTests;

/// <summary>The present server on a database that release 0.1.0 left, migrated as an upgrade does it.</summary>
public sealed class Release010Fixture : AppFixture
{
    // The day after the release recorded its last fact.
    public static readonly Instant Upgraded = Instant.FromUtc(2026, 12, 1, 9, 0);

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Fixtures", "0.1.0", file);

    protected override async Task FillAsync()
    {
        Time.SetUtcNow(Upgraded.ToDateTimeOffset());
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(await File.ReadAllTextAsync(PathOf("database.sql")));
        await command.ExecuteNonQueryAsync();
    }
}
