using FollowUp.Access;
using FollowUp.Course;
using NodaTime;
using Npgsql;

namespace FollowUp.Recording.ReadModels;

/// <summary>How far the dates of a clinic's men are found under the recall protocol in force.</summary>
/// <param name="Known">The men whose dates are.</param>
/// <param name="Of">All of its men.</param>
public sealed record DatingProgress(long Known, long Of);

/// <summary>A man's place among those who need looking at: alerts first, the oldest at the top, then the longest due.</summary>
/// <param name="AlertFrom">The day of his oldest alert that nobody has taken on; null without one.</param>
/// <param name="WorkFrom">The first day on which something is due for him.</param>
/// <param name="PatientId">The man.</param>
public sealed record WorkPlace(LocalDate? AlertFrom, LocalDate WorkFrom, Guid PatientId)
{
    /// <summary>What places are put in order by.</summary>
    public (LocalDate Alert, LocalDate Work, Guid Man) Order => (AlertFrom ?? LocalDate.MaxIsoValue, WorkFrom, PatientId);

    /// <summary>The place of a man by the dates that lists find him by; null when nothing will be due for him.</summary>
    public static WorkPlace? Of(DueDates document) => document.WorkFrom is { } work
        ? new(document.AlertFrom is { } alert ? LocalDate.FromDateOnly(alert) : null, LocalDate.FromDateOnly(work), document.Id)
        : null;
}

/// <summary>A clinic's men by the dates in their documents, some at a time, each list in the order of an index.</summary>
/// <remarks>
/// The dates are found under a recall protocol. After a clinic has adopted another, those of the one before are no help: a man is found by his
/// dates only once they were found under the one in force (<see cref="DueDateWorker"/>), and whoever lists men says how many are not.
/// </remarks>
public sealed class DueDateIndex(NpgsqlDataSource database)
{
    private static readonly string From = $"from {Replay.Documents} where tenant_id = $1 and ";

    // Ranges, for an inequality finds no index; those who are first on a list, by their dates until now, come first.
    private static readonly string[] Others = ["protocol < $2", "protocol > $2", "protocol is null and $2 = $2"];

    /// <summary>Whether every man's dates were found under the protocol in force.</summary>
    public async Task<bool> AreKnownAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        // The ends of the index and nothing between: a plan kept for any protocol would read every man to find none of another.
        await using var command = database.CreateCommand($"""
            select not exists (select 1 {From}protocol is null) and coalesce(min(protocol) = $2 and max(protocol) = $2, true)
            from {Replay.Documents} where tenant_id = $1
            """);
        Add(command, clinic);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>How far the dates are found under the protocol in force; null once all are.</summary>
    public async Task<DatingProgress?> BeingFoundAsync(Clinic clinic, CancellationToken cancellationToken)
    {
        if (await AreKnownAsync(clinic, cancellationToken))
        {
            return null;
        }

        await using var command = database.CreateCommand($"select count(*) filter (where protocol = $2), count(*) from {Replay.Documents} where tenant_id = $1");
        Add(command, clinic);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var found = new DatingProgress(reader.GetInt64(0), reader.GetInt64(1));
        return found.Known == found.Of ? null : found;
    }

    /// <summary>Men whose dates were found under another protocol, at most so many; those with an alert first, then the longest due by those dates.</summary>
    public async Task<Guid[]> NotYetAsync(Clinic clinic, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(
            $"select id from ({string.Join(" union all ", Others.Select(other => $"(select id {From}{other} order by protocol, alert_from, work_from, id limit $3)"))}) others limit $3");
        Add(command, clinic);
        command.Parameters.AddWithValue(limit);
        return [.. (await ReadAsync(command, reader => reader.GetGuid(0), cancellationToken))];
    }

