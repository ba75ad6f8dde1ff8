using FollowUp.Access;
using FollowUp.AppTests.CommandLine;
using Npgsql;

namespace FollowUp.AppTests.Platform;

/// <summary>A database and the master keys it was written with.</summary>
public sealed class MasterKeyTests(AppFixture app)
{
    private static readonly string Other = Convert.ToBase64String([.. Enumerable.Repeat((byte)7, 32)]);

    [Fact]
    public async Task A_wrong_master_key_stops_the_start_with_a_sentence()
    {
        var refused = await Should.ThrowAsync<InvalidOperationException>(() => OtherNode.StartAsync(app, settings: ("FollowUp:MasterKey", Other)));

        refused.Message.ShouldContain("was written with the master key");
        refused.Message.ShouldNotContain(Other);
    }

    [Fact]
    public async Task A_wrong_master_key_ends_the_command_line_with_1_and_the_sentence()
    {
        foreach (var args in (string[][])[["serve"], ["guidelines", "list", "--clinic", "made-up"]])
        {
            var said = await app.SetOtherwiseAsync("FollowUp:MasterKey", Other, args);

            said.ExitCode.ShouldBe(1, said.Out);
            said.Error.ShouldContain("was written with the master key");
            said.Error.ShouldNotContain("   at ");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_wrong_master_key_stops_migrate_with_the_sentence_of_the_start_before_anything_is_changed(bool isMarked)
    {
        await using var own = new OwnDatabase();
        await own.InitializeAsync();
        using (var nurse = own.As(Roles.Nurse))
        {
            await nurse.EnrolAsync();
        }

        await using var source = NpgsqlDataSource.Create(own.ConnectionString);
        await ExecuteAsync("drop table followup.mt_doc_worklistclaim");
        if (!isMarked)
        {
            // As a database of 0.1.0, in which no key is marked.
            await ExecuteAsync("drop table followup.mt_doc_master_key_seals");
        }

        var refused = await own.SetOtherwiseAsync("FollowUp:MasterKey", Other, "migrate");
        var start = isMarked ? await own.SetOtherwiseAsync("FollowUp:MasterKey", Other, "serve") : refused;

        (refused.ExitCode, refused.Error).ShouldBe((1, start.Error));
        refused.Error.ShouldContain("was written with the master key");
        refused.Error.ShouldContain("Nothing was changed.");
        (await CountAsync()).ShouldBe(0L, "nothing was made");

        (await own.AloneAsync("migrate")).ExitCode.ShouldBe(0);
        (await CountAsync()).ShouldBe(1L);

        async Task ExecuteAsync(string sql)
        {
            await using var command = source.CreateCommand(sql);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        async Task<object?> CountAsync()
        {
            await using var command = source.CreateCommand("select count(*) from pg_tables where schemaname = 'followup' and tablename = 'mt_doc_worklistclaim'");
            return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_new_master_key_before_the_old_one_is_taken_and_then_the_old_one_alone_is_not()
    {
        await using var own = new OwnDatabase();
        await own.InitializeAsync();
        using (var nurse = own.As(Roles.Nurse))
        {
            await nurse.EnrolAsync();
        }

        var old = own.Settings["FollowUp:MasterKey"]!;
        await using (await OtherNode.StartAsync(own, settings: ("FollowUp:MasterKey", $"{Other}\n{old}")))
        {
        }

        await Should.ThrowAsync<InvalidOperationException>(() => OtherNode.StartAsync(own));
        await Should.ThrowAsync<InvalidOperationException>(() => OtherNode.StartAsync(own, settings: ("FollowUp:MasterKey", Other)));
    }

    [Fact]
    public async Task A_database_of_a_version_that_marked_none_is_told_by_what_is_sealed_in_it()
    {
        await using var own = new OwnDatabase();
        await own.InitializeAsync();
        using (var nurse = own.As(Roles.Nurse))
        {
            await nurse.EnrolAsync();
        }

        await using var source = NpgsqlDataSource.Create(own.ConnectionString);
        await using var command = source.CreateCommand("delete from followup.mt_doc_master_key_seals");
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);

        await Should.ThrowAsync<InvalidOperationException>(() => OtherNode.StartAsync(own, settings: ("FollowUp:MasterKey", Other)));
        await (await OtherNode.StartAsync(own)).DisposeAsync();
    }

    private sealed class OwnDatabase : AppFixture;
}
