using FollowUp.Reports.Testosterone;

namespace FollowUp.Reports.Rows;

/// <summary>
/// Keeps equal parts of courses once. Of very many men most are in few strata, and most windows without a value are equal: a report holds all
/// rows at a time, and this makes it less than half the memory.
/// </summary>
internal sealed class SharedParts
{
    private readonly Dictionary<WindowReturn, WindowReturn> _windows = [];

    private readonly Dictionary<(Retrieval Without, string Previous, string Own), Retrieval> _retrievals = [];

    private readonly Dictionary<(int? EndedOn, bool HasBaseline), TimeOfReturn> _unseen = [];

    /// <summary>The course, made of what is shared where it can be.</summary>
    public TestosteroneCourse Of(TestosteroneCourse course) => course with
    {
        Retrieval = Of(course.Retrieval), Windows = Array.ConvertAll([.. course.Windows], Of), Time = Of(course.Time),
    };

    private WindowReturn Of(WindowReturn window)
    {
        if (window.NmolPerLitre is not null)
        {
            return window;
        }

        _windows.TryAdd(window, window);
        return _windows[window];
    }

    private TimeOfReturn Of(TimeOfReturn time)
    {
        if (time.Occasions.Count > 0)
        {
            return time with { Occasions = [.. time.Occasions] };
        }

        _unseen.TryAdd((time.EndedOn, time.HasBaseline), time);
        return _unseen[(time.EndedOn, time.HasBaseline)];
    }

    private Retrieval Of(Retrieval retrieval)
    {
        var key = (retrieval with { PreviousHistology = [], OwnHistology = [] }, string.Join(',', retrieval.PreviousHistology), string.Join(',', retrieval.OwnHistology));
        _retrievals.TryAdd(key, retrieval);
        return _retrievals[key];
    }
}
