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

    /// <summary>What it answers, in a sentence.</summary>
    string Description { get; }

    /// <summary>Who may read it: a policy's name.</summary>
    string Policy => Policies.Reports;

    /// <summary>What it can be divided by, in any combination.</summary>
    IReadOnlyList<Stratum> Strata => Stratum.Known;

    /// <summary>Its tables and figures of men.</summary>
    Task<ReportContent> Of(IMen men, ReportRequest request, CancellationToken cancellationToken);
}

/// <summary>What a report is asked for.</summary>
/// <param name="Asked">The date, rule set and protocol.</param>
/// <param name="By">What its tables are divided by, all of it at once; empty for what they are divided by unless asked.</param>
/// <param name="ForResearch">Whether small cells are withheld.</param>
public sealed record ReportRequest(Asked Asked, IReadOnlyList<Stratum> By, bool ForResearch)
{
    /// <summary>So many men at least stand behind whatever a reader sees of them one by one.</summary>
    public int LeastShown => ForResearch ? SmallCells.Least : 1;
}

/// <summary>What a report shows.</summary>
/// <param name="Tables">Its tables.</param>
/// <param name="Figures">Its figures, none of them empty.</param>
public sealed record ReportContent(IReadOnlyList<Table> Tables, IReadOnlyList<Figure> Figures);

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
    public virtual string Policy => Policies.Reports;

    /// <inheritdoc/>
    public virtual IReadOnlyList<Stratum> Strata => Stratum.Known;

    /// <inheritdoc/>
    public Task<ReportContent> Of(IMen men, ReportRequest request, CancellationToken cancellationToken) =>
        Of(men.AskAsync(course => Rows(course, request.Asked).ToList(), cancellationToken), request, cancellationToken);

    /// <summary>Its tables and figures of what was taken of men, one after another, from their courses or from what is kept of these.</summary>
    public async Task<ReportContent> Of(IAsyncEnumerable<IReadOnlyList<TRow>> taken, ReportRequest request, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        await foreach (var his in taken.WithCancellation(cancellationToken))
        {
            rows.AddRange(his);
        }

        IReadOnlyList<Table> tables = Made(rows, request, cancellationToken);
        if (request.ForResearch)
        {
            var suppression = new Suppression();
            suppression.Settle([.. Beside(rows, request)]);
            foreach (var coarser in Coarser(request.By))
            {
                suppression.Settle(Made(rows, request with { By = coarser }, cancellationToken));
            }

            tables = suppression.Settle(tables);
        }

        List<Figure> figures = [];
        foreach (var figure in Figures(rows, tables, request).Where(figure => !figure.IsEmpty))
        {
            cancellationToken.ThrowIfCancellationRequested();
            figures.Add(figure);
        }

        return new(tables, figures);
    }

    private List<Table> Made(IReadOnlyList<TRow> rows, ReportRequest request, CancellationToken cancellationToken)
    {
        List<Table> tables = [];
        foreach (var table in Tables(rows, request))
        {
            cancellationToken.ThrowIfCancellationRequested();
            tables.Add(table);
        }

        return tables;
    }

    // Every division that the one asked for makes finer, the coarsest first: its reader may ask for them as well.
    private static IEnumerable<IReadOnlyList<Stratum>> Coarser(IReadOnlyList<Stratum> by) => Enumerable.Range(0, (1 << by.Count) - 1)
        .OrderBy(chosen => System.Numerics.BitOperations.PopCount((uint)chosen))
        .Select(chosen => (IReadOnlyList<Stratum>)[.. by.Where((_, at) => (chosen & (1 << at)) != 0)]);

    /// <summary>What it takes from one man's course.</summary>
    protected abstract IEnumerable<TRow> Rows(PatientCourse course, Asked asked);

    /// <summary>Its tables, also of no rows at all.</summary>
    protected abstract IEnumerable<Table> Tables(IReadOnlyList<TRow> rows, ReportRequest request);

    /// <summary>Tables beside its own that hold numbers of its own: what is withheld in them is withheld in these.</summary>
    protected virtual IEnumerable<Table> Beside(IReadOnlyList<TRow> rows, ReportRequest request) => [];

    /// <summary>Its figures.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="tables">Its tables as the reader sees them: a figure of counts is drawn from these, so that it shows no more.</param>
    /// <param name="request">What was asked for.</param>
    protected virtual IEnumerable<Figure> Figures(IReadOnlyList<TRow> rows, IReadOnlyList<Table> tables, ReportRequest request) => [];
}
