// Code that breaks each law once. The laws are tried on it, so that none of them passes because it looks at nothing.
using FollowUp.Offending.Rules;
using FollowUp.Recording;
using FollowUp.Recording.ReadModels;
using Marten.Events.Aggregation;
using NodaTime;
using Quartz;

namespace FollowUp.Offending.Rules
{
    public static class OffendingRule
    {
        public static Instant Now(IClock clock) => clock.GetCurrentInstant();

        public static IEnumerable<Guid> Ids()
        {
            yield return Guid.NewGuid();
        }

        public static string Read(string path) => File.ReadAllText(path);
    }
}

namespace FollowUp.OffendingToo
{
    public static class OffendingActivity
    {
        public static IEnumerable<Guid> Ask() => OffendingRule.Ids();
    }

    public sealed class OffendingJob : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => default;
    }

    public sealed partial class OffendingProjection(IClock clock) : SingleStreamProjection<DueDates, Guid>
    {
        public override DueDates? Evolve(DueDates? snapshot, Guid id, JasperFx.Events.IEvent e) =>
            new() { Id = id, WorkFrom = clock.GetCurrentInstant().InUtc().Date.ToDateOnly() };
    }
}

namespace FollowUp.Platform
{
    public static class OffendingPlatform
    {
        public static IEnumerable<Guid> Ask() => OffendingRule.Ids();
    }
}
