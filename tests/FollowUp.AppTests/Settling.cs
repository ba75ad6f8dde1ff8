using Wolverine;
using Wolverine.Tracking;

namespace FollowUp.AppTests;

/// <summary>Waits for what is done in consequence, never for time.</summary>
public static class Settling
{
    /// <summary>Does something and waits until all that the queues do in consequence is done.</summary>
    public static Task SettledAsync(this AppFixture app, Func<Task> act) => app.App.TrackActivity().Timeout(TimeSpan.FromSeconds(60)).DoNotAssertOnExceptionsDetected()
        .ExecuteAndWaitAsync((Func<IMessageContext, Task>)(_ => act()));
}
