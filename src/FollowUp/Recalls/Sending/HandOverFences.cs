using FollowUp.Platform.Http;
using FollowUp.Recalls.Channels;
using Npgsql;
using NpgsqlTypes;

namespace FollowUp.Recalls.Sending;

/// <summary>
/// The fence of a handover: one statement checks the ledger entry again, by the database's clock, and marks it as called. It lets the attempt
/// named in the entry pass once, and only while no other node may regard it as interrupted.
/// </summary>
public sealed class HandOverFences(NpgsqlDataSource database, SendingSettings settings)
{
    /// <summary>The fence of one attempt.</summary>
    public Fence Of(string clinicId, Guid claimId, int attempt) => new(async cancellationToken =>
    {
        await using var command = database.CreateCommand(RecallSql.PassFence);
        command.Parameters.AddWithValue(clinicId);
        command.Parameters.AddWithValue(claimId);
        command.Parameters.AddWithValue(attempt);
        command.Parameters.AddWithValue(NpgsqlDbType.Interval, settings.Lease.ToTimeSpan());
        try
        {
            return await command.ExecuteScalarAsync(cancellationToken) is TimeSpan left ? left : null;
        }
        catch (Exception away) when (Problems.IsDatabaseAway(away))
        {
            // Without the database it is not known which node owns the message, so it is not sent.
            return null;
        }
    });
}
