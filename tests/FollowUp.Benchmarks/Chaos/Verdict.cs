using FollowUp.AppTests.Recalls;
using FollowUp.Patients.Pages.Chart;
using Npgsql;

namespace FollowUp.Benchmarks.Chaos;

/// <summary>The ledger beside what the mail server and the gateway themselves took, message by message.</summary>
internal sealed record Verdict(IReadOnlyDictionary<Guid, string> Ledger, ILookup<Guid, string> Taken, int Men, int Decided, int Dead)
{
    private static readonly string[] TakenStates = ["Accepted", "Delivered", "Uncertain"];

    public IReadOnlyList<Guid> Twice => [.. Taken.Where(message => message.Count() > 1).Select(message => message.Key)];

    public IReadOnlyList<Guid> Open => [.. Of("Claimed", "HandedOver")];

    /// <summary>Taken by a server, and the ledger says otherwise.</summary>
    public IReadOnlyList<Guid> TakenUnknown => [.. Taken.Select(message => message.Key).Where(id => !TakenStates.Contains(Ledger.GetValueOrDefault(id)))];

    /// <summary>Accepted by the ledger, and no server took it.</summary>
    public IReadOnlyList<Guid> AcceptedNowhere => [.. Of("Accepted", "Delivered").Where(id => !Taken.Contains(id))];

    public bool Holds => Ledger.Count == Men && Decided == Men && Open.Count + Twice.Count + TakenUnknown.Count + AcceptedNowhere.Count == 0
        && Of("Failed", "Cancelled", "Superseded").Length == 0 && Dead == 0;

    public static async Task<Verdict> ReadAsync(Environs environs, int men, MailServer mail, SmsGateway gateway)
    {
        var ledger = new Dictionary<Guid, string>();
        await using var source = NpgsqlDataSource.Create(environs.Connection);
        await using (var command = source.CreateCommand("select id, data ->> 'state' from followup.mt_doc_reminderclaim"))
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
            {
                ledger[rows.GetGuid(0)] = rows.GetString(1);
            }
        }

        var taken = mail.Taken.Select(taken => (Id: IdIn(taken.Message), By: "mail"))
            .Concat(gateway.Taken.Select(message => (Id: Guid.Parse(message["id"]!.ToString()), By: "gateway")))
            .ToLookup(message => message.Id, message => message.By);
        return new(ledger, taken, men, (int)await environs.AskAsync<long>("select count(*) from followup.mt_events where type = 'reminder_decided'"),
            (int)await environs.AskAsync<long>("select count(*) from followup.wolverine_dead_letters"));
    }

    public void Print()
    {
        Console.WriteLine($"""
            Due                                  {Men,6}
            Decided, by facts and by ledger      {Decided,6} {Ledger.Count,6}
            Accepted                             {Of("Accepted", "Delivered").Length,6}
            Uncertain, for a person to decide    {Of("Uncertain").Length,6}, of which the server has {Of("Uncertain").Count(Taken.Contains)} and has not {Of("Uncertain").Count(id => !Taken.Contains(id))}
            Taken by mail server and gateway     {Taken.Sum(message => message.Count(by => by == "mail")),6} {Taken.Sum(message => message.Count(by => by == "gateway")),6}
            Lost (undecided or still open)       {Men - Ledger.Count + Open.Count,6}
            Taken twice                          {Twice.Count,6}
            Taken, and not so in the ledger      {TakenUnknown.Count,6}
            Accepted in the ledger, taken nowhere{AcceptedNowhere.Count,6}
            Orders left as dead letters          {Dead,6}
            Failed or cancelled                  {Of("Failed", "Cancelled", "Superseded").Length,6}
            """);
    }

    private Guid[] Of(params string[] states) => [.. Ledger.Where(row => states.Contains(row.Value)).Select(row => row.Key)];

    private static Guid IdIn(string mail) => Guid.ParseExact(
        mail.Split('\n').First(line => line.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase)).Split('<', '@')[1], "N");
}
