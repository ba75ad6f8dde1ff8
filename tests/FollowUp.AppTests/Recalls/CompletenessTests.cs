using System.Diagnostics;
using FollowUp.Access;
using FollowUp.Recalls.Worklist;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace FollowUp.AppTests.Recalls;

/// <summary>What asks every man is asked once at a time, and not at all when nobody waits for it.</summary>
public sealed class CompletenessTests(MailFixture app) : IClassFixture<MailFixture>
{
    // By the name that Marten gives the table: the worker of the due dates and the gauges, which ask by themselves, use none.
    private const string Waiting = "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%mt_doc_coursedocument as d%'";

    // A command that nobody ends is given up by the driver after 30 seconds.
    private static readonly TimeSpan BySelf = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Completeness_of_two_clinics_is_counted_one_after_the_other()
    {
        using var nurse = app.As(Roles.Nurse);
        await nurse.EnrolAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var completeness = app.App.Services.GetRequiredService<CompletenessCache>();
        var clinics = app.App.Services.GetRequiredService<ClinicRegistry>();
        await using var beside = new NpgsqlConnection(app.ConnectionString);
        await beside.OpenAsync(TestContext.Current.CancellationToken);
        await using var connection = new NpgsqlConnection(app.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ScalarAsync(connection, "lock table followup.mt_doc_coursedocument in access exclusive mode");

        var one = completeness.GetAsync(clinics["izmir"], TestContext.Current.CancellationToken);
        while ((long)(await ScalarAsync(beside, Waiting))! == 0)
        {
            one.IsCompleted.ShouldBeFalse($"{one.Exception}");
        }

        var other = completeness.GetAsync(clinics["made-up"], TestContext.Current.CancellationToken);

        // Long enough for it to come as far as the first one, were it let in.
        for (var asked = 0; asked < 200; asked++)
        {
            (await ScalarAsync(beside, Waiting)).ShouldBe(1L);
        }

        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(one, other);
    }

    [Fact]
    public async Task Completeness_is_counted_once_however_many_wait_and_ended_when_nobody_does()
    {
        using var nurse = app.As(Roles.Nurse);
        await nurse.EnrolAsync();
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var completeness = app.App.Services.GetRequiredService<CompletenessCache>();
        var clinic = app.App.Services.GetRequiredService<ClinicRegistry>()["izmir"];
        await using (var connection = new NpgsqlConnection(app.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await ScalarAsync(connection, "lock table followup.mt_doc_coursedocument in access exclusive mode");

            // Beside the transaction, which would see the other sessions as they were when it first looked.
            await using var beside = new NpgsqlConnection(app.ConnectionString);
            await beside.OpenAsync(TestContext.Current.CancellationToken);
            using var leaves = new CancellationTokenSource();
            using var leavesToo = new CancellationTokenSource();
            var (one, other) = (completeness.GetAsync(clinic, leaves.Token), completeness.GetAsync(clinic, leavesToo.Token));
            await UntilAsync(1, () => one.IsCompleted);
            one.IsCompleted.ShouldBeFalse($"{one.Exception}");

            await leaves.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => one);
            (await ScalarAsync(beside, Waiting)).ShouldBe(1L, "the other one waits still, for the same counts");
            var left = Stopwatch.StartNew();
            await leavesToo.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => other);
            await UntilAsync(0, () => false);
            left.Elapsed.ShouldBeLessThan(BySelf, "it is ended, and did not give up by itself");

            async Task UntilAsync(long count, Func<bool> over)
            {
                while (!over() && (long)(await ScalarAsync(beside, Waiting))! != count)
                {
                    TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                }
            }
        }

        var (first, second) = (await completeness.GetAsync(clinic, TestContext.Current.CancellationToken), await completeness.GetAsync(clinic, TestContext.Current.CancellationToken));
        second.Answer.ShouldBeSameAs(first.Answer);
        first.Answer.Men.ShouldBeGreaterThan(0);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        (await completeness.GetAsync(clinic, TestContext.Current.CancellationToken)).Answer.ShouldNotBeSameAs(first.Answer);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
