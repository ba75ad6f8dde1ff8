using System.Globalization;
using Spectre.Console;

namespace FollowUp.CommandLine;

/// <summary>Says on standard error how far a long command is: a bar on a terminal, a line for each tenth otherwise.</summary>
public static class Progress
{
    /// <summary>Runs work that reports how much of a total is done.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="work">Reports what is done and the total, both in one unit; the total may become known late.</param>
    public static async Task<T> RunAsync<T>(string what, Func<Action<long, long>, Task<T>> work)
    {
        if (Console.IsErrorRedirected)
        {
            return await work(Tenths(what));
        }

        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(what));
                return await work((done, total) => task.MaxValue(Math.Max(1, total)).Value(done));
            });
    }

    private static Action<long, long> Tenths(string what)
    {
        var said = -1L;
        return (done, total) =>
        {
            var tenth = total <= 0 ? 0 : done * 10 / total;
            if (tenth > said)
            {
                said = tenth;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {tenth * 10} %"));
            }
        };
    }
}
