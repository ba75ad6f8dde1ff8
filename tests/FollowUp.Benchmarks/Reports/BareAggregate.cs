using System.Diagnostics;
using FollowUp.Reports.Testosterone;
using Npgsql;

namespace FollowUp.Benchmarks.Reports;

/// <summary>The main table as one would write it by hand in SQL, over the same rows: nothing of time to return, hypogonadism, tests or bands.</summary>
internal static class BareAggregate
{
    private static readonly string Sql = $"""
        select least(number, 3), "window", baseline.kind, count(*), count(percent), avg(percent), stddev_samp(percent), avg(nmol) filter (where percent is not null),
               percentile_cont(array[0.25, 0.5, 0.75]) within group (order by percent),
               count(*) filter (where percent >= {TestosteroneReturn.ReturnedFromPercent}), count(*) filter (where percent < {TestosteroneReturn.FallenBelowPercent})
        from (
            select (operation -> 'retrieval' ->> 'number')::int as number, at_window ->> 'window' as "window", (at_window ->> 'nmolPerLitre')::numeric as nmol,
                   case when jsonb_typeof(at_window -> 'ofIndex') = 'number' then (at_window ->> 'ofIndex')::numeric end as of_index,
                   case when jsonb_typeof(at_window -> 'ofFirst') = 'number' then (at_window ->> 'ofFirst')::numeric end as of_first
            from followup.mt_doc_cohortrow, jsonb_array_elements(data -> 'operations') operation, jsonb_array_elements(operation -> 'windows') at_window
            where tenant_id = $1 and (data ->> 'isMan')::boolean) values,
            lateral (values ('index', of_index), ('first', of_first)) baseline (kind, percent)
        group by 1, 2, 3
        order by 1, 2, 3
        """;

    /// <summary>How long it takes, in seconds.</summary>
    public static async Task<double> SecondsAsync(Environs environs)
    {
        await using var source = NpgsqlDataSource.Create(environs.Connection);
        await using var command = source.CreateCommand(Sql);
        command.CommandTimeout = 600;
        command.Parameters.AddWithValue(Environs.Clinic);
        var clock = Stopwatch.StartNew();
        await using var reader = await command.ExecuteReaderAsync();
        var groups = 0;
        while (await reader.ReadAsync())
        {
            groups++;
        }

        return groups > 0 ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException("There is nothing to aggregate.");
    }
}
