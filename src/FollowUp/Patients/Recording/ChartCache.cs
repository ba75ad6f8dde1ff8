using FollowUp.Access;
using FollowUp.Platform;
using Microsoft.Extensions.Caching.Memory;
using NodaTime;
using Npgsql;

namespace FollowUp.Patients.Recording;

/// <summary>Charts that were answered, kept in memory until the man's document changes.</summary>
/// <remarks>
/// Free text in them is sealed, as it is stored: it is opened anew for each answer, and erasing a man's key erases it here
/// too. A chart as of an earlier instant is not kept.
/// </remarks>
public sealed class ChartCache(NpgsqlDataSource database) : IDisposable
{
    /// <summary>The most that is kept, in bytes.</summary>
    public const long Largest = 32 * 1024 * 1024;

    // The row's own transaction number: whatever writes the row, a rebuild included, changes it.
    private static readonly string Written =
        $"select xmin from {EventStore.Schema}.mt_doc_{nameof(CourseDocument)} where tenant_id = $1 and id = $2";

    private readonly MemoryCache _charts = new(new MemoryCacheOptions { SizeLimit = Largest });

    /// <summary>Which writing of the man's document is the current one; null when the clinic has no such man.</summary>
    public async Task<uint?> WrittenAsync(Clinic clinic, Guid patientId, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Written);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = clinic.Id });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = patientId });
        return (uint?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>The chart of a writing for a date; null when it is not kept.</summary>
    public KeptChart? Find(Clinic clinic, Guid patientId, LocalDate on, uint written) =>
        _charts.TryGetValue((clinic.Id, patientId, on), out KeptChart? kept) && kept!.Written == written ? kept : null;

    /// <summary>Keeps a chart.</summary>
    public void Keep(Clinic clinic, Guid patientId, LocalDate on, KeptChart chart) =>
        _charts.Set((clinic.Id, patientId, on), chart, new MemoryCacheEntryOptions { Size = chart.Json.Length });

    /// <inheritdoc/>
    public void Dispose() => _charts.Dispose();
}

/// <summary>An answered chart.</summary>
/// <param name="Written">Which writing of the man's document it answers from.</param>
/// <param name="Version">The man's version.</param>
/// <param name="Json">The chart, its free text sealed.</param>
public sealed record KeptChart(uint Written, long Version, byte[] Json);
