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
        await using var ledger = source.CreateCommand(Ledger);
        await ledger.ExecuteNonQueryAsync();
    }

    // Three messages as that release kept them: its dump was made before it had sent any. Since then a row says more.
    private const string Ledger =
        """
        insert into followup.mt_doc_reminderclaim (tenant_id, id, data, mt_dotnet_type, mt_version, state, claimed_at, changed_at, reminder_channel, patient_id)
        select 'izmir', id, jsonb_build_object(
                   'id', id, 'patientId', man, 'state', state, 'claimedAt', at, 'changedAt', at, 'sending', 1, 'failures', 0, 'version', 1,
                   'handedOverAt', case when state = 'Claimed' then null else at end, 'providerMessageId', case when state = 'Claimed' then null else 'ledger-' || number end,
                   'reason', case when state = 'Uncertain' then 'NoAnswer' end,
                   'reminder', jsonb_build_object('recall', 'CONTACT_6W', 'procedureId', operation, 'occurrence', occurrence, 'channel', 'Email', 'from', '2026-11-30')),
               'FollowUp.Recalls.Sending.ReminderClaim', 1, number, at::timestamptz, at::timestamptz, 2, man
        from (values
                ('cccccccc-0000-4000-8000-000000000001'::uuid, 'Accepted', 2, 1, '2026-11-30T09:00:00+00:00'),
                ('cccccccc-0000-4000-8000-000000000002'::uuid, 'Uncertain', 5, 2, '2026-11-30T10:00:00+00:00'),
                ('cccccccc-0000-4000-8000-000000000003'::uuid, 'Claimed', 0, 3, '2026-11-30T11:00:00+00:00')) rows (id, state, number, occurrence, at),
             (values ('bbbbbbbb-0000-4000-8000-000000000001'::uuid, 'bbbbbbbb-0001-4000-8000-000000000002'::uuid)) of (man, operation)
        """;
}
