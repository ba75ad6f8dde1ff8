using System.Net;
using FollowUp.Access;
using Npgsql;

namespace FollowUp.AppTests.Pages;

/// <summary>A call that is saved twice at the same instant, by two persons or in two windows, is one contact, and the second is told so.</summary>
public sealed class ContactsAtOnceTests(AppFixture app)
{
    [Fact]
    public async Task Two_who_save_the_same_call_at_the_same_instant_make_one_contact_and_the_second_is_told()
    {
        var man = await OperatedAsync();
        using var nurse = await PageClient.SignedInAsync(app, Roles.Nurse);
        using var doctor = await PageClient.SignedInAsync(app, Roles.Clinician);
        var (first, second) = (Fields(await nurse.OpenAsync($"/men/{man}/call"), ("pain.now", "2")), Fields(await doctor.OpenAsync($"/men/{man}/call"), ("pain.now", "3")));

        var saved = await AtOnceAsync(man, () => nurse.SendAsync($"/men/{man}/call", first), () => doctor.SendAsync($"/men/{man}/call", second));

        saved.Select(page => page.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        saved.Single(page => page.Status == HttpStatusCode.Conflict).Html.ShouldContain("Save mine too");
        (await KindsAsync(man)).Count(kind => kind == "contact_made").ShouldBe(1);
    }

    [Fact]
    public async Task Two_windows_that_save_the_same_call_otherwise_at_the_same_instant_make_one_contact_and_the_second_is_told()
    {
        var man = await OperatedAsync();
        using var browser = await PageClient.SignedInAsync(app, Roles.Nurse);
        var fields = Fields(await browser.OpenAsync($"/men/{man}/call"), ("pain.now", "2"));

        var saved = await AtOnceAsync(
            man, () => browser.SendAsync($"/men/{man}/call", fields), () => browser.SendAsync($"/men/{man}/call", [.. fields.Where(field => field.Name != "identity"), ("identity", "Refused")]));

        saved.Select(page => page.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        saved.Single(page => page.Status == HttpStatusCode.Conflict).Html.ShouldContain("This call was stored before");
        (await KindsAsync(man)).Count(kind => kind == "contact_made").ShouldBe(1);
    }

    [Fact]
    public async Task Two_who_record_a_contact_in_the_form_of_any_fact_at_the_same_instant_make_one_and_the_second_is_told()
    {
        var man = await OperatedAsync();
        using var nurse = await PageClient.SignedInAsync(app, Roles.Nurse);
        using var doctor = await PageClient.SignedInAsync(app, Roles.Clinician);
        var address = $"/men/{man}/record/contacts";

        var saved = await AtOnceAsync(man, await SavingAsync(nurse), await SavingAsync(doctor));

        saved.Select(page => page.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        var told = saved.Single(page => page.Status == HttpStatusCode.Conflict);
        told.Html.ShouldContain("Save mine too");
        told.Field("seen").ShouldBe("3");
        (await KindsAsync(man)).Count(kind => kind == "contact_made").ShouldBe(1);

        async Task<Func<Task<Shown>>> SavingAsync(PageClient browser)
        {
            var form = await browser.OpenAsync(address);
            return () => browser.SendAsync(address, ("key", form.Field("key")), ("seen", form.Field("seen")), ("madeAt", "2026-11-22"), ("madeAt.time", "09:05"), ("kind", "Call"), ("step", "save"));
        }
    }

    // Both have read the man's stream and wait for it when it is let go.
    private async Task<Shown[]> AtOnceAsync(string man, params Func<Task<Shown>>[] senders)
    {
        const string waiting = """
            with recursive waits(pid) as (select pg_backend_pid() union select a.pid from pg_stat_activity a join waits w on w.pid = any(pg_blocking_pids(a.pid)))
            select count(*) - 1 from waits
            """;
        await using var source = NpgsqlDataSource.Create(app.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var holding = new NpgsqlCommand("select 1 from followup.mt_streams where id = $1 for update", connection, transaction))
        {
            holding.Parameters.AddWithValue(Guid.Parse(man));
            (await holding.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        }

        var sending = senders.Select(send => send()).ToList();
        await using (var waits = new NpgsqlCommand(waiting, connection, transaction))
        {
            while (!sending.Exists(sent => sent.IsCompleted) && (long)(await waits.ExecuteScalarAsync(TestContext.Current.CancellationToken))! < senders.Length)
            {
                await Task.Yield();
            }
        }

        sending.Exists(sent => sent.IsCompleted).ShouldBeFalse("both wait for the man's stream");
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return await Task.WhenAll(sending);
    }

    private static (string Name, string Value)[] Fields(Shown page, params (string Name, string Value)[] answers) =>
    [
        ("key", page.Field("key")), ("seen", page.Field("seen")), ("show", "all"), ("madeOn", "2026-11-23"), ("madeAt", "12:00"), ("kind", "Call"), ("identity", "Yes"),
        .. answers,
    ];

    private async Task<IReadOnlyList<string>> KindsAsync(string man)
    {
        using var nurse = app.As(Roles.Nurse);
        return [.. (await nurse.Get($"/patients/{man}/timeline"))["lines"]!.AsArray().Select(line => line!["kind"]!.ToString())];
    }

    private async Task<string> OperatedAsync()
    {
        using var nurse = app.As(Roles.Nurse);
        var man = await nurse.EnrolAsync();
        (await nurse.Post($"/patients/{man}/procedures", """{"type":"MTESE","performedOn":"2026-11-21","side":"Both"}""")).Status.ShouldBe(HttpStatusCode.Created);
        return man;
    }
}