    /// <summary>The men for whom something is due on a day, in the order of the worklist, from a place on.</summary>
    /// <param name="clinic">The clinic.</param>
    /// <param name="on">The day.</param>
    /// <param name="after">The place after which they come; null from the first.</param>
    /// <param name="limit">The most.</param>
    /// <param name="among">Of these men only; null of all.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<WorkPlace>> ToSeeAsync(
        Clinic clinic, LocalDate on, WorkPlace? after, int limit, Guid[]? among, CancellationToken cancellationToken)
    {
        // Two questions: the index holds the men without an alert, most of all, in the order of what is due, behind those with one.
        List<WorkPlace> men = after is { AlertFrom: null } ? [] : await AskAsync("alert_from is not null", "(alert_from, work_from, id) > ($6, $5, $4)");
        if (men.Count < limit)
        {
            after = after is { AlertFrom: null } ? after : null;
            men.AddRange((await AskAsync("alert_from is null", "(work_from, id) > ($5, $4) and $6 = $6")).Take(limit - men.Count));
        }

        return men;

        async Task<List<WorkPlace>> AskAsync(string which, string behind)
        {
            await using var command = database.CreateCommand(ToSee(
                $"{which}{(after is null ? "" : $" and {behind}")}{(among is null ? "" : $" and id = any(${(after is null ? 4 : 7)})")}", limit));
            Add(command, clinic);
            command.Parameters.AddWithValue(on.ToDateOnly());
            if (after is not null)
            {
                command.Parameters.AddWithValue(after.PatientId);
                command.Parameters.AddWithValue(after.WorkFrom.ToDateOnly());
                command.Parameters.AddWithValue((after.AlertFrom ?? after.WorkFrom).ToDateOnly());
            }

            if (among is not null)
            {
                command.Parameters.AddWithValue(among);
            }

            return await ReadAsync(
                command,
                reader => new WorkPlace(reader.IsDBNull(0) ? null : LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(0)), LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(1)), reader.GetGuid(2)),
                cancellationToken);
        }
    }

    /// <summary>The men for whom a message that is not yet decided is to go out by a day, the longest due first, from a place on.</summary>
    public async Task<IReadOnlyList<RemindPlace>> ToRemindAsync(Clinic clinic, LocalDate on, RemindPlace? after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"""
            select remind_from, id {From}protocol = $2 and remind_from <= $3 {(after is null ? "" : "and (remind_from, id) > ($4, $5)")}
            order by remind_from, id limit {limit}
            """);
        Add(command, clinic);
        command.Parameters.AddWithValue(on.ToDateOnly());
        if (after is not null)
        {
            command.Parameters.AddWithValue(after.From.ToDateOnly());
            command.Parameters.AddWithValue(after.PatientId);
        }

        return await ReadAsync(command, reader => new RemindPlace(LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(0)), reader.GetGuid(1)), cancellationToken);
    }

    /// <summary>How many of those whom <see cref="ToRemindAsync"/> lists there are.</summary>
    public async Task<long> CountToRemindAsync(Clinic clinic, LocalDate on, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand($"select count(*) {From}protocol = $2 and remind_from <= $3");
        Add(command, clinic);
        command.Parameters.AddWithValue(on.ToDateOnly());
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The question that a page of the worklist is found by: clinic, protocol and day are its first three parameters.</summary>
    public static string ToSee(string which, int limit) =>
        $"select alert_from, work_from, id {From}protocol = $2 and work_from <= $3 and {which} order by alert_from, work_from, id limit {limit}";

    private static void Add(NpgsqlCommand command, Clinic clinic)
    {
        command.Parameters.AddWithValue(clinic.Id);
        command.Parameters.AddWithValue(clinic.InForce(GuidelineKind.Protocol));
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var all = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            all.Add(read(reader));
        }

        return all;
    }
}

/// <summary>A man's place among those to be reminded.</summary>
/// <param name="From">The first day on which a message is to go out.</param>
/// <param name="PatientId">The man.</param>
public sealed record RemindPlace(LocalDate From, Guid PatientId);
