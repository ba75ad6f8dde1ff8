using FollowUp.Patients.Rules;

namespace FollowUp.Reports;

/// <summary>A report. Found by scanning: a new one is one file.</summary>
public interface IReport
{
    /// <summary>Its name in addresses and commands, kebab-case.</summary>
    string Name { get; }

    /// <summary>Its title.</summary>
    string Title { get; }

    /// <summary>What it answers, in a sentence.</summary>
    string Description { get; }

    /// <summary>Its tables for men given one after another, in any order.</summary>
    Task<IReadOnlyList<Table>> TablesOf(IAsyncEnumerable<PatientCourse> men, Asked asked, CancellationToken cancellationToken);
}

/// <summary>A report that takes rows from each man's course and makes its tables of them: two pure functions.</summary>
/// <typeparam name="TRow">What it takes: little, for a cohort's rows are held at once and its courses are not.</typeparam>
public abstract class Report<TRow> : IReport
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Table>> TablesOf(IAsyncEnumerable<PatientCourse> men, Asked asked, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        await foreach (var course in men.WithCancellation(cancellationToken))
        {
            rows.AddRange(Rows(course, asked));
        }

        return Tables(rows);
    }

    /// <summary>What it takes from one man's course.</summary>
    protected abstract IEnumerable<TRow> Rows(PatientCourse course, Asked asked);

    /// <summary>Its tables, also of no rows at all.</summary>
    protected abstract IReadOnlyList<Table> Tables(IReadOnlyList<TRow> rows);
}
