using FollowUp.Platform.Http;
using FollowUp.Recalls.Channels;
using Npgsql;
using NpgsqlTypes;

namespace FollowUp.Recalls.Sending;

/// <summary>
/// The fence of a hand-over: the row is asked again by the database's clock, and marked as called, in one statement. It lets through the
/// attempt that the row names, once, and only while no other node may count it as interrupted.
/// </summary>
public sealed class HandOverFences(NpgsqlDataSource database, SendingSettings settings)
{
    /// <summary>The fence of an attempt to hand a message over.</summary>
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
            // Whose it is can't be known: it does not leave.
            return null;
        }
    });
}
