using System.Diagnostics;
using FollowUp.Course;
using FollowUp.Recording;

namespace FollowUp.Benchmarks.Course;

/// <summary>Asks every question, and why, of courses of 30, 300 and 3,000 facts: time and allocation, without database or network.</summary>
internal static class CourseRun
{
    private static readonly int[] Sizes = [30, 300, 3000];

    // Ten times the facts, and what sorting them costs: 10 x log 3000 / log 300.
    private const double MostGrowth = 14;

    private static readonly TimeSpan LeastTime = TimeSpan.FromMilliseconds(400);

    /// <summary>Measures and prints a table; 0 when nothing grows faster than the facts, else 1.</summary>
    public static int Run()
    {
        var logs = Sizes.ToDictionary(size => size, LongCourse.Log);
        Console.WriteLine("| Question             |  30: ms |  300: ms | 3,000: ms | times |  30: KB |  300: KB | 3,000: KB | times |");
        Console.WriteLine("|----------------------|--------:|---------:|----------:|------:|--------:|---------:|----------:|------:|");
        var fastest = Print("fold", size => Measured(() => logs[size], log => LongCourse.Of(log)));
        foreach (var question in Questions.All)
        {
            fastest = Math.Max(fastest, Print(question.Name, size => Measured(() => LongCourse.Of(logs[size]), course => question.Ask(course, Asked(size)))));
            fastest = Math.Max(fastest, Print("- why", size => Measured(() => LongCourse.Of(logs[size]), course => question.Why(course, Asked(size)))));
        }

        Console.WriteLine();
        Console.WriteLine($"Fastest growth from 300 to 3,000 facts: {fastest:0.0} times; at most {MostGrowth:0} is the target.");
        return fastest <= MostGrowth ? 0 : 1;
    }

    private static Asked Asked(int facts) => new(LongCourse.After(facts), "EAU-2023.1", "standard-1");

    private static double Print(string name, Func<int, (double Milliseconds, double Kilobytes)> measure)
    {
        var at = Sizes.Select(measure).ToArray();
        var (time, memory) = (at[2].Milliseconds / at[1].Milliseconds, at[2].Kilobytes / at[1].Kilobytes);
        Console.WriteLine(
            $"| {name,-20} | {at[0].Milliseconds,7:0.000} | {at[1].Milliseconds,8:0.000} | {at[2].Milliseconds,9:0.000} | {time,5:0.0} | {at[0].Kilobytes,7:0} | {at[1].Kilobytes,8:0} | {at[2].Kilobytes,9:0} | {memory,5:0.0} |");

        // What takes no time at all has no growth worth a target.
        return at[2].Milliseconds < 0.1 ? 0 : Math.Max(time, memory);
    }

    // The median of single runs in processor time, collector included, so that other work on the machine does not count. Each run has
    // a course of its own, so that nothing worked out before is read again.
    private static (double Milliseconds, double Kilobytes) Measured<T>(Func<T> make, Func<T, object> work)
    {
        List<double> milliseconds = [];
        List<double> kilobytes = [];
        var clock = Stopwatch.StartNew();
        while (milliseconds.Count < 15 || (clock.Elapsed < LeastTime && milliseconds.Count < 500))
        {
            var on = make();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var from = Environment.CpuUsage.TotalTime;
            var answer = work(on);
            var elapsed = Environment.CpuUsage.TotalTime - from;
            kilobytes.Add((GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0);
            milliseconds.Add(elapsed.TotalMilliseconds);
            GC.KeepAlive(answer);
        }

        return (Median(milliseconds), Median(kilobytes));
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
