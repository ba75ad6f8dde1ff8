using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Platform.Figures;
using FollowUp.Recording;
using FollowUp.Reports.Tables;

namespace FollowUp.Reports;

/// <summary>A report. Found by scanning: a new one is one file.</summary>
public interface IReport
{
    /// <summary>Its name in addresses and commands, kebab-case.</summary>
    string Name { get; }

    /// <summary>Its title.</summary>
    string Title { get; }

    /// <summary>What it answers, as a sentence.</summary>
    string Description { get; }

    /// <summary>Who may read it: a policy's name.</summary>
    string Policy => Policies.Reports;

    /// <summary>What it can be divided by, in any combination.</summary>
    IReadOnlyList<Stratum> Strata => Stratum.Known;

    /// <summary>Its tables and figures.</summary>
    Task<ReportContent> Of(IMen men, ReportParameters parameters, CancellationToken cancellationToken);
}

/// <summary>What a report's tables depend on.</summary>
/// <param name="Asked">The date, rule set and protocol.</param>
/// <param name="By">What its tables are divided by, all at once; empty for their usual division.</param>
/// <param name="ForResearch">Whether small cells are withheld.</param>
public sealed record ReportParameters(Asked Asked, IReadOnlyList<Stratum> By, bool ForResearch)
{
    /// <summary>How many men there must be before a figure may show them one by one.</summary>
    public int LeastShown => ForResearch ? SmallCells.Threshold : 1;
}

/// <summary>What a report shows.</summary>
/// <param name="Tables">Its tables.</param>
/// <param name="Figures">Its figures, none of them empty.</param>
public sealed record ReportContent(IReadOnlyList<Table> Tables, IReadOnlyList<Figure> Figures);

/// <summary>A report in two pure functions: one takes rows from each man's course, one makes tables from all rows.</summary>
/// <typeparam name="TRow">A row. It should be small: the rows of all men are in memory together.</typeparam>
public abstract class Report<TRow> : IReport
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Title { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public virtual string Policy => Policies.Reports;

    /// <inheritdoc/>
    public virtual IReadOnlyList<Stratum> Strata => Stratum.Known;

    /// <inheritdoc/>
    public Task<ReportContent> Of(IMen men, ReportParameters parameters, CancellationToken cancellationToken) =>
        Of(men.AskAsync(course => Rows(course, parameters.Asked).ToList(), cancellationToken), parameters, cancellationToken);

    /// <summary>Its tables and figures from rows, which come man by man.</summary>
    public async Task<ReportContent> Of(IAsyncEnumerable<IReadOnlyList<TRow>> taken, ReportParameters parameters, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        await foreach (var his in taken.WithCancellation(cancellationToken))
        {
            rows.AddRange(his);
        }

        IReadOnlyList<Table> tables = TablesOf(rows, parameters, cancellationToken);
        if (parameters.ForResearch)
        {
            var suppression = new CellSuppression();
            suppression.Apply([.. RelatedTables(rows, parameters)]);
            foreach (var coarser in Coarser(parameters.By))
            {
                suppression.Apply(TablesOf(rows, parameters with { By = coarser }, cancellationToken));
            }

            tables = suppression.Apply(tables);
        }

        List<Figure> figures = [];
        foreach (var figure in Figures(rows, tables, parameters).Where(figure => !figure.IsEmpty))
        {
            cancellationToken.ThrowIfCancellationRequested();
            figures.Add(figure);
        }

        return new(tables, figures);
    }

    private List<Table> TablesOf(IReadOnlyList<TRow> rows, ReportParameters parameters, CancellationToken cancellationToken)
    {
        List<Table> tables = [];
        foreach (var table in Tables(rows, parameters))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tables.Add(table);
        }

        return tables;
    }

    // The reader may ask for every coarser division too, so these are protected before the one asked for; the coarsest first.
    private static IEnumerable<IReadOnlyList<Stratum>> Coarser(IReadOnlyList<Stratum> by) => Enumerable.Range(0, (1 << by.Count) - 1)
        .OrderBy(chosen => System.Numerics.BitOperations.PopCount((uint)chosen))
        .Select(chosen => (IReadOnlyList<Stratum>)[.. by.Where((_, at) => (chosen & (1 << at)) != 0)]);

    /// <summary>The rows of one man.</summary>
    protected abstract IEnumerable<TRow> Rows(PatientCourse course, Asked asked);

    /// <summary>Its tables; there may be no rows at all.</summary>
    protected abstract IEnumerable<Table> Tables(IReadOnlyList<TRow> rows, ReportParameters parameters);

    /// <summary>Tables of other reports that print the same numbers: what is withheld there is withheld here.</summary>
    protected virtual IEnumerable<Table> RelatedTables(IReadOnlyList<TRow> rows, ReportParameters parameters) => [];

    /// <summary>Its figures.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="tables">Its tables as the reader sees them: a figure of counts is drawn from these, so that it shows no more than they do.</param>
    /// <param name="parameters">What they depend on.</param>
    protected virtual IEnumerable<Figure> Figures(IReadOnlyList<TRow> rows, IReadOnlyList<Table> tables, ReportParameters parameters) => [];
}
