using System.Text.Json;
using FollowUp.Access;
using FollowUp.Course;
using FollowUp.Course.Json;
using FollowUp.Recording.Endpoints;
using NodaTime;

namespace FollowUp.Recording;

/// <summary>Asks every question, and runs every check, that the activities declare.</summary>
public static class Questions
{
    /// <summary>Every question, in the order of their names.</summary>
    public static readonly IReadOnlyList<IQuestion> All = [.. Scan.For<IQuestion>().OrderBy(question => question.Name, StringComparer.Ordinal)];

    private static readonly IReadOnlyList<IDatedQuestion> Dated = [.. All.OfType<IDatedQuestion>()];

    /// <summary>The last part of an answer's address: its name in kebab-case.</summary>
    public static string AddressOf(IQuestion question) => JsonNamingPolicy.KebabCaseLower.ConvertName(question.Name);

    /// <summary>Every answer of a course, by name.</summary>
    public static IReadOnlyDictionary<string, object> Ask(PatientCourse course, Asked asked) =>
        All.ToDictionary(question => question.Name, question => question.Ask(course, asked), StringComparer.Ordinal);

    /// <summary>Every answer of a course as it is sent, by name: an answer whose JSON is equal has not changed.</summary>
    public static IReadOnlyDictionary<string, AnswerJson> Sent(PatientCourse course, Asked asked) =>
        All.ToDictionary(question => question.Name, question => Sent(question, course, asked), StringComparer.Ordinal);

    private static AnswerJson Sent(IQuestion question, PatientCourse course, Asked asked) =>
        course.Cached(asked, (known, key) => AnswerJson.Of(question.Ask(known, key)), question.Name);

    /// <summary>From which days on the lists show the man, over all questions.</summary>
    public static WorkDates Dates(PatientCourse course, string protocol)
    {
        var dates = Dated.Select(question => course.Cached(protocol, question.Dates, question.Name)).ToList();
        return new(dates.Min(date => date.WorkFrom), dates.Min(date => date.RemindFrom)) { AlertFrom = dates.Min(date => date.AlertFrom) };
    }

    /// <summary>As a clinic asks when something is recorded: for that day, under the rule set in force then.</summary>
    public static Asked At(Clinic clinic, Instant recorded) => new PointOfView(recorded, recorded.InZone(clinic.Zone).Date).Asked(clinic);
}

/// <summary>The checks that the activities declare, by kind of fact.</summary>
public static class AllChecks
{
    private static readonly Dictionary<Type, Checks> ByKind = FactJson.Kinds.Values.ToDictionary(kind => kind, Make);

    /// <summary>All findings about a fact.</summary>
    public static IReadOnlyList<Finding> Run(Fact fact, PatientCourse course, DecisionContext context) => ByKind[fact.GetType()](fact, course, context);

    private static Checks Make(Type kind) =>
        (Checks)typeof(AllChecks).GetMethod(nameof(MakeFor), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(kind).Invoke(null, null)!;

    private static Checks MakeFor<TFact>()
        where TFact : Fact
    {
        var checks = Scan.For<ICheck<TFact>>();
        return (fact, course, context) => [.. checks.SelectMany(check => check.Check((TFact)fact, course, context))];
    }
}
