using FollowUp.Access;
using FollowUp.Course;
using NodaTime;
using Npgsql;

namespace FollowUp.Recording.ReadModels;

/// <summary>How far the due dates of a clinic's men are recalculated under the recall protocol in force.</summary>
/// <param name="Known">The men whose dates are.</param>
/// <param name="Of">All of its men.</param>
public sealed record DatesFound(long Known, long Of);

/// <summary>A man's place in the worklist: alerts first, the oldest at the top, then those due for longest.</summary>
/// <param name="AlertFrom">The day of his oldest open alert; null without one.</param>
/// <param name="WorkFrom">The first day on which something is due for him.</param>
/// <param name="PatientId">The man.</param>
public sealed record WorkPlace(LocalDate? AlertFrom, LocalDate WorkFrom, Guid PatientId)
{
    /// <summary>What places are sorted by.</summary>
    public (LocalDate Alert, LocalDate Work, Guid Man) Order => (AlertFrom ?? LocalDate.MaxIsoValue, WorkFrom, PatientId);

    /// <summary>The place of a man by his due dates; null when nothing will be due for him.</summary>
    public static WorkPlace? Of(DueDates dates) => dates.WorkFrom is { } work
        ? new(dates.AlertFrom is { } alert ? LocalDate.FromDateOnly(alert) : null, LocalDate.FromDateOnly(work), dates.Id)
        : null;
}

/// <summary>Finds a clinic's men by their due dates, some at a time, each list in the order of an index of the database.</summary>
/// <remarks>
/// Due dates are calculated under a recall protocol. After a clinic has adopted another one, the old dates no longer help: a man is found by his
/// dates once they are recalculated (<see cref="DueDateWorker"/>), and every list of men says how many are not yet.
/// </remarks>
public sealed class DueDateIndex(NpgsqlDataSource database)
{
    /// <summary>Whether every man's dates are calculated under the protocol in force.</summary>
    public async Task<bool> IsCurrentAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        await using var command = Command(DueDatesSql.AreAllCurrent, clinic);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>How far the dates are recalculated under the protocol in force; null once all are.</summary>
    public async Task<DatesFound?> ProgressAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        if (await IsCurrentAsync(clinic, cancellationToken))
        {
            return null;
        }

        await using var command = Command(DueDatesSql.CountCurrent, clinic);
        var progress = (await ReadAsync(command, row => new DatesFound(row.GetInt64(0), row.GetInt64(1)), cancellationToken)).Single();
        return progress.Known == progress.Of ? null : progress;
    }

    /// <summary>Men whose dates are not yet recalculated, at most so many; those with an alert first, then by their old dates those due for longest.</summary>
    public async Task<Guid[]> OutdatedAsync(Clinic clinic, int limit, CancellationToken cancellationToken)
    {
        await using var command = Command(DueDatesSql.Outdated, clinic, (long)limit);
        return [.. await ReadAsync(command, row => row.GetGuid(0), cancellationToken)];
    }

    /// <summary>The men for whom something is due on a day, in the order of the worklist.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="on">The day.</param>
    /// <param name="after">The place after which they come; null from the first.</param>
    /// <param name="limit">The most.</param>
    /// <param name="among">Of these men only; null of all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<WorkPlace>> ToSeeAsync(
        Clinic clinic, LocalDate on, WorkPlace? after, int limit, Guid[]? among, CancellationToken cancellationToken)
    {
        // The men with an alert come first. They are a query of their own, so that each query follows the order of the index.
        var isPastAlerts = after is { AlertFrom: null };
        var withAlert = isPastAlerts ? [] : await ToSeeAsync(clinic, on, withAlert: true, after, limit, among, cancellationToken);
        if (withAlert.Count == limit)
        {
            return withAlert;
        }

        var without = await ToSeeAsync(clinic, on, withAlert: false, isPastAlerts ? after : null, limit, among, cancellationToken);
        return [.. withAlert, .. without.Take(limit - withAlert.Count)];
    }

    /// <summary>The men to whom a message that is not yet decided is to go out by a day, those due for longest first.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="on">The day.</param>
    /// <param name="after">The place after which they come; null from the first.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<RemindPlace>> ToRemindAsync(Clinic clinic, LocalDate on, RemindPlace? after, int limit, CancellationToken cancellationToken)
    {
        object[] place = after is null ? [] : [after.From.ToDateOnly(), after.PatientId];
        await using var command = Command(DueDatesSql.ToRemind(after is not null, limit), clinic, [on.ToDateOnly(), .. place]);
        return await ReadAsync(command, row => new RemindPlace(Day(row, 0), row.GetGuid(1)), cancellationToken);
    }

    /// <summary>How many men <see cref="ToRemindAsync"/> lists in all.</summary>
    public async Task<long> CountToRemindAsync(Clinic clinic, LocalDate on, CancellationToken cancellationToken)
    {
        await using var command = Command(DueDatesSql.CountToRemind, clinic, on.ToDateOnly());
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<List<WorkPlace>> ToSeeAsync(
        Clinic clinic, LocalDate on, bool withAlert, WorkPlace? after, int limit, Guid[]? among, CancellationToken cancellationToken)
    {
        List<object> values = [on.ToDateOnly()];
        if (after is not null)
        {
            values.AddRange([after.PatientId, after.WorkFrom.ToDateOnly()]);
        }

        if (after?.AlertFrom is { } alert)
        {
            values.Add(alert.ToDateOnly());
        }

        if (among is not null)
        {
            values.Add(among);
        }

        await using var command = Command(DueDatesSql.ToSee(withAlert, after is not null, among is not null, limit), clinic, [.. values]);
        return await ReadAsync(command, row => new WorkPlace(row.IsDBNull(0) ? null : Day(row, 0), Day(row, 1), row.GetGuid(2)), cancellationToken);
    }

    // The clinic and the protocol in force are the first two parameters of every statement.
    private NpgsqlCommand Command(string sql, Clinic clinic, params IEnumerable<object> values)
    {
        var command = database.CreateCommand(sql);
        foreach (var value in values.Prepend(clinic.InForce(GuidelineKind.Protocol)).Prepend(clinic.Id))
        {
            command.Parameters.AddWithValue(value);
        }

        return command;
    }

    private static LocalDate Day(NpgsqlDataReader row, int column) => LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(column));

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}

/// <summary>A man's place among those to be reminded.</summary>
/// <param name="From">The first day on which a message is to go out.</param>
/// <param name="PatientId">The man.</param>
public sealed record RemindPlace(LocalDate From, Guid PatientId);
