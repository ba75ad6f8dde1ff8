using System.Net;
using System.Net.Sockets;
using FollowUp.Access;
using Npgsql;

namespace FollowUp.AppTests.Platform;

/// <summary>A server that is there before its database.</summary>
public sealed class DatabaseWaitTests(AppFixture app)
{
    [Fact]
    public async Task A_server_started_while_the_database_is_away_waits_says_so_and_then_goes_on()
    {
        // The database is behind an address at which nobody listens yet.
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        var port = ((IPEndPoint)door.LocalEndpoint).Port;
        door.Stop();
        var there = new NpgsqlConnectionStringBuilder(app.ConnectionString);
        var away = new NpgsqlConnectionStringBuilder(app.ConnectionString) { Host = "127.0.0.1", Port = port };
        await using var server = ServerProcess.Begin(new Dictionary<string, string?>(app.Settings) { ["ConnectionStrings:FollowUp"] = away.ConnectionString });
        using var nurse = app.As(Roles.Nurse, url: server.Url);

        await server.Waits.WaitAsync(TestContext.Current.CancellationToken);
        var ready = await nurse.Get("/health/ready");
        (ready.Status, ready.Text("checks.database.description")).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, "The database cannot be reached. The server waits for it."));
        (await nurse.Get("/worklist")).Text("code").ShouldBe("database-away");

        using var opened = new TcpListener(IPAddress.Loopback, port);
        opened.Start();
        var relaying = RelayAsync(opened, there, TestContext.Current.CancellationToken);
        await server.Started.WaitAsync(TestContext.Current.CancellationToken);

        (await nurse.Get("/worklist")).Status.ShouldBe(HttpStatusCode.OK);
        await server.KillAsync();
        opened.Stop();
        await relaying;
    }

    private static async Task RelayAsync(TcpListener door, NpgsqlConnectionStringBuilder to, CancellationToken token)
    {
        try
        {
            while (true)
            {
                var client = await door.AcceptTcpClientAsync(token);
                var server = new TcpClient();
                await server.ConnectAsync(to.Host!, to.Port, token);
                _ = Task.WhenAny(
                    client.GetStream().CopyToAsync(server.GetStream(), token), server.GetStream().CopyToAsync(client.GetStream(), token))
                    .ContinueWith(_ => { client.Dispose(); server.Dispose(); }, TaskScheduler.Default);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            return;
        }
    }
}
