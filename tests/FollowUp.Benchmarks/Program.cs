using System.Globalization;
using FollowUp.Benchmarks;
using FollowUp.Benchmarks.Chaos;
using FollowUp.Benchmarks.Course;
using FollowUp.Benchmarks.Pages;
using FollowUp.Benchmarks.Recalls;
using FollowUp.Benchmarks.Reference;
using FollowUp.Benchmarks.Reports;
using FollowUp.Benchmarks.Work;
using FollowUp.Patients.Pages.Chart;

// Started by ops/bench, which names the database, the keys and the built product in the environment; a course needs none of them.
switch (args)
{
    case ["reference", var url]:
        await ReferenceServer.RunAsync(url);
        return 0;
    case []:
    case ["quick"]:
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return await new BenchmarkRun(args.Length == 0 ? Extent.Full : Extent.Quick).RunAsync();
    case ["post"]:
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return await new BenchmarkRun(Extent.Full with { Men = 300 }).RunAsync(men => new PostContact(men));
    case ["get"]:
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return await new BenchmarkRun(Extent.Full with { Men = 300 }).RunAsync(men => new GetChart(men));
    case ["course"]:
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return CourseRun.Run();
    case ["recalls", .. var sizes]:
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return await (sizes switch
        {
            ["quick"] => new RecallRun(1_000, 100_000),
            [var items, var men] => new RecallRun(int.Parse(items, CultureInfo.InvariantCulture), int.Parse(men, CultureInfo.InvariantCulture)),
            _ => new RecallRun(10_000, 1_000_000),
        }).RunAsync();
    case ["pages", .. var sizes]:
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return await (sizes is ["quick"] ? new PageRun(500, 1_000, 100) : new PageRun(5_000, 1_000, 300)).RunAsync();
    case ["reports", .. var sizes]:
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return await (sizes is ["quick"] ? new ReportRun([1_000, 100_000], 10_000) : new ReportRun([1_000, 100_000, 1_000_000], 100_000)).RunAsync();
    case ["chaos", var men, .. var how] when how is [] or ["--stand-still"]:
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return await new ChaosRun(int.Parse(men, CultureInfo.InvariantCulture), how.Length > 0).RunAsync();
    default:
        await Console.Error.WriteLineAsync("Usage: ops/bench [quick | post | get | course | recalls [quick | ITEMS MEN] | pages [quick] | reports [quick]]");
        return 2;
}
