using System.Reflection;
using FollowUp.Directory;
using FollowUp.Platform.Store;
using FollowUp.Recording.ReadModels;
using Npgsql;

namespace FollowUp.AppTests.Platform;

/// <summary>The statements of our own on Marten's tables fit the tables that the present version of Marten makes.</summary>
public sealed class StoreSqlTests(AppFixture app)
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Platform", "store-tables.txt");

    private static readonly Dictionary<string, string> Built = new()
    {
        ["HoldsTokensOfOneOf"] = $"select 1 from {DirectorySql.Table} d where {DirectorySql.HoldsTokensOfOneOf(1).Replace("?", "$1", StringComparison.Ordinal)}",
        ["ToSee"] = DueDatesSql.ToSee(withAlert: true, after: false, among: false, 50),
        ["ToSee after a place"] = DueDatesSql.ToSee(withAlert: true, after: true, among: false, 50),
        ["ToSee among men"] = DueDatesSql.ToSee(withAlert: true, after: true, among: true, 50),
        ["ToSee without alert"] = DueDatesSql.ToSee(withAlert: false, after: false, among: true, 50),
        ["ToSee without alert after a place"] = DueDatesSql.ToSee(withAlert: false, after: true, among: true, 50),
        ["ToRemind"] = DueDatesSql.ToRemind(after: false, 50),
        ["ToRemind after a place"] = DueDatesSql.ToRemind(after: true, 50),
    };

    private static readonly Dictionary<string, string> All = typeof(StoreSql).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Sql", StringComparison.Ordinal))
        .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (Name: $"{type.Name}.{field.Name}", Text: field.GetValue(null) as string ?? "")))
        .Where(field => field.Text.Contains(' ', StringComparison.Ordinal))
        .Concat(Built.Select(built => (Name: built.Key, Text: built.Value)))
        .ToDictionary(statement => statement.Name, statement => statement.Text);

    public static TheoryData<string> Statements => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task The_database_takes_each_statement(string name)
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var preparing = new NpgsqlCommand($"prepare statement as {All[name]}", connection);

        await Should.NotThrowAsync(() => preparing.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>After an upgrade of Marten, read each difference beside the statements on that table; then <c>UPDATE_GOLDEN=1</c> accepts it.</summary>
    [Fact]
    public async Task The_tables_have_the_columns_that_the_statements_were_written_for()
    {
        var columns = await ColumnsAsync();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllLinesAsync(Golden, columns, TestContext.Current.CancellationToken);
        }

        columns.ShouldBe(await File.ReadAllLinesAsync(Golden, TestContext.Current.CancellationToken));
    }

    private async Task<IReadOnlyList<string>> ColumnsAsync()
    {
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var command = source.CreateCommand(
            """
            select table_name || '.' || column_name || ' ' || data_type || case when is_nullable = 'NO' then ' not null' else '' end
                || coalesce(' default ' || regexp_replace(column_default, '^''\d{4}-.*''', '''the instant of migrate'''), '')
            from information_schema.columns where table_schema = 'followup' and table_name = any($1)
            order by table_name, column_name collate "C"
            """);
        command.Parameters.AddWithValue(Tables());
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var columns = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    // Every table that a statement names.
    private static string[] Tables() => [.. All.Values
        .SelectMany(statement => System.Text.RegularExpressions.Regex.Matches(statement, @"mt_\w+(?=[\s')])", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value.ToLowerInvariant()))
        .Where(name => name is "mt_events" or "mt_streams" or "mt_event_progression" || name.StartsWith("mt_doc_", StringComparison.Ordinal))
        .Distinct()];
}
