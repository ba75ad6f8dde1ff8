using FollowUp.Access;
using FollowUp.Patients.Rules;
using FollowUp.Platform;
using Npgsql;

namespace FollowUp.Patients.Recording;

/// <summary>Whether lists may find a clinic's men by the dates in their documents.</summary>
/// <remarks>
/// The dates are found under a recall protocol. After a clinic has adopted another, those of the one before are no help: until each
/// is found anew, man by man beside the running server, its lists ask every man and are slow, never wrong.
/// </remarks>
public sealed class DatedMen(NpgsqlDataSource database, ClinicRegistry clinics, Replay replay, ILogger<DatedMen> log)
{
    private const int MenAtATime = 100;

    private readonly HashSet<Guid> _givenUp = [];

    private static readonly string OfAnother = $"from {Replay.Documents} where tenant_id = $1 and ";

    // Ranges, for an inequality finds no index.
    private static readonly string[] Ranges = ["protocol < $2", "protocol > $2", "protocol is null and $2 = $2"];

    /// <summary>Whether every man's dates were found under the protocol in force.</summary>
    public async Task<bool> AreKnownAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        // The ends of the index and nothing between: a plan kept for any protocol would read every man to find none of another.
        await using var command = database.CreateCommand($"""
            select not exists (select 1 {OfAnother}protocol is null) and coalesce(min(protocol) = $2 and max(protocol) = $2, true)
            from {Replay.Documents} where tenant_id = $1
            """);
        command.Parameters.AddWithValue(clinic.Id);
        command.Parameters.AddWithValue(clinic.InForce(GuidelineKind.Protocol));
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Finds the dates anew that were found under another protocol. Run by several nodes at once it does the same.</summary>
    public async Task DateAnewAsync(CancellationToken cancellationToken)
    {
        foreach (var clinic in clinics.All)
        {
            while ((await OfAnotherProtocolAsync(clinic, cancellationToken)).Where(man => !_givenUp.Contains(man)).ToList() is { Count: > 0 } men)
            {
                foreach (var man in men)
                {
                    await DateAnewAsync(clinic, man, cancellationToken);
                }
            }
        }
    }

    // One man who cannot be answered for must not keep the others from it; until the next start his clinic's lists stay slow.
    private async Task DateAnewAsync(Clinic clinic, Guid man, CancellationToken cancellationToken)
    {
        try
        {
            await replay.ReplaceAsync(clinic.Id, [man], cancellationToken);
        }
        catch (Exception failed) when (failed is not OperationCanceledException && !Problems.IsDatabaseAway(failed))
        {
            _givenUp.Add(man);
            log.LogWarning(failed, "The dates of a man of clinic {Clinic} cannot be found", clinic.Id);
        }
    }

    private async Task<List<Guid>> OfAnotherProtocolAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"{string.Join(" union all ", Ranges.Select(range => $"select id {OfAnother}{range}"))} limit {MenAtATime + _givenUp.Count}");
        command.Parameters.AddWithValue(clinic.Id);
        command.Parameters.AddWithValue(clinic.InForce(GuidelineKind.Protocol));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var men = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            men.Add(reader.GetGuid(0));
        }

        return men;
    }
}
