using System.Text.RegularExpressions;

namespace FollowUp.RulesTests.Architecture;

/// <summary>The laws of the architecture: each says what code breaks it, so that it can be tried on code that does.</summary>
public static partial class Laws
{
    private const string Course = "FollowUp.Course";

    // An activity declares its alerts, so it sees what an alert is; what the room above makes of them it does not see.
    private const string AlertRules = "FollowUp.Alerts.Rules";

    /// <summary>
    /// The rooms of the house, from the ground up. A room sees those below it, never one above or beside it. Two things are open to all: the
    /// platform, which is the frameworks' set-up, and every room's <c>Facts</c>, the language that they share.
    /// </summary>
    public static readonly IReadOnlyList<IReadOnlyList<string>> Floors =
    [
        ["Course"], ["Directory"], ["Access"], ["Recording"], ["Alerts"],
        ["Patients", "Surgery", "Contacts", "Pain", "Complications", "Hormones"],
        ["Guidelines"], ["Recalls"], ["Reports"], ["Interop"], ["Demo"], ["CommandLine"],
    ];

    // The rules and pages of an activity are its own, for the rooms above it too.
    private static readonly string[] Private = ["Rules", "Pages"];

    // What is open all the same, from a room to a namespace or to one type, and why.
    private static readonly Dictionary<string, string[]> Open = new()
    {
        // The man's page: each activity adds its part to it, and its own pages have its head.
        ["Contacts"] = ["FollowUp.Patients.Pages"],
        ["Hormones"] = ["FollowUp.Patients.Pages"],

        // A man with Klinefelter syndrome is due at other times.
        ["Recalls"] = ["FollowUp.Patients.Pages", "FollowUp.Patients.Rules.EnrolmentQuestion", "FollowUp.Patients.Rules.EnrolmentAnswer"],

        // The description of the interface shows one explained answer.
        ["Recording"] = ["FollowUp.Patients.Rules.ConsentQuestion"],

        // What the frameworks store and whom they let in.
        ["Platform"] = [Course, "FollowUp.Access"],

        // Reports read documents and the answers (docs/adr/0012).
        ["Reports"] = ["FollowUp.Complications.Rules", "FollowUp.Hormones.Rules", "FollowUp.Pain.Rules", "FollowUp.Recalls.Rules"],
    };

    private static readonly string[] OutsideWorld = ["System.IO", "System.Net", "System.Data", "System.Diagnostics"];

    private static readonly string[] Clocks = ["NodaTime.IClock", "NodaTime.SystemClock", "NodaTime.ZonedClock", "System.TimeProvider", "FollowUp.Platform.Store.StoreTime"];

