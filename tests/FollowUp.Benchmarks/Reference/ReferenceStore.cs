using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace FollowUp.Benchmarks.Reference;

/// <summary>A contact to store.</summary>
internal sealed record Received(
    string Clinic, string User, Guid PatientId, string Address, string Key, byte[] Body, Contact Contact, LocalDateTime MadeAt, Instant At);

/// <summary>Three tables: requests by their key, events, and a summary a man.</summary>
internal sealed class ReferenceStore
{
    private readonly NpgsqlDataSource _database;

    public ReferenceStore(string connection) => _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection)
    {
        NoResetOnClose = true,
        MaxAutoPrepare = 100,
        AutoPrepareMinUsages = 2,
        MaxPoolSize = 32,
        ApplicationName = "reference",
    });

    /// <summary>Makes the tables where they are not there yet.</summary>
    public async Task MakeTablesAsync()
    {
        await using var command = _database.CreateCommand("""
            create schema if not exists reference;
            create table if not exists reference.request (
                key bytea primary key, body_hash bytea not null, patient_id uuid not null, event_id uuid not null, recorded_at timestamptz not null);
            create table if not exists reference.event (
                id uuid primary key, clinic text not null, patient_id uuid not null, version bigint not null, kind text not null, data jsonb not null,
                recorded_at timestamptz not null, recorded_by text not null, unique (clinic, patient_id, version));
            create table if not exists reference.summary (
                clinic text not null, patient_id uuid not null, version bigint not null, contacts int not null, last_contact_at timestamp not null,
                last_kind text not null, last_complications text not null, recorded_at timestamptz not null, primary key (clinic, patient_id));
            """);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Stores a contact once; null when its key was used for another request.</summary>
    public async Task<Stored?> StoreAsync(Received contact)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{contact.User}\n{contact.Key}"));
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(contact.Address), .. contact.Body]);
        var id = Guid.CreateVersion7();
        try
        {
            return await InsertAsync(contact, id, key, hash);
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.UniqueViolation && held.TableName == "request")
        {
            return await AnswerAgainAsync(contact, key, hash);
        }
    }

    /// <summary>A man's summary; null when there is none.</summary>
    public async Task<Summary?> SummaryAsync(string clinic, Guid patientId)
    {
        await using var command = _database.CreateCommand("""
            select version, contacts, last_contact_at, last_kind, last_complications, recorded_at from reference.summary where clinic = $1 and patient_id = $2
            """);
        command.Parameters.Add(Text(clinic));
        command.Parameters.Add(Uuid(patientId));
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync()
            ? new(patientId, row.GetInt64(0), row.GetInt32(1), row.GetDateTime(2), row.GetString(3), row.GetString(4), row.GetDateTime(5))
            : null;
    }

    // The begin travels with the batch, so that storing takes two round trips.
    private async Task<Stored> InsertAsync(Received contact, Guid id, byte[] key, byte[] hash)
    {
        await using var connection = await _database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var at = new NpgsqlParameter<DateTime> { TypedValue = contact.At.ToDateTimeUtc(), NpgsqlDbType = NpgsqlDbType.TimestampTz };
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new("insert into reference.request (key, body_hash, patient_id, event_id, recorded_at) values ($1, $2, $3, $4, $5)")
                {
                    Parameters = { Bytes(key), Bytes(hash), Uuid(contact.PatientId), Uuid(id), at.Clone() },
                },
                new("""
                    insert into reference.summary as s (clinic, patient_id, version, contacts, last_contact_at, last_kind, last_complications, recorded_at)
                    values ($1, $2, 1, 1, $3, $4, $5, $6)
                    on conflict (clinic, patient_id) do update set version = s.version + 1, contacts = s.contacts + 1,
                        last_contact_at = greatest(s.last_contact_at, excluded.last_contact_at), last_kind = excluded.last_kind,
                        last_complications = excluded.last_complications, recorded_at = excluded.recorded_at
                    """)
                {
                    Parameters =
                    {
                        Text(contact.Clinic), Uuid(contact.PatientId),
                        new NpgsqlParameter<DateTime> { TypedValue = contact.MadeAt.ToDateTimeUnspecified(), NpgsqlDbType = NpgsqlDbType.Timestamp },
                        Text(contact.Contact.Kind), Text(contact.Contact.Complications ?? "NotAsked"), at.Clone(),
                    },
                },
                new("""
                    insert into reference.event (id, clinic, patient_id, version, kind, data, recorded_at, recorded_by)
                    select $1, $2, $3, version, 'contact_made', $4, $5, $6 from reference.summary where clinic = $2 and patient_id = $3 returning version
                    """)
                {
                    Parameters =
                    {
                        Uuid(id), Text(contact.Clinic), Uuid(contact.PatientId),
                        new NpgsqlParameter<byte[]> { TypedValue = contact.Body, NpgsqlDbType = NpgsqlDbType.Jsonb }, at.Clone(), Text(contact.User),
                    },
                },
            },
        };
        var version = (long)(await batch.ExecuteScalarAsync())!;
        await transaction.CommitAsync();
        return new(id, contact.PatientId, version, contact.At.ToDateTimeUtc());
    }

    private async Task<Stored?> AnswerAgainAsync(Received contact, byte[] key, byte[] hash)
    {
        await using var command = _database.CreateCommand("""
            select r.body_hash, r.event_id, r.recorded_at, e.version from reference.request r join reference.event e on e.id = r.event_id where r.key = $1
            """);
        command.Parameters.Add(Bytes(key));
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() && row.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(hash)
            ? new(row.GetGuid(1), contact.PatientId, row.GetInt64(3), row.GetDateTime(2))
            : null;
    }

    private static NpgsqlParameter<string> Text(string value) => new() { TypedValue = value };

    private static NpgsqlParameter<Guid> Uuid(Guid value) => new() { TypedValue = value };

    private static NpgsqlParameter<byte[]> Bytes(byte[] value) => new() { TypedValue = value };
}
