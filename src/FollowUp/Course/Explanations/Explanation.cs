using NodaTime;

namespace FollowUp.Course.Explanations;

/// <summary>Why one derived answer is what it is: what it rests on, what it leaves out, and what was compared with what.</summary>
/// <remarks>
/// A value, made by the question that gives the answer and from the same course, rule set and date; the platform puts it into words.
/// </remarks>
public sealed record Explanation
{
    /// <summary>The derived answer: the question's name, and a part of it after a dot, for instance <c>consent.reminders</c>.</summary>
    public required string Of { get; init; }

    /// <summary>The entry it is about: an operation, a complication, a dose; null when it is about the man.</summary>
    public Guid? About { get; init; }

    /// <summary>Which of several answers about that entry: a recall's key, a window, a scope; null when there is one.</summary>
    public string? Item { get; init; }

    /// <summary>What the answer is. Its text is <c>{Of}.{Outcome}</c>.</summary>
    public required Code Outcome { get; init; }

    /// <summary>Numbers, days and codes that the outcome's text names in braces, unrounded.</summary>
    public IReadOnlyDictionary<string, object> Values { get; init; } = new Dictionary<string, object>();

    /// <summary>The rule set, protocol or scale; null where only the rules below decide.</summary>
    public Basis? Basis { get; init; }

    /// <summary>The rules that decide, by their ids, for instance <c>R61</c>, or by their source.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Every fact it rests on.</summary>
    public IReadOnlyList<UsedFact> Used { get; init; } = [];

    /// <summary>Every fact of the kinds concerned that it does not rest on.</summary>
    public IReadOnlyList<LeftOutFact> LeftOut { get; init; } = [];

    /// <summary>Every threshold, with the value compared.</summary>
    public IReadOnlyList<Compared> Compared { get; init; } = [];
}

/// <summary>The rule set, protocol or scale that an answer is based on.</summary>
/// <param name="Id">The id of the rule set, protocol or scale.</param>
/// <param name="Version">Its version.</param>
/// <param name="Source">The publication or decision behind it.</param>
/// <param name="EffectiveOn">From when on it holds, if it says so.</param>
public sealed record Basis(string Id, string Version, string Source, LocalDate? EffectiveOn = null);

/// <summary>A fact that an answer rests on.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Role">What it was used as.</param>
public sealed record UsedFact(Guid Id, Code Role);

/// <summary>A fact that an answer does not rest on.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Reasons">Why not, the first reason first; at least one.</param>
public sealed record LeftOutFact(Guid Id, IReadOnlyList<Code> Reasons)
{
    /// <summary>A fact left out for one reason.</summary>
    public LeftOutFact(Guid id, Code reason)
        : this(id, [reason])
    {
    }

    /// <summary>The retracted entries of a kind of fact: no answer rests on them.</summary>
    /// <param name="course">The course.</param>
    /// <param name="concerned">Which of the kind; all of them when it is left out.</param>
    public static IEnumerable<LeftOutFact> RetractedIn<TFact>(PatientCourse course, Func<TFact, bool>? concerned = null)
        where TFact : Fact
    {
        var retracted = Corrections.RetractedIn(course.Log);
        return retracted.Count == 0 ? [] :
            from entry in course.Log
            where retracted.Contains(entry.Id) && entry.Fact is TFact fact && concerned?.Invoke(fact) != false
            orderby entry.Id
            select new LeftOutFact(entry.Id, CourseReason.Retracted);
    }
}

/// <summary>Why a fact does not count, whatever the question.</summary>
public enum CourseReason
{
    /// <summary>It was retracted.</summary>
    Retracted,

    /// <summary>A later statement takes its place.</summary>
    LaterStatement,

    /// <summary>He refused on the same day, and a refusal counts.</summary>
    RefusedThatDay,

    /// <summary>Follow-up was resumed since.</summary>
    ResumedSince,

    /// <summary>He was reached since.</summary>
    ReachedSince,

    /// <summary>Another end of follow-up counts before it.</summary>
    EndedOtherwise,
}