    private static readonly string[] NowAndChance =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Environment.get_TickCount64",
        "System.Random.get_Shared", "System.Random..ctor",
    ];

    /// <summary>The code of the pure rules: the course, the facts and each activity's rules.</summary>
    public static IEnumerable<Code> Rules(IEnumerable<Code> code) => code.Where(type => RulesNamespace().IsMatch(type.Namespace));

    /// <summary>Rules see NodaTime, the base library without the outside world, the course, facts and their own room's rules.</summary>
    public static IReadOnlyList<string> RulesThatSeeMore(IEnumerable<Code> code) => Broken(Rules(code), (type, use) =>
        OutsideWorld.Any(use.IsIn)
        || !(use.Namespace.Length == 0 || use.IsIn("System") || use.IsIn("NodaTime") || use.IsIn("Microsoft.CodeAnalysis") || use.IsIn(Course) || FactsNamespace().IsMatch(use.Namespace)
            || use.IsIn($"FollowUp.{Room(type.Namespace)}.Rules") || use.IsIn(AlertRules) || IsOpen(Room(type.Namespace), use)));

    /// <summary>Rules know no clock, no chance, and make no ids.</summary>
    public static IReadOnlyList<string> RulesThatAskTheClock(IEnumerable<Code> code) => Broken(Rules(code), (_, use) => AsksTheClock(use));

    /// <summary>Code that looks up, sideways, or into what is another room's own.</summary>
    public static IReadOnlyList<string> CodeThatSeesTooMuch(IEnumerable<Code> code) => Broken(
        code.Where(type => type.Namespace.StartsWith("FollowUp.", StringComparison.Ordinal)), (type, use) =>
            use.IsIn("FollowUp") && use.Namespace is not "FollowUp" && Room(use.Namespace) != Room(type.Namespace) && !MaySee(Room(type.Namespace), use));

    /// <summary>The arrows that the code draws, room by room.</summary>
    public static IReadOnlyList<string> Arrows(IEnumerable<Code> code) =>
        [.. code.Where(type => type.Namespace.StartsWith("FollowUp.", StringComparison.Ordinal))
            .SelectMany(type => type.Uses().Where(use => use.IsIn("FollowUp.") || use.IsIn("FollowUp")).Where(use => use.Namespace.Contains('.', StringComparison.Ordinal) && Room(use.Namespace) != Room(type.Namespace))
                .Select(use => $"{Room(type.Namespace)} -> {use.Namespace}"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static bool MaySee(string room, Use use)
    {
        var (other, part) = (Room(use.Namespace), use.Namespace.Split('.').ElementAtOrDefault(2));
        if (part is "Facts" || IsOpen(room, use))
        {
            return true;
        }

        return room is not "Platform" && (other is "Platform" || (Floor(other) < Floor(room) && !(Floor(other) >= Activities && Private.Contains(part))));
    }

    private static bool IsOpen(string room, Use use) => Open.TryGetValue(room, out var open) && open.Any(to => use.IsIn(to) || use.Type == to);

    private static readonly int Activities = Floor("Patients");

    private static int Floor(string room) => Enumerable.Range(0, Floors.Count).FirstOrDefault(floor => Floors[floor].Contains(room), Floors.Count);

    private static string Room(string space) => space.Split('.')[1];

    /// <summary>Projections: folds that the store runs and replays.</summary>
    public static IEnumerable<Code> Projections(IEnumerable<Code> code) => code.Where(type =>
        type.DerivesFrom("Marten.Events.Aggregation.") || type.DerivesFrom("Marten.Events.Projections."));

    /// <summary>A projection that asks the clock, or makes an id, gives another answer when it is replayed.</summary>
    public static IReadOnlyList<string> ProjectionsThatAskTheClock(IEnumerable<Code> code) =>
        Broken(Projections(code), (_, use) => AsksTheClock(use));

    /// <summary>Jobs that Quartz runs.</summary>
    public static IEnumerable<Code> Jobs(IEnumerable<Code> code) => code.Where(type =>
        type.Definition is { IsClass: true, IsAbstract: false } && type.Definition.Interfaces.Any(implemented => implemented.InterfaceType.FullName is "Quartz.IJob"));

    /// <summary>A job that may run twice at once can do its work twice.</summary>
    public static IReadOnlyList<string> JobsThatRunTwiceAtOnce(IEnumerable<Code> code) =>
        [.. Jobs(code).Where(job => !job.Definition.CustomAttributes.Any(attribute => attribute.AttributeType.FullName is "Quartz.DisallowConcurrentExecutionAttribute"))
            .Select(job => $"{job.Name} needs [DisallowConcurrentExecution]")];

    private static bool AsksTheClock(Use use) => Clocks.Contains(use.Type) || NowAndChance.Contains(use.ToString());

    private static IReadOnlyList<string> Broken(IEnumerable<Code> code, Func<Code, Use, bool> breaks) =>
        [.. code.SelectMany(type => type.Uses().Where(use => breaks(type, use)).Select(use => $"{type.Name} uses {use}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^FollowUp\.\w+\.Facts$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FactsNamespace();

    /// <summary>The namespaces of the pure rules: the course, the facts and the rules of each room.</summary>
    [GeneratedRegex(@"^FollowUp\.(Course|\w+\.(Rules|Facts))(\.|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex RulesNamespace();
}
