using FollowUp.Course;
using FollowUp.Course.Explanations;
using FollowUp.Pain.Facts;

namespace FollowUp.Pain.Rules;

/// <summary>Explains the band of a pain score, which score is the latest, and how the pain changed over time.</summary>
internal static class PainExplanations
{
    private static readonly Basis Scale = new("NRS", "1", "Numeric rating scale, bands and meaningful change (V64)");

    public static IReadOnlyList<Explanation> Of(PatientCourse course)
    {
        var answer = PainQuestion.Answer(course);
        var byId = answer.Episodes.ToDictionary(episode => episode.Id);
        return
        [
            Latest(answer, course),
            .. answer.Episodes.Where(episode => episode.Nrs is not null).Select(Band),
            .. answer.Courses.Select(each => Course(each, byId)),
        ];
    }

    private static Explanation Latest(PainAnswer answer, PatientCourse course) => new()
    {
        Of = "pain.latest",
        About = answer.Latest?.Id,
        Outcome = answer.Latest is null ? PainKnown.NotAsked : PainKnown.Scored,
        Rules = ["domain 5"],
        Used = answer.Latest is { } latest ? [new(latest.Id, PainRole.Latest)] : [],
        LeftOut =
        [
            .. answer.Episodes.SkipLast(1).Select(episode => new LeftOutFact(episode.Id, CourseReason.LaterStatement)),
            .. LeftOutFact.RetractedIn<PainReported>(course),
        ],
    };

    private static Explanation Band(PainEpisode episode) => new()
    {
        Of = "pain.band",
        About = episode.Id,
        Outcome = episode.Band!.Value,
        Values = new Dictionary<string, object> { ["nrs"] = (decimal)episode.Nrs!.Value, ["site"] = Code.From(episode.Site) },
        Basis = Scale,
        Rules = ["V64"],
        Used = [new(episode.Id, PainRole.Score)],
        Compared = [.. ((int[])[1, 4, 7]).Select(from => Compared.Of(
            PainQuantity.Nrs, episode.Nrs!.Value, "/10", Relation.AtLeast, from, "V64", episode.Id))],
    };

    private static Explanation Course(PainCourse pain, Dictionary<Guid, PainEpisode> byId) => new()
    {
        Of = "pain.course",
        About = pain.EpisodeIds[^1],
        Outcome = pain.Trend,
        Values = new Dictionary<string, object>
        {
            ["count"] = (decimal)pain.EpisodeIds.Count, ["site"] = Code.From(pain.Site), ["side"] = Code.From(pain.Side), ["during"] = Code.From(pain.During),
        },
        Basis = Scale,
        Rules = ["V64"],
        Used = [.. pain.EpisodeIds.TakeLast(2).Select(id => new UsedFact(id, PainRole.Score))],
        LeftOut = [.. pain.EpisodeIds.SkipLast(2).Select(id => new LeftOutFact(id, CourseReason.LaterStatement))],
        Compared = pain.Change is { } change
            ? [Compared.Of(PainQuantity.Rise, Math.Abs(change), "/10", Relation.AtLeast, PainQuestion.MeaningfulChange, "V64", byId[pain.EpisodeIds[^1]].Id)]
            : [],
    };
}

/// <summary>Whether a pain score is recorded.</summary>
public enum PainKnown
{
    /// <summary>No score is recorded.</summary>
    NotAsked,

    /// <summary>There is at least one score.</summary>
    Scored,
}

/// <summary>What a fact was used for in an answer about pain or analgesics.</summary>
public enum PainRole
{
    /// <summary>The latest score.</summary>
    Latest,

    /// <summary>A score.</summary>
    Score,

    /// <summary>A dose that was summed.</summary>
    Dose,

    /// <summary>The weight that sets the limit.</summary>
    Weight,

    /// <summary>A fact that the caution rests on.</summary>
    Caution,
}
