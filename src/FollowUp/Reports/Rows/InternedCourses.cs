using FollowUp.Reports.Testosterone;

namespace FollowUp.Reports.Rows;

/// <summary>
/// Interns the parts of testosterone courses: equal parts become one object. A report holds the rows of all men in memory, and most men share their
/// strata and their windows without a value, so it takes less than half the memory.
/// </summary>
internal sealed class InternedCourses
{
    private readonly Dictionary<WindowReturn, WindowReturn> _emptyWindows = [];

    private readonly Dictionary<(int? EndedOn, bool HasBaseline), TimeOfReturn> _timesWithoutSample = [];

    private readonly Dictionary<(Retrieval WithoutHistology, string PreviousHistology, string OwnHistology), Retrieval> _retrievals = [];

    /// <summary>An equal course, made of interned parts.</summary>
    public TestosteroneCourse Of(TestosteroneCourse course) => course with
    {
        Retrieval = Of(course.Retrieval), Windows = Array.ConvertAll([.. course.Windows], Of), Time = Of(course.Time),
    };

    private WindowReturn Of(WindowReturn window) => window.NmolPerLitre is null ? Interned(_emptyWindows, window, window) : window;

    private TimeOfReturn Of(TimeOfReturn time) => time.Occasions.Count == 0
        ? Interned(_timesWithoutSample, (time.EndedOn, time.HasBaseline), time)
        : time with { Occasions = [.. time.Occasions] };

    // Lists are compared by reference, so the patterns stand in the key as text.
    private Retrieval Of(Retrieval retrieval) => Interned(
        _retrievals,
        (retrieval with { PreviousHistology = [], OwnHistology = [] }, string.Join(',', retrieval.PreviousHistology), string.Join(',', retrieval.OwnHistology)),
        retrieval);

    private static TValue Interned<TKey, TValue>(Dictionary<TKey, TValue> interned, TKey key, TValue value)
        where TKey : notnull
    {
        interned.TryAdd(key, value);
        return interned[key];
    }
}
