using System.Globalization;
using Spectre.Console;

namespace FollowUp.CommandLine;

/// <summary>Shows the progress of a long command on standard error: a bar on a terminal, otherwise a line for each tenth.</summary>
public static class Progress
{
    /// <summary>Runs work that reports its progress.</summary>
    /// <param name="what">What is being done.</param>
    /// <param name="work">Reports what is done and the total, in the same unit; the total may become known later.</param>
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
