using System.Text.RegularExpressions;

namespace FollowUp.RulesTests.Architecture;

/// <summary>The laws of the architecture: each says what code breaks it, so that it can be tried on code that does.</summary>
public static partial class Laws
{
    private const string Course = "FollowUp.Patients.Rules";

    private static readonly string[] OpenToAll = [Course, "FollowUp.Patients.Recording", "FollowUp.Patients.Pages", "FollowUp.Platform", "FollowUp.Access"];

    // Reports read documents and the answers (docs/adr/0012), and their study ids are made with the master key; recalls write to a man and
    // list whom to call. A namespace, or one type of it.
    private static readonly Dictionary<string, string[]> OpenToOne = new()
    {
        ["Reports"] =
        [
            "FollowUp.Complications.Rules", "FollowUp.Hormones.Rules", "FollowUp.Pain.Rules", "FollowUp.Recalls.Rules",
            "FollowUp.Patients.Directory.MasterKeys",
        ],
        ["Recalls"] = ["FollowUp.Patients.Directory"],
    };

    private static readonly string[] OutsideWorld = ["System.IO", "System.Net", "System.Data", "System.Diagnostics"];

    private static readonly string[] Clocks = ["NodaTime.IClock", "NodaTime.SystemClock", "NodaTime.ZonedClock", "System.TimeProvider", "FollowUp.Platform.StoreTime"];

    private static readonly string[] NowAndChance =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Environment.get_TickCount64",
        "System.Random.get_Shared", "System.Random..ctor",
    ];

    /// <summary>The code of the pure rules.</summary>
    public static IEnumerable<Code> Rules(IEnumerable<Code> code) => code.Where(type => RulesNamespace().IsMatch(type.Namespace));

    /// <summary>
    /// The code of the clinical activities, and of sign-in, which is none but may not know them either. The command line is the
    /// edge where activities meet: it may know them all.
    /// </summary>
    public static IEnumerable<Code> Activities(IEnumerable<Code> code) => code.Where(type =>
        type.Namespace.StartsWith("FollowUp.", StringComparison.Ordinal) && Activity(type.Namespace) is not ("Platform" or "CommandLine"));

    /// <summary>Rules see NodaTime, the base library without the outside world, the course and their own folder.</summary>
    public static IReadOnlyList<string> RulesThatSeeMore(IEnumerable<Code> code) => Broken(Rules(code), (type, use) =>
        OutsideWorld.Any(use.IsIn)
        || !(use.Namespace.Length == 0 || use.IsIn("System") || use.IsIn("NodaTime") || use.IsIn("Microsoft.CodeAnalysis") || use.IsIn(Course)
            || use.IsIn($"FollowUp.{Activity(type.Namespace)}.Rules")));

    /// <summary>Rules know no clock, no chance, and make no ids.</summary>
    public static IReadOnlyList<string> RulesThatAskTheClock(IEnumerable<Code> code) => Broken(Rules(code), (_, use) => AsksTheClock(use));

    /// <summary>An activity sees its own folder and what is open to all, never another activity; reports also see the answers they count.</summary>
    public static IReadOnlyList<string> ActivitiesThatSeeAnother(IEnumerable<Code> code) => Broken(Activities(code), (type, use) =>
        use.IsIn("FollowUp") && !use.IsIn($"FollowUp.{Activity(type.Namespace)}") && !OpenToAll.Any(use.IsIn) && use.Namespace is not "FollowUp"
        && !(OpenToOne.TryGetValue(Activity(type.Namespace), out var open) && open.Any(to => use.IsIn(to) || use.Type == to)));

    /// <summary>The platform sees no activity; the facts it stores are the course's.</summary>
    public static IReadOnlyList<string> PlatformThatSeesAnActivity(IEnumerable<Code> code) =>
        Broken(code.Where(type => type.Namespace is "FollowUp.Platform"), (_, use) =>
            use.IsIn("FollowUp") && !use.IsIn("FollowUp.Platform") && !use.IsIn("FollowUp.Access") && !use.IsIn(Course));

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

    private static string Activity(string space) => space.Split('.')[1];

    [GeneratedRegex(@"^FollowUp\.\w+\.Rules(\.|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RulesNamespace();
}
