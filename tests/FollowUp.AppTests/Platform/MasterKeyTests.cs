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
