using Marten;
using Quartz;
using Wolverine;

namespace FollowUp.Platform;

/// <summary>What a clinical activity tells the platform about itself. Found by scanning: no list names the activities.</summary>
public interface IActivity
{
    /// <summary>The documents and projections it stores.</summary>
    void Configure(StoreOptions store, IServiceProvider services)
    {
    }

    /// <summary>The queues its messages go through.</summary>
    void Configure(WolverineOptions bus)
    {
    }

    /// <summary>The services it needs.</summary>
    void Configure(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>The jobs that a node with a scheduler runs for it.</summary>
    void Configure(IQuartzBuilder scheduler, IConfiguration configuration)
    {
    }

    /// <summary>What a request passes through once its sender is known and let in, before it is answered.</summary>
    void Use(IApplicationBuilder app)
    {
    }

    /// <summary>Its addresses. Each names the policy that guards it.</summary>
    void Map(IEndpointRouteBuilder endpoints)
    {
    }
}
