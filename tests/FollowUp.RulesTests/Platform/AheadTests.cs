using FollowUp.Platform;

namespace FollowUp.RulesTests.Platform;

public sealed class AheadTests : IDisposable
{
    private readonly List<TaskCompletionSource> _gates = [.. Enumerable.Range(0, 6).Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];

    private readonly SemaphoreSlim _begun = new(0);

    private int _running;

    private int _ended;

    [Fact]
    public async Task Results_come_in_order_whichever_is_done_first_and_no_more_than_so_many_are_worked_on()
    {
        var read = ReadAsync(atOnce: 3, TestContext.Current.CancellationToken);
        await Begun(3);
        _running.ShouldBe(3);
        foreach (var gate in (int[])[2, 1, 0, 5, 4, 3])
        {
            _gates[gate].SetResult();
        }

        (await read).ShouldBe([0, 1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task Cancelled_it_leaves_no_work_running()
    {
        using var source = new CancellationTokenSource();
        var read = ReadAsync(atOnce: 2, source.Token);
        await Begun(2);
        await source.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(read);
        (_running, _ended).ShouldBe((0, 2));
    }

    [Fact]
    public async Task A_failure_ends_the_others_and_is_the_one_that_is_told()
    {
        var read = ReadAsync(atOnce: 2, TestContext.Current.CancellationToken);
        await Begun(2);
        _gates[0].SetException(new InvalidDataException("broken"));

        (await Should.ThrowAsync<InvalidDataException>(read)).Message.ShouldBe("broken");
        (_running, _ended).ShouldBe((0, 2));
    }

    public void Dispose() => _begun.Dispose();

    private async Task<List<int>> ReadAsync(int atOnce, CancellationToken token) =>
        await Enumerable.Range(0, _gates.Count).ToAsyncEnumerable().SelectInOrderAsync(atOnce, WorkAsync, token).ToListAsync(token);

    private async Task<int> WorkAsync(int number, CancellationToken token)
    {
        Interlocked.Increment(ref _running);
        _begun.Release();
        try
        {
            await _gates[number].Task.WaitAsync(token);
            return number;
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            Interlocked.Increment(ref _ended);
        }
    }

    private async Task Begun(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await _begun.WaitAsync(TestContext.Current.CancellationToken);
        }
    }
}
