using System.Diagnostics;
using FollowUp.Patients.Facts;
using FollowUp.Recalls.Channels;
using FollowUp.Recalls.Channels.Email;
using FollowUp.Recalls.Rules;
using MailKit.Security;
using MimeKit;
using NodaTime;
using Npgsql;

namespace FollowUp.Benchmarks.Recalls;

/// <summary>What a good engineer would write by hand for sending: claim a row, render, send, close the row; four at a time, a connection each.</summary>
internal static class Floor
{
    private const int AtATime = 4;

    /// <summary>Sends so many and returns how long it took.</summary>
    public static async Task<TimeSpan> RunAsync(string connection, int mailPort, int items)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection)
        {
            MaxAutoPrepare = 20, AutoPrepareMinUsages = 2, NoResetOnClose = true,
        }.ConnectionString);
        await ExecuteAsync(source, "drop table if exists floor; create table floor (id uuid primary key, state text not null, provider text)");
        await ExecuteAsync(source, $"insert into floor select gen_random_uuid(), 'due', null from generate_series(1, {items})");
        var channel = new SmtpTransport(new(
            "127.0.0.1", mailPort, SecureSocketOptions.None, User: null, "", MailboxAddress.Parse("reminders@clinic.example"), TimeSpan.FromSeconds(10)));
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, AtATime).Select(_ => Task.Run(() => SendAsync(source, channel))));
        return clock.Elapsed;
    }

    private static async Task SendAsync(NpgsqlDataSource source, SmtpTransport transport)
    {
        while (await ClaimAsync(source) is { } id)
        {
            var text = TextSettings.Standard.In(Language.Tr, Channel.Email, "+90 212 000 00 00");
            var result = await transport.SendAsync(
                new(id, id, "man@men.example", text.Subject, text.Body, SystemClock.Instance.GetCurrentInstant()), CancellationToken.None);
            await using var close = source.CreateCommand("update floor set state = $2, provider = $3 where id = $1");
            close.Parameters.AddWithValue(id);
            close.Parameters.AddWithValue(result.Kind.ToString());
            close.Parameters.AddWithValue(result.ProviderMessageId!);
            await close.ExecuteNonQueryAsync();
        }
    }

    private static async Task<Guid?> ClaimAsync(NpgsqlDataSource source)
    {
        await using var claim = source.CreateCommand(
            "update floor set state = 'claimed' where id = (select id from floor where state = 'due' limit 1 for update skip locked) returning id");
        return (Guid?)await claim.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
