using System.Globalization;
using FollowUp.Benchmarks;
using FollowUp.Benchmarks.Reference;

// Started by ops/bench, which names the database, the keys and the built product in the environment.
switch (args)
{
    case ["reference", var url]:
        await ReferenceServer.RunAsync(url);
        return 0;
    case []:
    case ["quick"]:
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        return await new BenchmarkRun(args.Length == 0 ? Extent.Full : Extent.Quick).RunAsync();
    default:
        await Console.Error.WriteLineAsync("Usage: ops/bench [quick]");
        return 2;
}
